import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ClockReading } from '../../workflows/case/clock.ts';
import { commandLine, type RunningChild, startSystem } from './test-support/command-line.ts';
import { inStore } from './test-support/in-store.ts';

const FORM = join(import.meta.dirname, '..', '..', 'definitions', 'scenarios', 'open-restaurant', 'form.yml');

let home: string;
let system: RunningChild | null = null;
let onething: ReturnType<typeof commandLine>;
/** One small restaurant in handling. */
let caseNo: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'onething-cli-'));
  onething = commandLine(home);
  system = await startSystem(home);
  ({ caseNo } = await onething.json<{ caseNo: string }>('start', 'open-restaurant', '--form', FORM, 'shopArea=120', 'sellsTobacco=false'));
  const examine = (item: string, as: string) => run('act', caseNo, 'examine', '--as', as, `item=${item}`, 'answer=complete');
  await Promise.all([examine('food-licence', 'reviewer-market-regulation-1'), examine('business-licence-check', 'reviewer-market-regulation-1'), examine('staff-health', 'reviewer-health-1')]);
}, 120_000);
afterAll(async () => {
  await system?.stop('SIGTERM');
  await rm(home, { recursive: true, force: true });
});

const run: typeof onething.run = (...words) => onething.run(...words);

describe('publish-calendar', () => {
  interface Explained { reading: ClockReading; days: { date: string; day: { decreeId: string | null } }[] }

  it('makes a provisional date definite, and a new holiday moves it', async () => {
    const before = await onething.json<Explained>('explain', caseNo, 'joint');
    const [first, last] = [before.days[0]!.date, before.reading.dueOn!];
    const years = [...new Set([first, last].map((date) => Number(date.slice(0, 4))))];
    const rest = (date: string) => ({ date, kind: 'rest', name: { zh: '临时放假', en: 'Extra holiday' } });
    const days = [...new Set([...years.map((year) => `${year}-01-01`), last])].map(rest);
    const file = join(home, 'extra.json');
    await writeFile(file, JSON.stringify({ id: 'extra-holiday', documentNumber: null, publishedOn: first, settlesYears: years, days }));
    expect(await run('publish-calendar', file)).toEqual({ code: 0, out: '已公布 extra-holiday，1 个在办件已重算。 Published; 1 running cases follow it.\n', err: '' });
    const after = await onething.json<Explained>('explain', caseNo, 'joint');
    expect(after.reading.provisional).toBe(false);
    expect(after.reading.dueOn! > last).toBe(true);
    expect(after.days.find((day) => day.date === last)!.day.decreeId).toBe('extra-holiday');
  });

  it('shows every mistake of a decree and publishes nothing', async () => {
    const file = join(home, 'wrong.json');
    await writeFile(file, JSON.stringify({ id: 'cn-2027', documentNumber: null, publishedOn: '2026-11-31', settlesYears: [2027], days: [{ date: '2026-12-31', kind: 'rest', name: { zh: '元旦', en: '' } }] }));
    const [wrong, missing] = await Promise.all([run('publish-calendar', file), run('publish-calendar', 'no-decree.json')]);
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('publishedOn: 应为存在的日期');
    expect(wrong.err).toContain('days[0].name.en: 不得为空 / must not be empty');
    expect(wrong.err).toContain('the year 2027 has no rest day');
    expect(missing).toEqual({ code: 1, out: '', err: '读不到文件“no-decree.json”。 Cannot read file “no-decree.json”.\n' });
  });
});

describe('migrate', () => {
  const RESTAURANT = join(import.meta.dirname, '..', '..', 'definitions', 'catalogue', 'open-restaurant.yaml');
  /** The restaurant in another version, with some of its words replaced. */
  async function version(number: string, ...edits: [string, string][]): Promise<string> {
    const text = await readFile(RESTAURANT, 'utf8');
    const file = join(home, `open-restaurant-${number}.yaml`);
    const changed = edits.reduce((before, [from, to]) => before.replace(from, to), text.replace(/^version: .*$/m, `version: "${number}"`));
    await writeFile(file, changed);
    return file;
  }

  it('lists first what would change, and then does it case by case', async () => {
    const file = await version('2099.1', ['limits: { promised: 5 working days }', 'limits: { promised: 3 working days }']);
    const [foreseen] = await onething.json<{ caseNo: string; moves: { clock: string; from: string; to: string }[] }[]>('migrate', file, '--dry-run');
    expect(foreseen).toMatchObject({ caseNo, refusals: [], moves: [{ clock: 'promised:staff-health' }] });
    expect(foreseen!.moves[0]!.to < foreseen!.moves[0]!.from).toBe(true);
    expect(await run('migrate', file)).toMatchObject({ code: 1, out: '' });
    expect(await run('migrate', file, '--as', 'clerk-1')).toMatchObject({ code: 1, err: expect.stringContaining('is no manager') });
    const moved = await run('migrate', file, '--as', 'manager-1');
    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(moved.out).toContain('1 个已转到 2099.1，0 个维持原版本。 1 moved to 2099.1, 0 stay as they were.');
    const { reading } = await onething.json<{ reading: ClockReading }>('explain', caseNo, 'promised:staff-health');
    expect(reading.dueOn).toBe(foreseen!.moves[0]!.to);
    expect((await run('timeline', caseNo)).out).toContain('→ 2099.1');
    expect((await run('migrate', file, '--dry-run')).out).toBe('0 个在办件：0 个可以转换，0 个依法不得转换。未作任何改变。 0 running cases: 0 may move, 0 may not. Nothing was changed.\n');
    expect((await run('verify')).code).toBe(0);
  });

  it('leaves a case alone where the law forbids it, and says why', async () => {
    const file = await version('2099.2', ['limits: { promised: 5 working days }', 'limits: { promised: 9 working days }']);
    const refused = await run('migrate', file, '--as', 'manager-1');
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('would lengthen “promised:staff-health”');
    expect(refused.out).toContain('0 moved to 2099.2, 1 stay as they were.');
  });
});

describe('the store', () => {
  it('is checked: a change that was altered is named, and rebuild puts it right', async () => {
    const before = await run('show', caseNo);
    await inStore(home, (db) => sql`update case_change set change = jsonb_set(change::jsonb, '{applicant,name}', '"别人"')::json where case_no = ${caseNo} and seq = 1`.execute(db));
    const altered = await run('verify');
    expect(altered).toEqual({ code: 2, out: `✘ ${caseNo} 第 1 条 change 1: 记录与散列链不符 the change is not the one that was chained\n`, err: '' });
    expect(await run('rebuild')).toEqual({ code: 0, out: '✔ 已恢复 1 个在办件。 1 open cases are restored.\n', err: '' });
    const [verified, after] = await Promise.all([run('verify'), run('show', caseNo)]);
    expect(verified).toEqual({ code: 0, out: '✔ 一致 all as it should be\n', err: '' });
    expect(after).toEqual(before);
  });

  it('that lost a case has it again after rebuild', async () => {
    const before = await onething.json<object>('show', caseNo);
    await inStore(home, async (db) => {
      for (const table of ['document', 'clock', 'task', 'case_change', 'case_record'] as const) await db.deleteFrom(table).where('case_no', '=', caseNo).execute();
    });
    expect((await run('show', caseNo)).code).toBe(1);
    expect(await onething.json('rebuild')).toEqual({ restored: 1, archived: 0 });
    expect(await onething.json('show', caseNo)).toEqual(before);
    expect(await onething.json('verify', caseNo)).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  it('stops the system cleanly; started again, the case goes on', async () => {
    const before = await run('show', caseNo);
    expect(await system!.stop('SIGINT')).toBe(0);
    system = null;
    const away = await run('show', caseNo);
    expect([away.code, away.out]).toEqual([1, '']);
    expect(away.err).toContain('npm start');
    system = await startSystem(home);
    expect(await run('show', caseNo)).toEqual(before);
    const granted = await run('act', caseNo, 'proposeGrant', '--as', 'reviewer-health-1', 'item=staff-health', 'opinion=符合');
    expect(granted.out).toMatch(/^✔ .*itemGranted/);
    expect((await run('show', caseNo)).out).toMatch(/^staff-health .* 已准予 granted$/m);
    expect(await system.stop('SIGTERM')).toBe(0);
    system = null;
  }, 120_000);
});
