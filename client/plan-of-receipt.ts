import { planOf } from '../store/apply-changes.ts';
import type { Database, Tx } from '../store/open-store.ts';
import { nextVersion, planInForce, plansInForce } from '../store/registry/plan-in-force.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { Change } from '../workflows/case/case-change.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import type { CaseInput } from '../workflows/case-protocol.ts';
import { ClientError } from './client-error.ts';

/** A plan, published or not; or the one that is in force for a service on the day of the receipt. */
export type AskedPlan = CasePlan | { readonly inForce: string };

/**
 * The plan that is meant, for a receipt of a day (Asia/Shanghai).
 * @throws ClientError `service.unknown`, `service.notYetValid`
 */
export async function planFor(db: Database, asked: AskedPlan, day: PlainDate): Promise<CasePlan> {
  if (!('inForce' in asked)) return asked;
  const service = asked.inForce;
  const found = await planInForce(db, service, day);
  if (found) return found.plan;
  const next = await nextVersion(db, service, day);
  if (next) throw new ClientError('service.notYetValid', { service, day, ...next });
  throw new ClientError('service.unknown', { service, services: (await plansInForce(db, day)).map(({ plan }) => plan.service.code).join(', ') });
}

/** The plan that a case has taken: of the two it was given, or, when it was started before by the same command, another one. */
export function planTaken(tx: Tx, changes: readonly Change[], { plan, successor }: CaseInput): CasePlan | Promise<CasePlan> {
  const [first] = changes;
  if ((first?.kind !== 'caseReceived' && first?.kind !== 'draftSubmitted') || first.planHash === plan.hash) return plan;
  return first.planHash === successor?.plan.hash ? successor.plan : planOf(tx, first.planHash);
}
