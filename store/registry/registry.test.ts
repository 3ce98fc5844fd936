import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { dateOf, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { ENGINE_VERSION } from '../../workflows/case/step.ts';
import { registerPlan } from '../apply-changes.ts';
import { contentHash } from '../hash-chain.ts';
import type { Database } from '../open-store.ts';
import { findPerson, seedPeople } from '../people.ts';
import { restaurantPlan } from '../test-support/restaurant-case.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { type DefinitionVersion, definitionActs, definitionVersion, definitionVersions } from './definition-version.ts';
import { nextVersion, planInForce, plansAround, plansInForce, setEmbedded } from './plan-in-force.ts';
import type { ProofRecord } from './proof-record.ts';
import { approveVersion, draftVersion, recordProof, withdrawVersion } from './publish-version.ts';

const day = (date: string) => date as PlainDate;
/** Thursday, 10:00 in Shanghai. */
const NOW = instantOf(day('2026-03-05'), 10);

let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let drafter: Actor;
let second: Actor;
let third: Actor;
/** Each test publishes a service of its own. */
let service = '';
let services = 0;

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  await seedPeople(db, [restaurantPlan()]);
  [drafter, second, third] = (await Promise.all(['clerk-1', 'manager-1', 'government-head'].map((id) => findPerson(db, id)))) as [Actor, Actor, Actor];
});
afterAll(() => test.end());
const fresh = () => void (service = `restaurant-${(services += 1)}`);

function planNamed(version: string): CasePlan {
  const { hash: _, ...plan } = restaurantPlan();
  const renamed = { ...plan, service: { ...plan.service, code: service, version } };
  return { ...renamed, hash: contentHash(renamed) };
}

const draft = (version: string, validFrom: string, { by = drafter, source = version, at = NOW as number } = {}) =>
  draftVersion(db, by, { plan: planNamed(version), source, validFrom: day(validFrom), follows: null, diff: [] }, at);

const proofOf = ({ planHash }: DefinitionVersion): ProofRecord => ({
  planHash, engineVersion: ENGINE_VERSION, properties: [], explored: [], walks: { walks: 0, transitions: 0, seed: 1 }, left: [], hash: contentHash(planHash),
});

async function proved(version: string, validFrom: string, at: number = NOW): Promise<DefinitionVersion> {
  const { version: drafted } = await draft(version, validFrom, { at });
  return recordProof(db, drafter, drafted, proofOf(drafted), null, at);
}

const published = async (version: string, validFrom: string, at: number = NOW) => approveVersion(db, second, await proved(version, validFrom, at), at);
const refused = (code: string) => expect.objectContaining({ code });
const versionOn = async (date: string) => (await planInForce(db, service, day(date)))?.published?.version;

describe('a version of a definition', () => {
  it('is drafted, proved and approved by a second person, each act on record', async () => {
    fresh();
    const { version, repeated } = await draft('1', '2026-03-06');
    expect([version.status, repeated]).toEqual(['draft', false]);
    await expect(approveVersion(db, second, version, NOW)).rejects.toEqual(refused('version.notProved'));
    const shown = await recordProof(db, drafter, version, proofOf(version), null, NOW + 1);
    await expect(approveVersion(db, drafter, shown, NOW)).rejects.toEqual(refused('version.samePerson'));
    expect(await approveVersion(db, second, shown, NOW + 2)).toMatchObject({ status: 'approved', draftedBy: 'clerk-1', approvedBy: 'manager-1', approvedAt: NOW + 2 });
    expect((await definitionActs(db, service)).map(({ at, action, by }) => [at - NOW, action, by])).toEqual([[0, 'draft', 'clerk-1'], [1, 'prove', 'clerk-1'], [2, 'approve', 'manager-1']]);
  });

  it('cannot be valid from a day that is over, neither when drafted nor when approved', async () => {
    fresh();
    await expect(draft('1', '2026-03-04')).rejects.toMatchObject({ code: 'version.validFromPast', text: { zh: expect.stringContaining('今天是 2026-03-05'), en: expect.stringContaining('today is 2026-03-05') } });
    const today = await proved('1', '2026-03-05');
    const tomorrow = instantOf(day('2026-03-06'));
    await expect(approveVersion(db, second, today, tomorrow)).rejects.toEqual(refused('version.validFromPast'));
    expect((await approveVersion(db, second, today, tomorrow - 1)).status).toBe('approved');
  });

  it('has its first day to itself, until it is withdrawn', async () => {
    fresh();
    await proved('1', '2026-04-01');
    await expect(draft('2', '2026-04-01')).rejects.toEqual(refused('version.dayTaken'));
    const both = await Promise.allSettled([draft('3', '2026-05-01'), draft('4', '2026-05-01')]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await withdrawVersion(db, second, { service, version: '1', note: '印错' }, NOW);
    expect((await draft('2', '2026-04-01')).version.status).toBe('draft');
    await expect(draft('1', '2026-06-01')).rejects.toEqual(refused('version.withdrawn'));
  });

  it('the same twice is one; other content under its number is another draft, to be proved anew and by nobody who drafted it', async () => {
    fresh();
    const before = await proved('1', '2026-04-01');
    const again = await draft('1', '2026-04-01');
    expect(again).toEqual({ version: before, repeated: true });
    expect(await definitionActs(db, service)).toHaveLength(2);
    const { version } = await draft('1', '2026-04-01', { by: second, source: 'with other words' });
    expect([version.status, version.proof]).toEqual(['draft', null]);
    await expect(recordProof(db, drafter, { ...before, validFrom: day('2026-04-02') }, proofOf(before), null, NOW)).rejects.toEqual(refused('version.changed'));
    await recordProof(db, second, version, proofOf(version), null, NOW);
    await expect(approveVersion(db, drafter, version, NOW)).rejects.toEqual(refused('version.samePerson'));
    expect((await approveVersion(db, third, version, NOW)).approvedBy).toBe('government-head');
    await expect(draft('1', '2026-04-02')).rejects.toEqual(refused('version.published'));
  });

  it('is approved by one of two who do it at once; the other is told', async () => {
    for (let round = 0; round < 10; round += 1) {
      fresh();
      const version = await proved('1', '2026-04-01');
      const results = await Promise.allSettled([approveVersion(db, second, version, NOW), approveVersion(db, third, version, NOW)]);
      const [winner] = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const [loser] = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(loser).toMatchObject({ code: 'version.alreadyApproved', text: { en: expect.stringContaining(winner!.approvedBy!) } });
      expect((await definitionActs(db, service)).filter((act) => act.action === 'approve')).toHaveLength(1);
    }
  });

  it('is approved as it was shown, and not with the proof of another engine', async () => {
    fresh();
    const shown = await proved('1', '2026-04-01');
    const { version } = await draft('1', '2026-04-02');
    await recordProof(db, drafter, version, proofOf(version), null, NOW);
    await expect(approveVersion(db, second, shown, NOW)).rejects.toEqual(refused('version.changed'));
    await sql`update definition_version set engine_version = ${ENGINE_VERSION + 1} where service = ${service}`.execute(db);
    await expect(approveVersion(db, second, version, NOW)).rejects.toEqual(refused('version.otherEngine'));
  });

  it('is withdrawn before its first day, not after', async () => {
    fresh();
    await published('1', '2026-03-06');
    await expect(withdrawVersion(db, drafter, { service, version: '1', note: null }, instantOf(day('2026-03-06')))).rejects.toEqual(refused('version.inForce'));
    expect(await withdrawVersion(db, drafter, { service, version: '1', note: null }, instantOf(day('2026-03-06')) - 1)).toMatchObject({ status: 'withdrawn', approvedBy: 'manager-1', withdrawnBy: 'clerk-1' });
    await expect(withdrawVersion(db, drafter, { service, version: '1', note: null }, NOW)).rejects.toEqual(refused('version.withdrawn'));
    await expect(definitionVersion(db, service, '9')).rejects.toEqual(refused('version.unknown'));
    expect(await versionOn('2026-03-06')).toBeUndefined();
  });
});

describe('whoever writes past the program', () => {
  it('cannot approve what he drafted', async () => {
    fresh();
    await proved('1', '2026-04-01');
    const approve = (by: string) => sql`update definition_version set status = 'approved', approved_by = ${by}, approved_at = 1 where service = ${service}`.execute(db);
    await expect(approve('clerk-1')).rejects.toThrow(/whoever drafted|second_person/);
    await sql`update definition_version set drafted_by = 'clerk-2' where service = ${service}`.execute(db);
    await expect(approve('clerk-1')).rejects.toThrow('whoever drafted');
    await expect(approve('clerk-2')).rejects.toThrow('definition_version_second_person');
  });

  it('cannot approve what is not proved, nor change or delete what is approved, nor the log', async () => {
    fresh();
    await draft('1', '2026-04-01');
    await expect(sql`update definition_version set status = 'approved', approved_by = 'manager-1', approved_at = 1 where service = ${service}`.execute(db)).rejects.toThrow('definition_version_proved');
    await published('2', '2026-04-02');
    for (const change of ["plan = '{}'", "source = ''", "valid_from = '2026-01-01'", "status = 'proved'", "approved_by = 'clerk-2'", 'proof = null', "status = 'withdrawn', source = ''"]) {
      await expect(sql`update definition_version set ${sql.raw(change)} where service = ${service} and version = '2'`.execute(db)).rejects.toThrow('never changes');
    }
    await expect(sql`delete from definition_version where service = ${service}`.execute(db)).rejects.toThrow('never deleted');
    await expect(sql`update definition_log set "by" = 'clerk-2'`.execute(db)).rejects.toThrow('only added to');
    await expect(sql`delete from definition_log`.execute(db)).rejects.toThrow('only added to');
    await expect(sql`truncate definition_log`.execute(db)).rejects.toThrow('only added to');
  });
});

describe('the version in force', () => {
  it('is decided by the day of the receipt in Shanghai, at 23:59 and at 00:01', async () => {
    fresh();
    await published('1', '2026-03-05');
    await published('2', '2026-03-06');
    await proved('3', '2026-03-07');
    const midnight = instantOf(day('2026-03-06'));
    expect(await versionOn(dateOf((midnight - 60_000) as Instant))).toBe('1');
    expect(await versionOn(dateOf((midnight + 60_000) as Instant))).toBe('2');
    expect([await versionOn('2026-03-04'), await versionOn('2026-03-08')]).toEqual([undefined, '2']);
    expect(await nextVersion(db, service, day('2026-03-05'))).toEqual({ version: '2', validFrom: '2026-03-06' });
    expect(await nextVersion(db, service, day('2026-03-06'))).toBeNull();
  });

  it('near that midnight is one of two, and the first day of the later one says which', async () => {
    fresh();
    await published('1', '2026-03-05');
    await published('2', '2026-03-06');
    const midnight = instantOf(day('2026-03-06'));
    const around = async (apart: number) => {
      const { plan, successor } = await plansAround(db, service, (midnight + apart) as Instant);
      return [plan?.service.version, successor?.plan.service.version, successor?.validFrom];
    };
    expect(await around(-7_200_000)).toEqual(['1', undefined, undefined]);
    expect(await around(-60_000)).toEqual(['1', '2', '2026-03-06']);
    expect(await around(60_000)).toEqual(['1', '2', '2026-03-06']);
    expect(await around(7_200_000)).toEqual(['2', undefined, undefined]);
  });

  it('before the first one is published and valid is the plan that comes with the project', async () => {
    fresh();
    const embedded = planNamed('embedded');
    await registerPlan(db, embedded);
    await setEmbedded(db, embedded);
    await published('1', '2026-03-06');
    expect(await planInForce(db, service, day('2026-03-05'))).toEqual({ plan: embedded, published: null });
    expect(await versionOn('2026-03-06')).toBe('1');
    const inForce = (await plansInForce(db, day('2026-03-05'))).filter(({ plan }) => plan.service.code === service);
    expect(inForce).toEqual([{ plan: embedded, published: null }]);
    expect(await definitionVersions(db, service)).toHaveLength(1);
  });
});
