import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';

/** The plan that a case received on a day takes, and where it comes from. */
export interface PlanInForce {
  readonly plan: CasePlan;
  /** The published version; null: nothing of this service is published and valid, so the catalogue that comes with the project is used. */
  readonly published: { readonly version: string; readonly validFrom: PlainDate } | null;
}

/**
 * The version of a service that is valid on a day: the approved one whose first day is the last not after it. Before the first
 * one, what the project brings along.
 * @param day civil day in Asia/Shanghai, of the receipt
 * @returns null when the service has neither
 */
export async function planInForce(db: Database, service: string, day: PlainDate): Promise<PlanInForce | null> {
  const row = await db.selectFrom('definition_version').select(['version', 'valid_from', 'plan'])
    .where('service', '=', service).where('status', '=', 'approved').where('valid_from', '<=', day).orderBy('valid_from', 'desc').limit(1).executeTakeFirst();
  if (row) return { plan: row.plan as CasePlan, published: { version: row.version, validFrom: row.valid_from as PlainDate } };
  const embedded = await db.selectFrom('embedded_definition').innerJoin('plan', 'plan.hash', 'embedded_definition.plan_hash').select('plan.plan')
    .where('embedded_definition.service', '=', service).executeTakeFirst();
  return embedded ? { plan: embedded.plan as CasePlan, published: null } : null;
}

/** Every service that can be applied for on a day, by its code. */
export async function plansInForce(db: Database, day: PlainDate): Promise<PlanInForce[]> {
  const services = await db.selectFrom('embedded_definition').select('service')
    .union(db.selectFrom('definition_version').select('service').where('status', '=', 'approved').where('valid_from', '<=', day)).orderBy('service').execute();
  const found = await Promise.all(services.map(({ service }) => planInForce(db, service, day)));
  return found.filter((one) => one !== null);
}

/** The texts of what is published of other services and in force on a day: an item is the same in all of them. */
export async function otherSourcesInForce(db: Database, service: string, day: PlainDate): Promise<{ service: string; version: string; source: string }[]> {
  return db.selectFrom('definition_version').select(['service', 'version', 'source']).distinctOn('service')
    .where('service', '<>', service).where('status', '=', 'approved').where('valid_from', '<=', day).orderBy('service').orderBy('valid_from', 'desc').execute();
}

/** The first published version of a service that is valid only after a day, if there is one. */
export async function nextVersion(db: Database, service: string, day: PlainDate): Promise<{ version: string; validFrom: PlainDate } | null> {
  const row = await db.selectFrom('definition_version').select(['version', 'valid_from'])
    .where('service', '=', service).where('status', '=', 'approved').where('valid_from', '>', day).orderBy('valid_from').limit(1).executeTakeFirst();
  return row ? { version: row.version, validFrom: row.valid_from as PlainDate } : null;
}

/** Whether a plan is that of a published version. */
export async function isPublished(db: Database, { hash, service }: CasePlan): Promise<boolean> {
  const row = await db.selectFrom('definition_version').select('version').where('service', '=', service.code).where('plan_hash', '=', hash).where('status', '=', 'approved').executeTakeFirst();
  return row !== undefined;
}

/** Makes a plan that comes with the project the one that its service has while nothing is published. It must be registered. */
export async function setEmbedded(db: Database, { hash, service }: CasePlan): Promise<void> {
  await db.insertInto('embedded_definition').values({ service: service.code, plan_hash: hash })
    .onConflict((conflict) => conflict.column('service').doUpdateSet({ plan_hash: hash })).execute();
}

/** Clocks of two machines are not further apart than this, and nothing is under way for longer. Milliseconds. */
const AROUND_MS = 3_600_000;

/** Two instants that are on the same day in Asia/Shanghai, and not near its beginning or end. */
export function isOneDay(from: Instant, to: Instant): boolean {
  return dateOf((from - AROUND_MS) as Instant) === dateOf((to + AROUND_MS) as Instant);
}

/** What a case that is received just about now takes: near a midnight at which another version becomes valid there are two. */
export async function plansAround(db: Database, service: string, now: Instant): Promise<{ plan: CasePlan | null; successor: { plan: CasePlan; validFrom: PlainDate } | null }> {
  const [before, after] = await Promise.all([-AROUND_MS, AROUND_MS].map((apart) => planInForce(db, service, dateOf((now + apart) as Instant))));
  const changes = before && after?.published && after.plan.hash !== before.plan.hash;
  return { plan: (before ?? after)?.plan ?? null, successor: changes ? { plan: after.plan, validFrom: after.published.validFrom } : null };
}
