import type { HearingPlan, InterestedParties } from '../../workflows/case/case-plan.ts';
import type { Item } from '../schema/item.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import { textOf } from '../schema/text.ts';
import { given } from './given.ts';
import { LICENSING_LAW, resolveBasis } from './resolve-basis.ts';

export function interestedPartiesPlan({ bases }: ServiceDefinition, { interestedParties: parties }: Item): InterestedParties | null {
  return parties === undefined ? null : given({ who: textOf(parties.who), fields: parties.fields, basis: resolveBasis(bases, parties.basis) });
}

/** Interested parties of a licence may ask for a hearing, whether or not its definition says so. @see ALL art. 47 */
export function hearingPlan({ bases }: ServiceDefinition, { hearing, interestedParties }: Item): HearingPlan | null {
  if (hearing) return { held: hearing.held, basis: resolveBasis(bases, hearing.basis) };
  return interestedParties ? { held: 'onRequest', basis: LICENSING_LAW.hearing } : null;
}
