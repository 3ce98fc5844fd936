import type { PersonId } from '../../workflows/case/actor.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { StoreError } from '../store-error.ts';
import type { LegalDifference, ProofRecord, VersionStatus } from './proof-record.ts';

/** A version as the registry lists it: without its text and its plan, which are large. */
export interface DefinitionVersion {
  readonly service: string;
  readonly version: string;
  readonly planHash: string;
  readonly engineVersion: number;
  /** Civil day in Asia/Shanghai. Cases received from its 00:00 on take this version, until another one is valid. */
  readonly validFrom: PlainDate;
  readonly status: VersionStatus;
  /** The version that `diff` compares with; null: with the catalogue that comes with the project, or nothing. */
  readonly follows: string | null;
  readonly diff: readonly LegalDifference[];
  readonly proof: ProofRecord | null;
  readonly draftedBy: PersonId;
  /** ms since the epoch, as all that end in `At`. */
  readonly draftedAt: number;
  readonly provedAt: number | null;
  readonly approvedBy: PersonId | null;
  readonly approvedAt: number | null;
  readonly withdrawnBy: PersonId | null;
  readonly withdrawnAt: number | null;
}

const COLUMNS = [
  'service', 'version', 'plan_hash', 'engine_version', 'valid_from', 'status', 'follows', 'diff', 'proof', 'drafted_by', 'drafted_at', 'proved_at', 'approved_by',
  'approved_at', 'withdrawn_by', 'withdrawn_at',
] as const;

/** Every version, by service and first day of validity. */
export async function definitionVersions(db: Database, service?: string): Promise<DefinitionVersion[]> {
  const rows = await db.selectFrom('definition_version').select(COLUMNS).$if(service !== undefined, (query) => query.where('service', '=', service!))
    .orderBy('service').orderBy('valid_from').orderBy('drafted_at').execute();
  return rows.map(versionOf);
}

/** @throws StoreError `version.unknown` */
export async function definitionVersion(db: Database, service: string, version: string, { lock = false } = {}): Promise<DefinitionVersion> {
  const row = await db.selectFrom('definition_version').select(COLUMNS).where('service', '=', service).where('version', '=', version)
    .$if(lock, (query) => query.forUpdate()).executeTakeFirst();
  if (!row) throw new StoreError('version.unknown', { service, version });
  return versionOf(row);
}

/** The plan of a version, published or not. @throws StoreError `version.unknown` */
export async function planOfVersion(db: Database, service: string, version: string): Promise<CasePlan> {
  const row = await db.selectFrom('definition_version').select('plan').where('service', '=', service).where('version', '=', version).executeTakeFirst();
  if (!row) throw new StoreError('version.unknown', { service, version });
  return row.plan as CasePlan;
}

interface Row {
  readonly service: string; readonly version: string; readonly plan_hash: string; readonly engine_version: number; readonly valid_from: string; readonly status: VersionStatus;
  readonly follows: string | null; readonly diff: unknown; readonly proof: unknown; readonly drafted_by: string; readonly drafted_at: number; readonly proved_at: number | null;
  readonly approved_by: string | null; readonly approved_at: number | null; readonly withdrawn_by: string | null; readonly withdrawn_at: number | null;
}

function versionOf(row: Row): DefinitionVersion {
  return {
    service: row.service, version: row.version, planHash: row.plan_hash, engineVersion: row.engine_version, validFrom: row.valid_from as PlainDate, status: row.status,
    follows: row.follows, diff: row.diff as readonly LegalDifference[], proof: row.proof as ProofRecord | null, draftedBy: row.drafted_by, draftedAt: row.drafted_at,
    provedAt: row.proved_at, approvedBy: row.approved_by, approvedAt: row.approved_at, withdrawnBy: row.withdrawn_by, withdrawnAt: row.withdrawn_at,
  };
}

/** One act on a version: who did what, when. */
export interface DefinitionAct {
  readonly at: number;
  readonly service: string;
  readonly version: string;
  readonly action: 'draft' | 'prove' | 'disprove' | 'approve' | 'withdraw';
  readonly by: PersonId;
  readonly planHash: string;
  readonly validFrom: PlainDate;
  readonly note: string | null;
}

/** Every act on the registry, in the order in which they were done. */
export async function definitionActs(db: Database, service?: string): Promise<DefinitionAct[]> {
  const rows = await db.selectFrom('definition_log').selectAll().$if(service !== undefined, (query) => query.where('service', '=', service!)).orderBy('id').execute();
  return rows.map(({ at, service: of, version, action, by, plan_hash: planHash, valid_from: validFrom, note }) =>
    ({ at, service: of, version, action, by, planHash, validFrom: validFrom as PlainDate, note }));
}
