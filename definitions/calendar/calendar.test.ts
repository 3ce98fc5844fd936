import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { calendarOf, type DayKind } from '../../workflows/case/calendar.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { loadDecrees } from './load-calendar.ts';
import type { Opinions } from './test-support/every-day.ts';

const here = import.meta.dirname;
const PUBLISHED = join(here, 'cn');
const HISTORY = join(here, 'cn', 'history');
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const;
const NEW_YORK = 'America/New_York';

const on = (date: string) => date as PlainDate;
const works = (kind: DayKind) => kind === 'workingDay' || kind === 'makeUpDay';

/** Each zone in a process of its own. */
function everyDay(zone: string, folder: string, from: string, to: string): Opinions[] {
  const output = execFileSync(process.execPath, [join(here, 'test-support', 'every-day.ts'), folder, from, to], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return JSON.parse(output) as Opinions[];
}

/** Days on which a package says something else than we, as `date: ours, theirs`. */
function differences(days: readonly Opinions[], theirs: 'chineseDays' | 'chineseWorkday' | 'tyme4ts'): string[] {
  return days.filter((day) => day[theirs] !== day.ours).map((day) => `${day.date}: ${day.ours}, ${day[theirs]}`);
}

describe('the published years against three independent packages, every day', () => {
  const byZone = new Map(ZONES.map((zone) => [zone, everyDay(zone, PUBLISHED, '2024-01-01', '2026-12-31')]));

  test.each(ZONES)('under %s', (zone) => {
    const days = byZone.get(zone) ?? [];
    expect(days).toHaveLength(366 + 365 + 365);
    expect(differences(days, 'chineseWorkday')).toEqual([]);
    // The decree for 2024 says 「端午节：6月10日放假，与周末连休」: it sets the 10th only, the weekend before it stays a
    // weekend. tyme4ts counts that weekend to the festival. Nobody works either way.
    expect(differences(days, 'tyme4ts')).toEqual(['2024-06-08: weekend, holiday', '2024-06-09: weekend, holiday']);
    // chinese-days mixes UTC with local getters and has no call that is right west of Greenwich: see below.
    if (zone !== NEW_YORK) expect(differences(days, 'chineseDays')).toEqual([]);
  });

  test('ours is the same in every zone', () => {
    const [utc, ...others] = ZONES.map((zone) => (byZone.get(zone) ?? []).map(({ date, ours }) => ({ date, ours })));
    for (const other of others) expect(other).toEqual(utc);
  });

  // Why local-time getters of Date are banned here. When this fails the package was repaired: compare it everywhere.
  test('chinese-days is wrong about Saturdays and Mondays under New York time', () => {
    const wrong = (byZone.get(NEW_YORK) ?? []).filter((day) => works(day.chineseDays) !== works(day.ours));
    expect(wrong.length).toBeGreaterThan(3 * 50);
  });
});

describe('the published calendar', () => {
  const calendar = calendarOf(loadDecrees());

  test('holds the decrees for 2024 to 2026', () => {
    expect(calendar.decrees.map(({ id, documentNumber, publishedOn, settlesYears }) => [id, documentNumber, publishedOn, settlesYears])).toEqual([
      ['cn-2024', '国办发明电〔2023〕7号', '2023-10-25', [2024]],
      ['cn-2025', '国办发明电〔2024〕12号', '2024-11-12', [2025]],
      ['cn-2026', '国办发明电〔2025〕7号', '2025-11-04', [2026]],
    ]);
  });

  // The length of every holiday as the decree itself puts it (「共8天」), in its order.
  test.each([
    [2024, [['元旦', 1], ['春节', 8], ['清明节', 3], ['劳动节', 5], ['端午节', 1], ['中秋节', 3], ['国庆节', 7]]],
    [2025, [['元旦', 1], ['春节', 8], ['清明节', 3], ['劳动节', 5], ['端午节', 3], ['国庆节、中秋节', 8]]],
    [2026, [['元旦', 3], ['春节', 9], ['清明节', 3], ['劳动节', 5], ['端午节', 3], ['中秋节', 3], ['国庆节', 7]]],
  ])('%i has holidays as long as decreed', (year, decreed) => {
    const lengths = new Map<string, number>();
    for (const day of calendar.decrees.find(({ id }) => id === `cn-${year}`)?.days ?? [])
      if (day.kind === 'rest') lengths.set(day.name.zh, (lengths.get(day.name.zh) ?? 0) + 1);
    expect([...lengths]).toEqual(decreed);
  });

  test.each(['2024-02-04', '2025-01-26', '2026-01-04', '2026-09-20'])('%s, a Sunday, is worked', (date) => {
    expect(calendar.dayInfo(on(date))).toMatchObject({ kind: 'makeUpDay', working: true, settled: true });
  });

  test.each(['2024-10-12', '2025-02-08', '2026-02-14', '2026-10-10'])('%s, a Saturday, is worked', (date) => {
    expect(calendar.dayInfo(on(date))).toMatchObject({ kind: 'makeUpDay', working: true, settled: true });
  });

  test('a day says by which decree it is what it is', () => {
    expect(calendar.dayInfo(on('2026-02-17'))).toEqual({
      kind: 'holiday',
      working: false,
      settled: true,
      decreeId: 'cn-2026',
      name: { zh: '春节', en: 'Spring Festival' },
    });
    expect(calendar.dayInfo(on('2026-02-14')).name).toEqual({ zh: '春节调休上班', en: 'Spring Festival: make-up working day' });
  });

  test("New Year's Eve of 2024 was a working day: the decree only encouraged to give it free", () => {
    expect(calendar.dayInfo(on('2024-02-09'))).toMatchObject({ kind: 'workingDay', decreeId: null });
  });

  test('2027 is not settled: Monday to Friday count, National Day too', () => {
    expect(calendar.isSettled(on('2026-12-31'))).toBe(true);
    expect(calendar.isSettled(on('2027-01-01'))).toBe(false);
    expect(calendar.dayInfo(on('2027-10-01'))).toEqual({ kind: 'workingDay', working: true, settled: false, decreeId: null, name: null });
    expect(calendar.dayInfo(on('2027-10-02')).kind).toBe('weekend');
  });
});

describe('amendments, as they happened in 2019 and 2020', () => {
  const all = loadDecrees(HISTORY);
  const amended = calendarOf(all);
  const original = calendarOf(all.filter(({ id }) => !id.endsWith('-amendment')));
  const days = everyDay('UTC', HISTORY, '2018-12-29', '2020-12-31');

  test('change single days and nothing else', () => {
    const changed = days
      .map(({ date }) => ({ date, before: original.dayInfo(date), after: amended.dayInfo(date) }))
      .filter(({ before, after }) => before.kind !== after.kind)
      .map(({ date, before, after }) => `${date}: ${before.kind} -> ${after.kind} (${after.decreeId})`);
    expect(changed).toEqual([
      '2019-04-28: weekend -> makeUpDay (cn-2019-amendment)',
      '2019-05-02: workingDay -> holiday (cn-2019-amendment)',
      '2019-05-03: workingDay -> holiday (cn-2019-amendment)',
      '2019-05-04: weekend -> holiday (cn-2019-amendment)',
      '2019-05-05: weekend -> makeUpDay (cn-2019-amendment)',
      '2020-01-31: workingDay -> holiday (cn-2020-amendment)',
      '2020-02-01: makeUpDay -> holiday (cn-2020-amendment)',
      '2020-02-02: weekend -> holiday (cn-2020-amendment)',
    ]);
  });

  test('win by their date of publication, in whatever order the decrees are given', () => {
    const reversed = calendarOf([...all].reverse());
    for (const { date } of days) expect(reversed.dayInfo(date)).toEqual(amended.dayInfo(date));
  });

  test('settle no year of their own', () => {
    const alone = calendarOf(all.filter(({ id }) => id.endsWith('-amendment')));
    expect(alone.isSettled(on('2019-05-02'))).toBe(false);
    expect(amended.isSettled(on('2019-05-02'))).toBe(true);
  });

  test('a decree reaches over the end of its year without settling the one before', () => {
    expect(amended.dayInfo(on('2018-12-31'))).toMatchObject({ kind: 'holiday', settled: false, decreeId: 'cn-2019' });
    expect(amended.dayInfo(on('2018-12-29'))).toMatchObject({ kind: 'makeUpDay', working: true });
  });

  test('agree with the packages on every day, but for two that chinese-workday missed', () => {
    const apart = (theirs: 'chineseDays' | 'chineseWorkday' | 'tyme4ts') =>
      days.filter((day) => works(day[theirs]) !== works(day.ours)).map(({ date }) => date);
    expect(apart('chineseDays')).toEqual([]);
    expect(apart('tyme4ts')).toEqual([]);
    // chinese-workday knows the decree for 2020 but not 国办发明电〔2020〕1号: it has people work on 31 January and 1 February.
    expect(apart('chineseWorkday')).toEqual(['2020-01-31', '2020-02-01']);
  });
});
