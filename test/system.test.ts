import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import proto from '@temporalio/proto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Application, CaseClient, type GivenCommand } from '../client/case-client.ts';
import { claim, mayAct } from '../store/allocation.ts';
import { logSent } from '../store/command-log.ts';
import { inbox } from '../store/queries/inbox.ts';
import { timeline } from '../store/queries/timeline.ts';
import type { Tables } from '../store/schema.ts';
import { rebuild } from '../store/rebuild.ts';
import { verifyStore } from '../store/verify.ts';
import { TASK_QUEUE } from '../workers/task-queue.ts';
import type { Actor, Role } from '../workflows/case/actor.ts';
import type { Decree } from '../workflows/case/calendar.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import type { CaseExport } from '../workflows/case-protocol.ts';
import { type LiveSystem, startLiveSystem } from './support/live-system.ts';

const person = (role: Role, department?: string, n = 1): Actor => ({ id: `${role}-${n}-${department ?? ''}`, name: `${role} ${n}`, role, ...(department ? { department } : {}) });
const CLERK = person('clerk');
const APPLICANT = { id: 'applicant-1', kind: 'person', name: '欧阳若兰', idNumber: '371302199001010014', phone: '13805390000' } as const;
const FORM = { creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '沂蒙路1号', shopArea: 120, contactPhone: '13805390000', businessKind: ['hotFood'], hasSignboard: false, sellsTobacco: false, dischargesToSewer: false };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(async () => {
  await system?.end();
});

const application = (part: Partial<Application> = {}): Application => ({
  plan: system.plan, region: '371302', window: '一号窗口', by: CLERK, applicant: APPLICANT, agent: null, serviceWay: 'electronic', policy: 'separable',
  form: FORM, materials: [], onTheSpot: [], ...part,
});
const examine = (item: string, department: string): GivenCommand => ({ do: 'examine', as: person('reviewer', department), with: { item, answer: 'complete' } });
const changesOf = async (caseNo: string) => (await timeline(system.store.db, caseNo, { size: 200 })).rows.map((row) => row.change);

/** A case up to the proposal of the food licence. */
async function proposed(): Promise<string> {
  const { caseNo } = await system.client.receive(application());
  for (const [item, department] of [['business-licence-check', 'market-regulation'], ['food-licence', 'market-regulation'], ['staff-health', 'health']] as const) {
    await system.client.command(caseNo, examine(item, department));
  }
  const outcome = await system.client.command(caseNo, { do: 'proposeGrant', as: person('reviewer', 'market-regulation'), with: { item: 'food-licence', opinion: '符合' } });
  expect(outcome.ok).toBe(true);
  return caseNo;
}

describe('at the window', () => {
  it('a double click starts one case', async () => {
    const given = application({ commandId: 'double-click' });
    const [first, second] = await Promise.all([system.client.receive(given), system.client.receive(given)]);
    const third = await system.client.receive(given);
    expect([second.caseNo, third.caseNo]).toEqual([first.caseNo, first.caseNo]);
    const rows = await system.store.db.selectFrom('case_change').select('seq').where('case_no', '=', first.caseNo).where('kind', '=', 'caseReceived').execute();
    expect(rows).toHaveLength(1);
  });

  it('a form that does not fit is refused with the field’s path, and nothing is started', async () => {
    const outcome = await system.client.receive(application({ form: { ...FORM, shopArea: 'large' }, commandId: 'bad-form' }));
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'form.invalid', params: { path: 'shopArea' } } });
    const { status } = await system.store.db.selectFrom('command').select('status').where('id', '=', 'bad-form').executeTakeFirstOrThrow();
    expect(status).toBe('refused');
  });

  it('a case with a moved clock is refused on a system that is not for simulation', async () => {
    const outcome = await system.client.receive(application({ simulation: { offset: 0, receivedAt: Date.now(), prehistory: [] } }));
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'simulation.refused' } });
  });
});

describe('the desk for what got stuck', () => {
  it('has a complaint in the manager’s inbox, claimed by one, until it is answered', async () => {
    const { caseNo } = await system.client.receive(application());
    const [manager, applicant] = [person('manager'), { id: APPLICANT.id, name: APPLICANT.name, role: 'applicant' } as const];
    const waiting = async () => (await inbox(system.store.db, manager, {}, { size: 200 })).rows.filter((row) => row.caseNo === caseNo).map((row) => row.id);
    await system.client.command(caseNo, { do: 'complain', as: applicant, with: { text: '窗口让我下周再来' } });
    expect(await waiting()).toEqual(['resolveComplaint:1']);
    expect(await claim(system.store.db, manager, { caseNo, taskId: 'resolveComplaint:1' })).toMatchObject({ ok: true, claimedBy: manager.id });
    const answered = await system.client.command(caseNo, { do: 'resolveComplaint', as: manager, with: { complaint: '1', answer: '已安排专人办理' } });
    expect(answered.ok).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  it('keeps what got stuck, and who claimed it, after the first answer and until it is settled', async () => {
    const { caseNo } = await system.client.receive(application());
    const [owner, other, applicant] = [person('manager'), person('manager', undefined, 2), { id: APPLICANT.id, name: APPLICANT.name, role: 'applicant' } as const];
    const waiting = async () => (await inbox(system.store.db, owner, {}, { size: 200 })).rows.filter((row) => row.caseNo === caseNo).map((row) => [row.id, row.claimedBy, row.dueOn !== null]);
    const resolve = (as: Actor, more: object = {}) => system.client.command(caseNo, { do: 'resolveComplaint', as, with: { complaint: '1', answer: '正在查', ...more } });
    await system.client.command(caseNo, { do: 'complain', as: applicant, with: { text: '跑了三次', unresolved: true } });
    await claim(system.store.db, owner, { caseNo, taskId: 'resolveComplaint:1' });
    await expect(mayAct(system.store.db, other, caseNo, 'resolveComplaint:1')).rejects.toMatchObject({ code: 'task.claimedByOther' });
    expect(await resolve(owner, { followUp: '本人满意' })).toMatchObject({ ok: false, rejection: { code: 'complaint.notAtItsEnd' } });
    expect(await resolve(owner)).toMatchObject({ ok: true });
    expect(await waiting()).toEqual([['resolveComplaint:1', owner.id, true]]);
    expect(await system.client.command(caseNo, { do: 'withdrawCase', as: applicant, with: { reason: '不办了' } })).toMatchObject({ ok: true });
    expect(await resolve(owner, { followUp: '本人不再办理' })).toMatchObject({ ok: true });
    expect(await waiting()).toEqual([]);
  });
});

describe('a command', () => {
  it('sent twice has one effect and one answer', async () => {
    const { caseNo } = await system.client.receive(application());
    const command = { ...examine('staff-health', 'health'), id: 'same-id' };
    const [first, second] = await Promise.all([system.client.command(caseNo, command), system.client.command(caseNo, command)]);
    const third = await system.client.command(caseNo, command);
    expect([first.ok, second.ok, third.ok]).toEqual([true, true, true]);
    expect((await changesOf(caseNo)).filter((change) => change.commandId === 'same-id')).toHaveLength(1);
  });

  it('of two officers who decide the same task at the same moment lets one win and tells the other', async () => {
    const caseNo = await proposed();
    const confirm = (n: number): GivenCommand => ({ do: 'confirm', as: person('approver', 'market-regulation', n), with: { item: 'food-licence', opinion: '同意' } });
    const outcomes = await Promise.all([system.client.command(caseNo, confirm(1)), system.client.command(caseNo, confirm(2))]);
    const refused = outcomes.filter((outcome) => !outcome.ok);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ rejection: { code: 'item.alreadyDecided', params: { item: 'food-licence' } } });
    expect((await changesOf(caseNo)).filter((change) => change.kind === 'itemGranted' && change.item === 'food-licence')).toHaveLength(1);
  });

  it('that is refused changes nothing and is kept for the audit', async () => {
    const { caseNo } = await system.client.receive(application());
    const before = await system.client.view(caseNo);
    const outcome = await system.client.command(caseNo, { id: 'refused-1', do: 'confirm', as: person('approver', 'health'), with: { item: 'staff-health', opinion: '同意' } });
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'confirm.nothingProposed' } });
    expect(await system.client.view(caseNo)).toEqual(before);
    const row = await system.store.db.selectFrom('command').selectAll().where('id', '=', 'refused-1').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'refused', name: 'confirm', rejection: { code: 'confirm.nothingProposed' } });
  });

  it('to a case nobody knows is answered with case.unknown', async () => {
    await expect(system.client.command('371302-19990101-0001', examine('staff-health', 'health'))).rejects.toMatchObject({ code: 'case.unknown' });
  });

  it('that is not a command is refused by the workflow, whatever it is', async () => {
    const { caseNo } = await system.client.receive(application());
    const outcome = await system.client.command(caseNo, { do: 'explode', as: CLERK, with: {} } as never);
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'command.unknown' } });
  });

  it('left behind by a killed client is carried out once by the reconciler', async () => {
    const { caseNo } = await system.client.receive(application());
    const command = { ...examine('staff-health', 'health'), id: 'orphan' };
    await logSent(system.store.db, { id: 'orphan', caseNo, name: command.do, actor: command.as, body: command, sentAt: Date.now() - 60_000 });
    expect((await system.client.reconcile({ olderThan: 30_000 })).settled).toBe(1);
    expect((await system.client.reconcile({ olderThan: 0 })).settled).toBe(0);
    expect((await changesOf(caseNo)).filter((change) => change.commandId === 'orphan')).toHaveLength(1);
  });

  it('is refused, with nothing half done, while the store is away', async () => {
    const { caseNo } = await system.client.receive(application());
    // Nobody listens on port 1.
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }) }) });
    const away = new CaseClient({ temporal: system.temporal, taskQueue: TASK_QUEUE, store: { db, close: () => db.destroy() } });
    await expect(away.command(caseNo, examine('staff-health', 'health'))).rejects.toMatchObject({ code: 'store.unavailable' });
    expect((await system.client.export(caseNo)).state.items['staff-health']!.state).toBe('unexamined');
  });
});

describe('Temporal', () => {
  it('never holds personal data in clear', async () => {
    const caseNo = await proposed();
    // Refusals are history too, and name persons: here, who decided before.
    const approver = { ...person('approver', 'market-regulation'), name: '端木云飞' };
    for (const n of [1, 2]) await system.client.command(caseNo, { do: 'confirm', as: approver, with: { item: 'food-licence', opinion: `同意 ${n}` } });
    const history = await system.temporal.workflow.getHandle(caseNo).fetchHistory();
    const bytes = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()).toString('utf8');
    expect(bytes).toContain('binary/encrypted');
    for (const secret of [APPLICANT.name, APPLICANT.idNumber, APPLICANT.phone, FORM.shopName, approver.name, 'bundled-case.ts']) expect(bytes).not.toContain(secret);
  });
});

describe('the store', () => {
  it('is restored from the cases themselves after it was lost, and numbers given before are not given again', async () => {
    const caseNo = await proposed();
    const before = await system.client.view(caseNo);
    const tables = ['case_record', 'case_change', 'task', 'clock', 'document', 'case_number'] as const;
    const open = await system.store.db.selectFrom('case_record').select('case_no').where('phase', '<>', 'archived').execute();
    for (const table of tables) await system.store.db.deleteFrom(table).execute();
    async function* exports(): AsyncGenerator<CaseExport> {
      for (const { case_no } of open) yield system.client.export(case_no);
    }
    await rebuild(system.store.db, exports());
    expect(await system.client.view(caseNo)).toEqual(before);
    expect(await verifyStore(system.store.db)).toEqual([]);
    const next = await system.client.receive(application());
    expect(open.map((row) => row.case_no)).not.toContain(next.caseNo);
  });
});

describe('publishing a calendar', () => {
  it('moves the open deadlines of every running case, records it, and gives new cases the new calendar', async () => {
    const { caseNo } = await system.client.receive(application());
    const due = (await system.client.view(caseNo)).state.clocks['examination']!;
    const firstDay = new Date(new Date(`${due.dayZero}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10) as PlainDate;
    const decree: Decree = {
      id: 'test-holiday', documentNumber: null, publishedOn: due.dayZero, settlesYears: [],
      days: Array.from({ length: 7 }, (_, n) => ({ date: new Date(Date.parse(firstDay) + n * 86_400_000).toISOString().slice(0, 10) as PlainDate, kind: 'rest', name: { zh: '临时放假', en: 'Extra holiday' } })),
    };
    const result = await system.temporal.workflow.execute('publishCalendar', {
      taskQueue: TASK_QUEUE, workflowId: 'publish-test-holiday', args: [{ decrees: [decree], after: null, updated: 0, updatedInPass: 0 }],
    }) as { updated: number };
    expect(result.updated).toBeGreaterThan(0);
    const moved = (await changesOf(caseNo)).filter((change) => change.kind === 'deadlineMoved');
    expect(moved).toHaveLength(1);
    const again = await system.client.receive(application());
    expect((await system.client.view(again.caseNo)).calendar.decrees.map((one) => one.id)).toContain('test-holiday');
    expect(await verifyStore(system.store.db)).toEqual([]);
  });
});
