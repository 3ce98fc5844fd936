import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlayedCase, DECREES, restaurantPlan, restaurantReceipt } from '../../client/documents/test-support/played-case.ts';
import { complete, grantedCase, refusedCase } from '../../client/documents/test-support/stories.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { Actor } from '../../workflows/case/actor.ts';
import { claim } from '../allocation.ts';
import { applyChanges, applyExport } from '../apply-changes.ts';
import { setCurrentCalendar } from '../current-calendar.ts';
import type { Database } from '../open-store.ts';
import { seedPeople } from '../people.ts';
import { rebuild } from '../rebuild.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { colours } from './cases.ts';
import { itemLoads, loads, personLoads, workCounts } from './board.ts';
import { bottlenecks } from './bottlenecks.ts';
import { complaintHistory } from './complaint-history.ts';
import { monthlyReport, monthOf } from './monthly-report.ts';
import { onTime } from './on-time.ts';
import { pendingExtensions } from './pending-extensions.ts';
import { nearing, overdue } from './pressing-clocks.ts';
import { ranOut } from './ran-out.ts';
import { complaintsOnDesk, ratingsOnDesk } from './supervision-desk.ts';
import { trend } from './trend.ts';

const day = (text: string) => text as PlainDate;
const MARCH = monthOf(day('2026-03-01'));
const AT = Date.parse('2026-04-20T00:00:00Z');

let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
const told: PlayedCase[] = [];

/** What these stories come to was worked out by hand from `stories.ts` and the calendar of 2026 (28 February and 14 February are worked). */
beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  await seedPeople(db, [restaurantPlan()]);
  await setCurrentCalendar(db, DECREES);
  told.push(grantedCase(), refusedCase(), supervised());
  for (const one of told) await keep(one);
});
afterAll(() => test.end());

async function keep({ plan, state, changes }: PlayedCase): Promise<void> {
  await db.transaction().execute((tx) => applyExport(tx, { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }));
}

/** A small shop of another district, with a question that got stuck, a complaint, an urge, two extensions and nothing decided but by the rule. */
function supervised(): PlayedCase {
  const { dailySewage: _, ...asked } = restaurantReceipt().form;
  const form = { ...asked, hasSignboard: false, dischargesToSewer: false };
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo: '371311-20260316-0001', region: '371311', form }), '2026-03-16T09:30');
  complete(played, '2026-03-16T15:00', ['business-licence-check', 'food-licence', 'fire-check', 'staff-health', 'tobacco-licence']);
  played.act('2026-03-17T09:00', 'applicant', 'complain', { text: '窗口说系统里查不到我的房产证', unresolved: true });
  played.act('2026-03-17T10:00', 'applicant', 'complain', { text: '电话一直没有人接', item: 'tobacco-licence' });
  played.act('2026-03-18T09:00', 'manager', 'resolveComplaint', { complaint: '1', answer: '已请不动产登记中心核对' });
  played.act('2026-03-18T09:30', 'manager', 'resolveComplaint', { complaint: '2', answer: '已增设一名接线人员' });
  played.act('2026-03-19T09:00', 'manager', 'urge', { item: 'tobacco-licence', message: '请尽快核实', days: 3 });
  played.act('2026-03-19T10:00', 'reviewer@tobacco-monopoly', 'answerUrge', { urge: '1', answer: '本周核实' });
  played.act('2026-03-20T09:00', 'reviewer@tobacco-monopoly', 'requestExtension', { item: 'tobacco-licence', days: 5, reason: '待教育部门答复' });
  played.act('2026-03-20T09:30', 'reviewer@fire-rescue', 'requestExtension', { days: 10, reason: '现场整改' });
  return played.until('2026-04-15T09:00');
}

describe('the board', () => {
  it('counts what waits and what presses, by department, kind, item and region', async () => {
    // Of the second story two results wait to be handed over, one of them late, and one to be served; of the third what nobody decides.
    expect(await colours(db)).toEqual([{ phase: 'delivery', colour: 2, cases: 1 }, { phase: 'handling', colour: 2, cases: 1 }]);
    expect(await colours(db, { within: '371302' })).toEqual([{ phase: 'delivery', colour: 2, cases: 1 }]);
    const departments = new Map((await loads(db, 'department')).map((row) => [row.id, row]));
    // Food: internal and promised limits of ten days ran out on 30 March. Fire: statutory and promised on 2 April.
    expect(departments.get('market-regulation')).toMatchObject({ open: 1, overdue: 4 });
    expect(departments.get('fire-rescue')).toMatchObject({ open: 1, overdue: 2 });
    expect((await loads(db, 'region', { within: '371311' })).map(({ id }) => id)).toEqual(['371311']);
    expect(await workCounts(db, { department: 'fire-rescue' })).toEqual([{ kind: 'decide', colour: 2, tasks: 1 }]);
    expect(await itemLoads(db, { department: 'fire-rescue' })).toEqual([{ id: 'fire-check', service: 'open-restaurant', department: 'fire-rescue', open: 1, nearing: 0, overdue: 1 }]);
  });

  it('lists what presses with whether somebody was urged, and only of the region somebody is responsible for', async () => {
    const red = (await overdue(db, { within: '3713', department: 'fire-rescue' })).rows;
    expect(red.map((row) => [row.clock, row.dueOn, row.urgedUntil, row.applicantKind])).toEqual([
      ['promised:fire-check', '2026-04-02', null, 'person'], ['statutory:fire-check', '2026-04-02', null, 'person'],
    ]);
    expect((await overdue(db, { within: '371302', department: 'fire-rescue' })).rows).toEqual([]);
    expect((await nearing(db, { region: '99' })).rows).toEqual([]);
  });

  it('rates what was decided: on time is before the item’s own limits ran out', async () => {
    const rate = async (...asked: Parameters<typeof onTime> extends [unknown, ...infer A] ? A : never) => (await onTime(db, ...asked)).map(({ id, decided, late }) => [id, decided, late]);
    // Health granted once in time and once four days late; tobacco late; a refusal in time; fire after its thirteen days, on 1 April.
    expect(await rate('department', MARCH)).toEqual([
      ['health', 2, 1], ['tobacco-monopoly', 1, 1], ['market-regulation', 4, 0], ['city-management', 1, 0], ['fire-rescue', 1, 0], ['water', 1, 0],
    ]);
    expect(await rate('department', monthOf(day('2026-04-01')))).toEqual([['fire-rescue', 1, 1]]);
    expect(await rate('region', MARCH)).toEqual([['371302', 9, 2], ['371311', 1, 0]]);
    expect(await rate('service', { from: day('2026-03-13'), to: day('2026-03-13') })).toEqual([['open-restaurant', 1, 1]]);
    expect(await rate('item', MARCH, { department: 'health' })).toEqual([['staff-health', 2, 1]]);
    // What a rule decides nobody decided.
    expect(await rate('person', MARCH, { department: 'market-regulation' })).toEqual([['reviewer@market-regulation', 2, 0], [null, 2, 0]]);
  });

  it('shows day by day what came in, was settled and ran out', async () => {
    const days = await trend(db, { from: day('2026-03-02'), to: day('2026-03-16') });
    expect(days).toHaveLength(15);
    expect(days.filter((one) => one.received + one.settled + one.overdue > 0)).toEqual([
      { day: '2026-03-02', received: 1, settled: 0, overdue: 0 }, { day: '2026-03-09', received: 0, settled: 0, overdue: 1 },
      { day: '2026-03-11', received: 0, settled: 0, overdue: 2 }, { day: '2026-03-16', received: 1, settled: 0, overdue: 1 },
    ]);
    // A department receives and settles items.
    expect((await trend(db, MARCH, { department: 'health' })).filter((one) => one.settled > 0)).toEqual([
      { day: '2026-03-02', received: 1, settled: 1, overdue: 0 }, { day: '2026-03-13', received: 0, settled: 1, overdue: 0 },
    ]);
  });

  it('finds where work waits and how many working days it takes', async () => {
    const rows = await bottlenecks(db, { from: day('2026-02-01'), to: day('2026-04-20') }, {}, AT);
    const of = (item: string) => rows.filter((row) => row.item === item && row.department !== 'window');
    // 26 February to 27 March: 2 + 4 × 5 working days.
    expect(of('tobacco-licence')).toEqual([{
      department: 'tobacco-monopoly', service: 'open-restaurant', item: 'tobacco-licence', open: 1, nearing: 0, overdue: 1, decided: 1, late: 1, medianDays: 22, ninetiethDays: 22,
    }]);
    // 27 and 28 February and 2 March; then 3 to 13 March.
    expect(of('staff-health')).toMatchObject([{ open: 1, decided: 2, late: 1, medianDays: 3, ninetiethDays: 9 }]);
    expect(rows[0]!.open).toBeGreaterThanOrEqual(rows.at(-1)!.open);
  });

  it('reports a month by department, with ratings, complaints, urges and overdue limits and their reasons', async () => {
    const report = await monthlyReport(db, MARCH, {}, AT);
    expect(report).toMatchObject({
      cases: { received: 2, accepted: 2, corrected: 0, closed: 0 }, ratings: [0, 0, 0, 0, 0], rectified: 0, complained: 2, complaintsSettled: 1,
      total: { received: 12, accepted: 10, corrected: 0, granted: 9, refused: 1, late: 2, urged: 2, urgesAnswered: 2, overdueWithReason: 1 },
    });
    const of = (department: string) => report.departments.find((one) => one.department === department);
    expect(of('tobacco-monopoly')).toEqual({
      department: 'tobacco-monopoly', received: 2, accepted: 2, corrected: 0, granted: 1, refused: 0, late: 1, medianDays: 22, urged: 2, urgesAnswered: 2, overdue: 2, overdueWithReason: 1,
    });
    expect(of('fire-rescue')).toMatchObject({ received: 2, accepted: 2, granted: 1, refused: 0, late: 0, medianDays: 11, overdue: 3 });
    const february = await monthlyReport(db, monthOf(day('2026-02-01')), {}, AT);
    expect(february).toMatchObject({ cases: { received: 1, accepted: 1, corrected: 1 }, total: { corrected: 2, granted: 1, medianDays: 0 } });
    const reasons = await ranOut(db, MARCH, { department: 'tobacco-monopoly' }, 10);
    expect(reasons).toMatchObject([{ clock: 'promised:tobacco-licence', dueOn: '2026-03-11', reason: '需向教育部门核实周边学校范围', over: true }, { dueOn: '2026-03-30', reason: null, over: false }]);
    expect((await monthlyReport(db, MARCH, { region: '371311', department: 'health' }, AT)).departments).toMatchObject([{ department: 'health', received: 1, granted: 0 }]);
  });

  it('counts again, and the same, when a case is rebuilt, and nothing that is not folded yet', async () => {
    const before = await db.selectFrom('board_fact').selectAll().orderBy('case_no').orderBy('seq').orderBy('item').execute();
    const [{ plan, state, changes }] = told as [PlayedCase, ...PlayedCase[]];
    await rebuild(db, (async function* () { yield { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }; })());
    expect(await db.selectFrom('board_fact').selectAll().orderBy('case_no').orderBy('seq').orderBy('item').execute()).toEqual(before);
    const early = grantedCase({ receipt: { caseNo: '371302-20260210-0099' } });
    await db.transaction().execute((tx) => applyChanges(tx, early.state.caseNo, early.changes.slice(1)));
    expect(await db.selectFrom('board_fact').selectAll().where('case_no', '=', early.state.caseNo).execute()).toEqual([]);
    await keep(early);
    const same = before.filter((row) => row.case_no === state.caseNo);
    const facts = await db.selectFrom('board_fact').selectAll().where('case_no', '=', early.state.caseNo).orderBy('seq').orderBy('item').execute();
    expect(facts.map(({ case_no: _, ...row }) => row)).toEqual(same.map(({ case_no: _, ...row }) => row));
    for (const table of ['case_change', 'case_record', 'task', 'clock', 'document'] as const) await db.deleteFrom(table).where('case_no', '=', early.state.caseNo).execute();
    expect(await db.selectFrom('board_fact').selectAll().where('case_no', '=', early.state.caseNo).execute()).toEqual([]);
  });
});

describe('what heads have to decide', () => {
  it('lapses with its limit, and is listed until then for the right head', async () => {
    const waiting = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo: '371302-20260316-0002', materials: [] }), '2026-03-16T09:30');
    complete(waiting, '2026-03-16T15:00', ['business-licence-check', 'food-licence', 'fire-check', 'signboard', 'staff-health', 'tobacco-licence', 'drainage-licence']);
    waiting.act('2026-03-20T09:00', 'reviewer@tobacco-monopoly', 'requestExtension', { item: 'tobacco-licence', days: 5, reason: '待教育部门答复' });
    waiting.act('2026-03-20T09:30', 'reviewer@fire-rescue', 'requestExtension', { days: 10, reason: '现场整改' });
    await keep(waiting);
    const asked = async (role: string, filter = {}) => (await pendingExtensions(db, { role, ...filter })).rows.filter((row) => row.caseNo === waiting.state.caseNo);
    expect(await asked('headOfAuthority', { department: 'tobacco-monopoly' })).toMatchObject([{ clock: 'statutory:tobacco-licence', item: 'tobacco-licence', extension: { days: 5, reason: '待教育部门答复', state: 'requested' } }]);
    expect(await asked('headOfAuthority', { department: 'fire-rescue' })).toEqual([]);
    expect(await asked('headOfGovernment')).toMatchObject([{ clock: 'joint', item: null, department: 'government', extension: { days: 10 } }]);
    expect(await asked('headOfGovernment', { within: '371311' })).toEqual([]);
    // What was asked in the third story lapsed with tobacco's limit of twenty days on 14 April; the joint limit still runs.
    expect((await pendingExtensions(db)).rows.filter((row) => row.caseNo === told[2]!.state.caseNo).map(({ clock }) => clock)).toEqual(['joint']);
  });
});

describe('the desk for what got stuck', () => {
  const manager: Actor = { id: 'manager-1', name: '刘洋', role: 'manager' };
  const CASE = '371311-20260316-0001';

  it('keeps a matter until its end, with its owner; a complaint is over with its answer', async () => {
    expect(await claim(db, manager, { caseNo: CASE, taskId: 'resolveComplaint:1' }, { at: Date.parse('2026-03-18T01:30:00Z') })).toMatchObject({ ok: true });
    const open = await complaintsOnDesk(db, 'open');
    // Answered on 18 March; the next answer was due five working days later.
    expect(open.rows).toMatchObject([{
      caseNo: CASE, applicantName: '李明', applicantKind: 'person', dueOn: '2026-03-25', colour: 2, department: null, owner: { id: 'manager-1' },
      complaint: { id: '1', unresolved: true, reports: 1, answer: '已请不动产登记中心核对', text: '窗口说系统里查不到我的房产证' },
    }]);
    expect((await complaintsOnDesk(db, 'settled')).rows).toMatchObject([{ caseNo: CASE, department: 'tobacco-monopoly', dueOn: null, complaint: { id: '2', answer: '已增设一名接线人员' } }]);
    expect((await complaintsOnDesk(db, 'open', { within: '371302' })).rows).toEqual([]);
    expect((await ratingsOnDesk(db, 'open')).rows).toEqual([]);
  });

  it('tells the course of a matter: said, answered, taken up, overdue', async () => {
    expect((await complaintHistory(db, CASE, '1')).map(({ kind, by, text }) => [kind, by, text])).toEqual([
      ['complained', '李明', '窗口说系统里查不到我的房产证'], ['answered', '刘洋', '已请不动产登记中心核对'], ['claim', expect.any(String), null], ['ranOut', null, null],
    ]);
    expect((await complaintHistory(db, CASE, '2')).map(({ kind }) => kind)).toEqual(['complained', 'settled']);
    expect((await personLoads(db)).filter(({ id }) => id === 'manager-1')).toMatchObject([{ department: 'supervision', open: 1, overdue: 1 }]);
  });

  it('keeps a bad rating until it is rectified', async () => {
    const played = smallShop('371302-20260330-0004');
    played.act('2026-04-02T09:00', 'applicant', 'rate', { level: 1, text: '跑了三趟' });
    await keep(played);
    // Five working days, with Tomb-sweeping Day on Monday the 6th between them.
    expect((await ratingsOnDesk(db, 'open')).rows).toMatchObject([{ caseNo: played.state.caseNo, dueOn: '2026-04-10', owner: null, rating: { level: 1, text: '跑了三趟' } }]);
    const { seq } = played.state;
    played.act('2026-04-03T09:00', 'manager', 'rectifyRating', { measures: '材料一次告知', followUp: '申请人表示满意' });
    await db.transaction().execute((tx) => applyChanges(tx, played.state.caseNo, played.changes.filter((change) => change.seq > seq)));
    expect((await ratingsOnDesk(db, 'open')).rows).toEqual([]);
    expect((await ratingsOnDesk(db, 'settled')).rows).toMatchObject([{ rating: { level: 1, rectified: { measures: '材料一次告知' } } }]);
    expect(await monthlyReport(db, monthOf(day('2026-04-01')), {}, AT)).toMatchObject({ ratings: [1, 0, 0, 0, 0], rectified: 1, cases: { closed: 2 } });
  });
});

/** Three items, granted in two days, handed over on the first of April and so closed. */
function smallShop(caseNo: string): PlayedCase {
  const { dailySewage: _, ...asked } = restaurantReceipt().form;
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo, form: { ...asked, shopArea: 90, hasSignboard: false, sellsTobacco: false, dischargesToSewer: false } }), '2026-03-30T09:30');
  complete(played, '2026-03-30T15:00', ['business-licence-check', 'food-licence', 'staff-health']);
  for (const [item, department] of [['food-licence', 'market-regulation'], ['staff-health', 'health']]) {
    played.act('2026-03-31T10:00', `reviewer@${department}`, 'proposeGrant', { item, opinion: '符合条件' });
    if (played.state.items[item!]!.state === 'grantProposed') played.act('2026-03-31T11:00', `approver@${department}`, 'confirm', { item, opinion: '同意' });
  }
  return played.act('2026-04-01T10:00', 'clerk', 'handOver', { items: ['business-licence-check', 'food-licence', 'staff-health'], way: 'pickUp', recipient: '李明' });
}
