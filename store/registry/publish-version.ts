import { CompiledQuery } from 'kysely';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import { ENGINE_VERSION } from '../../workflows/case/step.ts';
import type { Database, Tx } from '../open-store.ts';
import { StoreError } from '../store-error.ts';
import { type DefinitionAct, type DefinitionVersion, definitionVersion } from './definition-version.ts';
import type { LegalDifference, ProofRecord } from './proof-record.ts';

/** What somebody wants to be a version of a service. */
export interface DraftedVersion {
  readonly source: string;
  readonly plan: CasePlan;
  readonly validFrom: PlainDate;
  /** The version it will follow, and what it changes against it. */
  readonly follows: string | null;
  readonly diff: readonly LegalDifference[];
}

/**
 * Writes a draft. The same content for the same day again changes nothing; other content replaces what was drafted under this
 * version number, as long as it is not approved, and has to be proved anew.
 * @param at ms since the epoch; its day in Asia/Shanghai is the earliest that the version may be valid from
 * @throws StoreError `version.published`, `version.withdrawn`, `version.validFromPast`, `version.dayTaken`
 */
export async function draftVersion(db: Database, by: Actor, draft: DraftedVersion, at: number = Date.now()): Promise<{ version: DefinitionVersion; repeated: boolean }> {
  const { plan, source, validFrom, follows, diff } = draft;
  const { code: service, version } = plan.service;
  return db.transaction().execute(async (tx) => {
    await lockService(tx, service);
    const known = await tx.selectFrom('definition_version').select(['status', 'source', 'plan_hash', 'valid_from'])
      .where('service', '=', service).where('version', '=', version).forUpdate().executeTakeFirst();
    if (known?.status === 'withdrawn') throw new StoreError('version.withdrawn', { version });
    const repeated = known?.plan_hash === plan.hash && known.source === source && known.valid_from === validFrom;
    if (repeated) return { version: await definitionVersion(tx, service, version), repeated };
    if (known?.status === 'approved') throw new StoreError('version.published', { version });
    refusePast(validFrom, at);
    await refuseTaken(tx, service, version, validFrom);
    const content = {
      source, plan: JSON.stringify(plan), plan_hash: plan.hash, engine_version: ENGINE_VERSION, valid_from: validFrom, status: 'draft' as const, follows, diff: JSON.stringify(diff),
      proof: null, drafted_by: by.id, drafted_at: at, proved_at: null,
    };
    await tx.insertInto('definition_version').values({ service, version, ...content, approved_by: null, approved_at: null, withdrawn_by: null, withdrawn_at: null })
      .onConflict((conflict) => conflict.columns(['service', 'version']).doUpdateSet(content)).execute();
    const written = await definitionVersion(tx, service, version);
    await log(tx, 'draft', by, written, at);
    return { version: written, repeated };
  });
}

/**
 * Records that a draft was proved, or, without a proof, that it was not.
 * @throws StoreError `version.unknown`, `version.changed` when it is another draft by now
 */
export async function recordProof(db: Database, by: Actor, draft: DefinitionVersion, proof: ProofRecord | null, note: string | null, at: number = Date.now()): Promise<DefinitionVersion> {
  const { service, version } = draft;
  return db.transaction().execute(async (tx) => {
    const known = await definitionVersion(tx, service, version, { lock: true });
    if (known.planHash !== draft.planHash || known.validFrom !== draft.validFrom || known.status !== 'draft') throw new StoreError('version.changed', { version });
    if (proof) {
      await tx.updateTable('definition_version').set({ status: 'proved', proof: JSON.stringify(proof), engine_version: proof.engineVersion, proved_at: at })
        .where('service', '=', service).where('version', '=', version).execute();
    }
    await log(tx, proof ? 'prove' : 'disprove', by, known, at, note);
    return definitionVersion(tx, service, version);
  });
}

/**
 * A second person approves what he was shown, and so publishes it. Of two who approve at once the later one is told of the other.
 * @param shown what he was shown: another content or day than this is not approved
 * @throws StoreError `version.unknown`, `version.alreadyApproved`, `version.withdrawn`, `version.notProved`, `version.changed`,
 *   `version.otherEngine`, `version.validFromPast`, `version.samePerson`
 */
export async function approveVersion(
  db: Database, by: Actor, shown: Pick<DefinitionVersion, 'service' | 'version' | 'planHash' | 'validFrom' | 'follows' | 'diff'>, at: number = Date.now(),
): Promise<DefinitionVersion> {
  const { service, version } = shown;
  return db.transaction().execute(async (tx) => {
    await lockService(tx, service);
    const known = await definitionVersion(tx, service, version, { lock: true });
    await refuseUnfit(tx, by, known, at);
    if (known.planHash !== shown.planHash || known.validFrom !== shown.validFrom) throw new StoreError('version.changed', { version });
    await tx.updateTable('definition_version').set({ status: 'approved', approved_by: by.id, approved_at: at, follows: shown.follows, diff: JSON.stringify(shown.diff) })
      .where('service', '=', service).where('version', '=', version).execute();
    await log(tx, 'approve', by, known, at);
    return definitionVersion(tx, service, version);
  });
}

/** Whether somebody could approve a version now. @throws StoreError as `approveVersion` does */
export async function refuseUnfit(db: Database, by: Actor, known: DefinitionVersion, at: number = Date.now()): Promise<void> {
  const { service, version, status } = known;
  if (status === 'approved') throw new StoreError('version.alreadyApproved', { version, who: await nameOf(db, known.approvedBy!) });
  if (status === 'withdrawn') throw new StoreError('version.withdrawn', { version });
  if (status === 'draft') throw new StoreError('version.notProved', { version });
  if (known.engineVersion !== ENGINE_VERSION) throw new StoreError('version.otherEngine', { version });
  refusePast(known.validFrom, at);
  const drafted = await db.selectFrom('definition_log').select('id').where('service', '=', service).where('version', '=', version)
    .where('action', '=', 'draft').where('by', '=', by.id).executeTakeFirst();
  if (drafted) throw new StoreError('version.samePerson', { version, person: by.name });
}

/**
 * Withdraws a version that is not valid yet. Its row and its log stay; its day is free again.
 * @throws StoreError `version.unknown`, `version.withdrawn`, `version.inForce`
 */
export async function withdrawVersion(db: Database, by: Actor, { service, version, note }: { service: string; version: string; note: string | null }, at: number = Date.now()): Promise<DefinitionVersion> {
  return db.transaction().execute(async (tx) => {
    await lockService(tx, service);
    const known = await definitionVersion(tx, service, version, { lock: true });
    if (known.status === 'withdrawn') throw new StoreError('version.withdrawn', { version });
    if (known.status === 'approved' && known.validFrom <= dateOf(at as Instant)) throw new StoreError('version.inForce', { version, validFrom: known.validFrom });
    await tx.updateTable('definition_version').set({ status: 'withdrawn', withdrawn_by: by.id, withdrawn_at: at }).where('service', '=', service).where('version', '=', version).execute();
    await log(tx, 'withdraw', by, known, at, note);
    return definitionVersion(tx, service, version);
  });
}

/** One act on the registry of a service at a time: two drafts may want the same day. */
async function lockService(tx: Tx, service: string): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock(hashtextextended($1, 1))', [service]));
}

function refusePast(validFrom: PlainDate, at: number): void {
  const today = dateOf(at as Instant);
  if (validFrom < today) throw new StoreError('version.validFromPast', { validFrom, today });
}

async function refuseTaken(tx: Tx, service: string, version: string, validFrom: PlainDate): Promise<void> {
  const taken = await tx.selectFrom('definition_version').select('version').where('service', '=', service).where('valid_from', '=', validFrom)
    .where('status', '<>', 'withdrawn').where('version', '<>', version).executeTakeFirst();
  if (taken) throw new StoreError('version.dayTaken', { service, version: taken.version, validFrom });
}

async function nameOf(db: Database, person: string): Promise<string> {
  const row = await db.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst();
  return row ? `${row.name} (${person})` : person;
}

async function log(tx: Tx, action: DefinitionAct['action'], by: Actor, { service, version, planHash, validFrom }: DefinitionVersion, at: number, note: string | null = null): Promise<void> {
  await tx.insertInto('definition_log').values({ at, service, version, action, by: by.id, plan_hash: planHash, valid_from: validFrom, note }).execute();
}
