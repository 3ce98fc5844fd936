import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inWords, loadDecrees, parseDecree, readDecree } from './load-calendar.ts';

const FILE = 'cn-2027.json';
const name = { zh: '元旦', en: "New Year's Day" };
const rest = (date: string) => ({ date, kind: 'rest', name });
const work = (date: string) => ({ date, kind: 'work', name });
const decree = (change: object = {}) => ({
  id: 'cn-2027',
  documentNumber: null,
  publishedOn: '2026-11-05',
  settlesYears: [2027],
  days: [rest('2027-01-01')],
  ...change,
});

const found = (json: unknown) => parseDecree(json, FILE).problems;
const paths = (json: unknown) => found(json).map(({ path }) => path);

describe('a decree is accepted', () => {
  test('when nothing is wrong with it', () => {
    expect(parseDecree(decree(), FILE)).toEqual({ decree: decree(), problems: [] });
  });

  test('when it amends single days and settles no year', () => {
    expect(found(decree({ settlesYears: [], days: [rest('2027-09-03')] }))).toEqual([]);
  });

  test('when it reaches into the month before its year', () => {
    expect(found(decree({ days: [work('2026-12-26'), rest('2026-12-31'), rest('2027-01-01')] }))).toEqual([]);
  });

  test('when it turns a holiday on a weekday back into a working day', () => {
    // Friday 2 January 2026 is free by the decree for 2026; only who knows that decree can tell.
    const back = decree({ id: 'cn-2026-amendment', publishedOn: '2025-12-01', settlesYears: [], days: [work('2026-01-02')] });
    expect(parseDecree(back, FILE, loadDecrees()).problems).toEqual([]);
    expect(paths(back)).toEqual(['days[0].date']);
    // Nor may it rely on a decree published after it.
    expect(parseDecree({ ...back, publishedOn: '2025-10-01' }, FILE, loadDecrees()).problems).toHaveLength(1);
  });
});

describe('a decree is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['that is no object', [], ['']],
    ['with a key nobody knows', decree({ published: '2026-11-05' }), ['']],
    ['with a key nobody knows in a day', decree({ days: [{ ...rest('2027-01-01'), note: '' }] }), ['days[0]', 'settlesYears[0]']],
    ['without a key', decree({ id: undefined }), ['id']],
    ['with a document number that is none', decree({ documentNumber: '7号' }), ['documentNumber']],
    ['published on a day that does not exist', decree({ publishedOn: '2026-02-30' }), ['publishedOn']],
    ['with a day that does not exist', decree({ days: [rest('2027-01-01'), rest('2027-02-29')] }), ['days[1].date']],
    ['with a day not written as a date', decree({ days: [rest('2027-01-01'), rest('2027-1-2')] }), ['days[1].date']],
    ['with a kind of day there is not', decree({ days: [rest('2027-01-01'), { ...rest('2027-01-02'), kind: 'off' }] }), ['days[1].kind']],
    ['with a name in one language', decree({ days: [rest('2027-01-01'), { ...rest('2027-01-02'), name: { zh: '元旦' } }] }), ['days[1].name.en']],
    ['that sets a day twice', decree({ days: [rest('2027-01-01'), rest('2027-01-02'), work('2027-01-02')] }), ['days[2].date']],
    ['that makes an ordinary weekday a make-up day', decree({ days: [rest('2027-01-01'), work('2027-01-04')] }), ['days[1].date']],
    ['with a day far from the year it settles', decree({ days: [rest('2027-01-01'), rest('2072-10-01')] }), ['days[1].date']],
    ['that settles a year twice', decree({ settlesYears: [2027, 2027] }), ['settlesYears[1]']],
    ['that settles a year without a holiday', decree({ settlesYears: [2027, 2028] }), ['settlesYears[1]']],
    ['that sets no day', decree({ settlesYears: [], days: [] }), ['days']],
  ])('%s', (_what, json, expected) => {
    expect(paths(json)).toEqual(expected);
  });

  test('with everything that is wrong at once, in both languages', () => {
    const problems = found({ ...decree(), extra: 1, publishedOn: 'soon', days: [work('2027-01-04'), rest('2027-13-01'), work('2027-01-04')] });
    expect(problems.map(inWords)).toEqual([
      'cn-2027.json: publishedOn: 应为存在的日期，格式 YYYY-MM-DD / must be a date that exists, as YYYY-MM-DD',
      'cn-2027.json: days[1].date: 应为存在的日期，格式 YYYY-MM-DD / must be a date that exists, as YYYY-MM-DD',
      'cn-2027.json: 出现未知的键(key): "extra" / Unrecognized key: "extra"',
      'cn-2027.json: days[0].date: 2027-01-04 是星期一，本就上班，不能是调休上班日 / 2027-01-04 is an ordinary weekday and cannot be a make-up working day',
      'cn-2027.json: days[2].date: 2027-01-04 已在 days[0] 中规定 / 2027-01-04 is already set by days[0]',
      'cn-2027.json: days[2].date: 2027-01-04 是星期一，本就上班，不能是调休上班日 / 2027-01-04 is an ordinary weekday and cannot be a make-up working day',
      'cn-2027.json: settlesYears[0]: 2027 年没有任何放假日 / the year 2027 has no rest day',
    ]);
  });
});

describe('files', () => {
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'decrees-')); });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };

  test('are read one by one for publishing', () => {
    expect(readDecree(write(FILE, JSON.stringify(decree())))).toEqual({ decree: decree(), problems: [] });
  });

  test('that are not there or no JSON are a problem like any other', () => {
    expect(readDecree(join(folder, 'none.json')).problems).toMatchObject([{ file: join(folder, 'none.json'), path: '' }]);
    expect(readDecree(write(FILE, '{')).problems[0]?.en).toMatch(/^cannot be read as JSON: /);
  });

  test('of a folder are refused together, each problem with its file and path', () => {
    write('a.json', '{');
    write('cn-2027.json', JSON.stringify(decree({ publishedOn: 'soon' })));
    write('cn-2028.json', JSON.stringify(decree()));
    expect(() => loadDecrees(folder)).toThrow(
      /a\.json: .*cannot be read as JSON[^]*cn-2027\.json: publishedOn: [^]*cn-2028\.json: id: .*the file must be named cn-2027\.json/,
    );
  });

  test('of a folder may amend each other, whatever their names', () => {
    const { days } = JSON.parse(readFileSync(join(import.meta.dirname, 'cn', 'cn-2026.json'), 'utf8')) as { days: unknown[] };
    write('z.json', JSON.stringify(decree({ id: 'z', publishedOn: '2025-11-04', settlesYears: [2026], days })));
    write('a.json', JSON.stringify(decree({ id: 'a', publishedOn: '2025-12-01', settlesYears: [], days: [work('2026-01-02')] })));
    expect(loadDecrees(folder).map(({ id }) => id)).toEqual(['z', 'a']);
  });
});
