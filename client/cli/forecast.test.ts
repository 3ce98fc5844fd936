import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LateChance } from '../../store/queries/late-chances.ts';
import { commandLine, type RunningChild, startSystem } from './test-support/command-line.ts';
import { inStore } from './test-support/in-store.ts';

const FORM = join(import.meta.dirname, '..', '..', 'definitions', 'scenarios', 'open-restaurant', 'form.yml');

let home: string;
let system: RunningChild;
let onething: ReturnType<typeof commandLine>;
/** One case that was just received, one that waits for its correction, one that was decided and handed over. */
let fresh: string, notified: string, closed: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'onething-forecast-'));
  onething = commandLine(home);
  system = await startSystem(home);
  const start = async () => (await onething.json<{ caseNo: string }>('start', 'open-restaurant', '--form', FORM, 'shopArea=120', 'sellsTobacco=false')).caseNo;
  [fresh, notified, closed] = [await start(), await start(), await start()];
  const act = (caseNo: string, command: string, as: string, ...words: string[]) => onething.run('act', caseNo, command, '--as', as, ...words);
  const items = [['business-licence-check', 'market-regulation'], ['food-licence', 'market-regulation'], ['staff-health', 'health']] as const;
  for (const [item, department] of items) await act(closed, 'examine', `reviewer-${department}-1`, `item=${item}`, 'answer=complete');
  for (const [item, department] of items.slice(1)) await act(closed, 'proposeGrant', `reviewer-${department}-1`, `item=${item}`, 'opinion=符合');
  await act(closed, 'confirm', 'approver-market-regulation-1', 'item=food-licence', 'opinion=同意');
  await act(closed, 'handOver', 'clerk-1', 'items=[business-licence-check, food-licence, staff-health]', 'way=pickUp', 'recipient=李明');
  for (const [item, department] of items) {
    const defect = item === 'staff-health' ? ['answer=deficient', 'defects=[{target: {material: staff-list}, problem: 缺少身份证号, supply: 补全}]'] : ['answer=complete'];
    await act(notified, 'examine', `reviewer-${department}-1`, `item=${item}`, ...defect);
  }
}, 240_000);
afterAll(async () => {
  await system?.stop('SIGTERM');
  await rm(home, { recursive: true, force: true });
});

const phases = () => inStore(home, async (db) => Object.fromEntries((await db.selectFrom('case_record').select(['case_no', 'phase']).execute()).map((row) => [row.case_no, row.phase])));

describe('onething forecast', () => {
  it('finds a chance for every running case, keeps it, and shows it to the managers', async () => {
    expect(await phases()).toEqual({ [fresh]: 'examination', [notified]: 'correction', [closed]: 'closed' });
    expect((await onething.run('board')).out).not.toContain('likely late');
    const { code, out, err } = await onething.run('forecast', '--runs', '20');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('已预测 2 件，每件 20 次。 2 cases are forecast, each 20 times.');
    expect(out).toMatch(/default times of work and default shares of deficiencies and refusals: Market regulation/);
    const { rows } = await onething.json<{ rows: LateChance[] }>('forecast', '--show');
    expect(rows.map((row) => row.caseNo).sort()).toEqual([fresh, notified].sort());
    for (const row of rows) {
      expect(row).toMatchObject({ runs: 20, seed: 1 });
      expect(row.chance).toBeGreaterThanOrEqual(0);
      expect(row.chance).toBeLessThanOrEqual(1);
    }
    const kept = await inStore(home, (db) => db.selectFrom('late_chance').selectAll().orderBy('chance', 'desc').orderBy('case_no').execute());
    expect(kept.map((row) => [row.case_no, row.chance])).toEqual(rows.map((row) => [row.caseNo, row.chance]));
    const board = await onething.run('board');
    expect(board.out).toMatch(/很可能超期 likely late/);
    expect(board.out).toMatch(/forecast at \d{4}-\d\d-\d\d \d\d:\d\d：onething forecast --show/);
  }, 120_000);

  it('makes a simulation from what the store knows', async () => {
    const file = join(home, 'simulation.yaml');
    await writeFile(file, 'services: [{ service: open-restaurant, arrivals: 0.5 }]\nwarmUp: 3\n');
    const { code, out, err } = await onething.run('simulate', file, '--from-store', '--from', '2026-12-01', '--to', '2026-12-02', '--cases', '1');
    expect([code, err]).toEqual([0, '']);
    // Three cases tell nothing of how long work takes, and the report says that it was assumed; but who works there was seen.
    expect(out).toMatch(/default times of work/);
    expect(out).toMatch(/^. *health +1 /m);
  }, 120_000);
});
