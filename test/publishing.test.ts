import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from '../client/case-client.ts';
import { approveDefinition, publishDefinition } from '../client/publishing.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { nextCaseNumber } from '../store/command-log.ts';
import { currentCalendarHash } from '../store/current-calendar.ts';
import { findPerson, seedPeople } from '../store/people.ts';
import { definitionActs, definitionVersion, definitionVersions } from '../store/registry/definition-version.ts';
import { approveVersion, draftVersion, recordProof } from '../store/registry/publish-version.ts';
import { registerPlan } from '../store/apply-changes.ts';
import { verifyStore } from '../store/verify.ts';
import { TASK_QUEUE } from '../workers/task-queue.ts';
import type { Actor } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { addDays, dateOf, type Instant, instantOf, type PlainDate } from '../workflows/case/plain-date.ts';
import { type CaseExport, type CaseInput, EXPORT_QUERY } from '../workflows/case-protocol.ts';
import { BROKEN_CORES } from './proof/broken-cores.ts';
import { type LiveSystem, startLiveSystem } from './support/live-system.ts';

const TEXT = readFileSync('definitions/catalogue/go-to-school.yaml', 'utf8');
/** A version of the service, in which the review may be promised in other days. */
const textOf = (version: string, { days = 10, code = 'go-to-school' } = {}) => TEXT.replace('version: "2026.1"', `version: "${version}"`)
  .replace('code: go-to-school', `code: ${code}`).replace('promised: 10 working days', `promised: ${days} working days`);
const FORM = {
  childName: '田一诺', childIdNumber: '371302202001010028', guardianName: '田野', guardianIdNumber: '371302199003030030', stage: 'primary', contactPhone: '13605390016',
  householdKind: 'local', housing: 'owned', homeAddress: '兰山区沂蒙路10号',
};

/** A proof takes seconds of computing, on a busy machine many times that. */
const PROOF_MS = 180_000;

let system: LiveSystem;
let clerk: Actor;
let second: Actor;
const today = () => dateOf(Date.now() as Instant);
const tomorrow = () => addDays(today(), 1);

beforeAll(async () => {
  system = await startLiveSystem('go-to-school', { simulation: true });
  await seedPeople(system.store.db, [system.plan]);
  [clerk, second] = (await Promise.all(['clerk-1', 'manager-1'].map((id) => findPerson(system.store.db, id)))) as [Actor, Actor];
}, 60_000);
afterAll(async () => {
  await system?.end();
});

const publish = (text: string, validFrom: PlainDate) => publishDefinition(system.store.db, { text, file: 'go-to-school.yaml', validFrom, by: clerk });
const approve = (version: string) => approveDefinition(system.store.db, second, { service: 'go-to-school', version });
const application = (part: Partial<Application> = {}): Application => ({
  plan: { inForce: 'go-to-school' }, region: '371302', window: '一号窗口', by: clerk, agent: null, serviceWay: 'electronic', policy: 'separable', form: FORM, materials: [], onTheSpot: [],
  applicant: { id: 'applicant-1', kind: 'person', name: '田野', idNumber: '371302199003030030', phone: '13605390016' }, ...part,
});
/** Received at an instant, as the case's own clock has it. */
const receivedAt = (at: number) => system.client.receive(application({ simulation: { offset: at - Date.now(), receivedAt: at, prehistory: [] } }));
const versionOf = async (caseNo: string) => (await system.client.view(caseNo)).plan.service.version;
const planFrom = (text: string): CasePlan => checkDefinition(text).plan!;

describe('a definition that is published while the system runs', () => {
  let early: string;

  it('is not taken before it is approved, nor by its first day', async () => {
    await expect(system.client.receive(application())).rejects.toMatchObject({ code: 'service.unknown' });
    expect(await publish(textOf('1'), today())).toMatchObject({ outcome: 'proved', version: { status: 'proved', follows: null, diff: [], proof: { planHash: planFrom(textOf('1')).hash } } });
    await expect(system.client.receive(application())).rejects.toMatchObject({ code: 'service.unknown' });
    expect((await approve('1')).status).toBe('approved');
    const outcome = await system.client.receive(application());
    early = outcome.caseNo;
    expect([outcome.ok, await versionOf(early)]).toEqual([true, '1']);
  }, PROOF_MS);

  it('says what it changes against the one it follows', async () => {
    const diff = [{ code: 'limit.shorter', about: 'enrolment-review', effect: 'lighter' }];
    expect(await publish(textOf('2', { days: 5 }), tomorrow())).toMatchObject({ outcome: 'proved', version: { follows: '1', diff } });
    const seen: string[] = [];
    await approveDefinition(system.store.db, second, { service: 'go-to-school', version: '2' }, (shown) => void seen.push(shown.status, ...shown.diff.map((one) => one.code)));
    expect(seen).toEqual(['proved', 'limit.shorter']);
  }, PROOF_MS);

  it('is taken from the midnight of its first day on: 23:59 and 00:01', async () => {
    const midnight = instantOf(tomorrow());
    const [before, after] = await Promise.all([receivedAt(midnight - 60_000), receivedAt(midnight + 60_000)]);
    expect([await versionOf(before.caseNo), await versionOf(after.caseNo)]).toEqual(['1', '2']);
    expect((await system.client.view(after.caseNo)).state.receivedOn).toBe(tomorrow());
  });

  it('does not touch a running case, which stays on its version', async () => {
    const before = await system.client.view(early);
    const outcome = await system.client.command(early, { do: 'examine', as: { id: 'r', name: 'r', role: 'reviewer', department: 'education' }, with: { item: 'admission', answer: 'complete' } });
    expect(outcome.ok).toBe(true);
    const after = await system.client.view(early);
    expect(after.plan).toEqual(before.plan);
    expect((await system.client.export(early)).plan.service.version).toBe('1');
    expect(await verifyStore(system.store.db)).toEqual([]);
  });

  it('near that midnight the case itself, which dates its receipt, takes the one of that date', async () => {
    const [plan, next] = [planFrom(textOf('1')), planFrom(textOf('2', { days: 5 }))];
    const started = async (validFrom: PlainDate) => {
      const caseNo = await nextCaseNumber(system.store.db, '371302', today());
      const { plan: _, ...receipt } = application();
      const input: CaseInput = { origin: 'window', plan, successor: { validFrom, plan: next }, decrees: [], receipt: { ...receipt, caseNo }, simulation: null, commandsPerRun: 1_500, carried: null };
      const handle = await system.temporal.workflow.start('go-to-school', { taskQueue: TASK_QUEUE, workflowId: caseNo, args: [input] });
      return (await handle.query<CaseExport>(EXPORT_QUERY)).plan.service.version;
    };
    expect([await started(tomorrow()), await started(today())]).toEqual(['1', '2']);
  });

  it('the same again is said and doubles nothing', async () => {
    expect(await publish(textOf('2', { days: 5 }), tomorrow())).toMatchObject({ outcome: 'repeated', version: { status: 'approved' } });
    expect(await definitionVersions(system.store.db, 'go-to-school')).toHaveLength(2);
    expect(await definitionActs(system.store.db, 'go-to-school')).toHaveLength(6);
  });

  it('that breaks the law is refused with its story; what is in force stays, and the draft is there to be mended', async () => {
    const { core } = BROKEN_CORES.find((one) => one.name === 'lets the same person confirm')!;
    const given = { text: textOf('3'), file: 'go-to-school.yaml', validFrom: addDays(today(), 2), by: clerk };
    const refused = await publishDefinition(system.store.db, given, { core, walks: 0, hasty: true });
    expect(refused).toMatchObject({ outcome: 'disproved', version: { status: 'draft', proof: null }, stories: [expect.stringContaining('ALL art. 34, 38')] });
    await expect(approve('3')).rejects.toMatchObject({ code: 'version.notProved' });
    expect(await publishDefinition(system.store.db, given)).toMatchObject({ outcome: 'proved' });
    expect((await definitionActs(system.store.db, 'go-to-school')).filter((act) => act.version === '3').map((act) => act.action)).toEqual(['draft', 'disprove', 'prove']);
  }, PROOF_MS);

  it('that is none is refused with every mistake, and nothing is written', async () => {
    expect(await publish(textOf('4').replace('department: education', 'department: nobody'), tomorrow())).toMatchObject({ outcome: 'wrong', problems: [{ code: 'department.unknown' }] });
    await expect(definitionVersion(system.store.db, 'go-to-school', '4')).rejects.toMatchObject({ code: 'version.unknown' });
  });
});

/** Publishes without the minutes of a proof: that of the first version, which is of the same items. */
async function putInRegistry(text: string, validFrom: PlainDate, at: number = Date.now()): Promise<CasePlan> {
  const { db } = system.store;
  const plan = planFrom(text);
  const { version: draft } = await draftVersion(db, clerk, { source: text, plan, validFrom, follows: null, diff: [] }, at);
  const { proof } = await definitionVersion(db, 'go-to-school', '1');
  await approveVersion(db, second, await recordProof(db, clerk, draft, { ...proof!, planHash: plan.hash }, null, at), at);
  return plan;
}

describe('a service whose first version is valid from tomorrow', () => {
  it('is not received today, and that is said with the day', async () => {
    await putInRegistry(textOf('1', { code: 'go-to-school-soon' }), tomorrow());
    await expect(system.client.receive(application({ plan: { inForce: 'go-to-school-soon' } }))).rejects.toMatchObject({
      code: 'service.notYetValid', text: { en: expect.stringContaining(`is valid from ${tomorrow()}`) },
    });
  });
});

describe('an item of the same code as one of another published service', () => {
  it('has the same standard there, or is not published', async () => {
    const coded = (code: string) => textOf('1', { code }).replace('  - id: admission\n', '  - id: admission\n    basicCode: "000105001000"\n');
    await putInRegistry(coded('go-to-school-a'), today());
    const other = coded('go-to-school-b').replace('    grantBy: reviewer\n', '');
    expect(await publish(other, tomorrow())).toMatchObject({
      outcome: 'wrong', problems: [{ code: 'itemCode.differs', id: 'admission', zh: expect.stringContaining('在服务“go-to-school-a”（go-to-school-a 1:') }],
    });
    await expect(definitionVersion(system.store.db, 'go-to-school-b', '1')).rejects.toMatchObject({ code: 'version.unknown' });
  });
});

describe('a receipt that nobody answered on its day', () => {
  it('is received under the version of the day on which it is', async () => {
    const { db } = system.store;
    const yesterday = addDays(today(), -1);
    const at = instantOf(yesterday, 9);
    const before = await putInRegistry(textOf('1', { code: 'go-to-school-later' }), yesterday, at);
    await putInRegistry(textOf('2', { code: 'go-to-school-later' }), today(), at);
    await registerPlan(db, before);
    const caseNo = await nextCaseNumber(db, '371302', yesterday);
    const { plan: _, ...receipt } = application();
    const body = {
      service: 'go-to-school-later', planHash: before.hash, calendarHash: await currentCalendarHash(db),
      receipt: { ...receipt, caseNo, commandId: 'left-behind' }, simulation: null, commandsPerRun: 1_500,
    };
    await db.insertInto('command').values({ id: 'left-behind', case_no: caseNo, name: 'receive', actor: JSON.stringify(clerk), body: JSON.stringify(body), status: 'sent', sent_at: instantOf(yesterday, 20), settled_at: null, rejection: null }).execute();
    expect((await system.client.reconcile({ olderThan: 0 })).settled).toBe(1);
    const { plan, state } = await system.client.view(caseNo);
    expect([plan.service.version, state.receivedOn]).toEqual(['2', today()]);
  });
});
