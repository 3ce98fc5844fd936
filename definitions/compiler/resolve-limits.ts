import type { CasePlan, ItemLimits, LegalBasis, Limit } from '../../workflows/case/case-plan.ts';
import type { Item } from '../schema/item.ts';
import { type LimitInput, periodOf } from '../schema/limit.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import { given } from './given.ts';
import { LICENSING_LAW, resolveBasis } from './resolve-basis.ts';

/**
 * An item's limits with what goes without saying filled in.
 *
 * A licence outside joint handling has the law's own 20 working days, and 10 more with the approval of the head of the
 * authority. Inside it the joint limit is the statutory one, except for a department that is not the local
 * government's: its licence cannot be drawn into joint handling and keeps its own.
 * @see ALL art. 26 para 2, art. 42
 */
export function itemLimits(definition: ServiceDefinition, item: Item): ItemLimits {
  const { bases, handling, promise } = definition;
  const { statutory, internal, promised } = item.limits;
  const decision = handling.decision === undefined ? LICENSING_LAW.joint : resolveBasis(bases, handling.decision);
  return given({
    statutory: statutory
      ? given({
          ...periodOf(statutory.limit),
          basis: resolveBasis(bases, statutory.basis),
          extension: statutory.extension
            ? { cap: statutory.extension.cap, by: 'headOfAuthority' as const, basis: resolveBasis(bases, statutory.extension.basis) }
            : null,
        })
      : isOnItsOwn(definition, item)
        ? {
            length: 20,
            unit: 'workingDay' as const,
            basis: LICENSING_LAW.decision,
            extension: { cap: 10, by: 'headOfAuthority' as const, basis: LICENSING_LAW.decision },
          }
        : null,
    internal: internal === undefined ? null : limitOf(definition, internal, decision),
    promised:
      promised === undefined
        ? null
        : {
            ...limitOf(definition, promised, resolveBasis(bases, promise.basis)),
            suspendedBy: typeof promised === 'string' ? 'procedures' as const : promised.suspendedBy,
          },
  });
}

/** A licence to which the law's 20 working days apply directly. */
export function isOnItsOwn(definition: ServiceDefinition, item: Item): boolean {
  if (item.nature !== 'licence') return false;
  const vertical = definition.departments.some(({ id, vertical }) => id === item.department && vertical);
  return definition.handling.mode === 'separate' || vertical;
}

export function limitOf({ bases }: ServiceDefinition, input: LimitInput, otherwise: LegalBasis): Limit {
  if (typeof input === 'string') return { ...periodOf(input), basis: otherwise };
  return { ...periodOf(input.limit), basis: input.basis === undefined ? otherwise : resolveBasis(bases, input.basis) };
}

export function jointLimit({ bases, handling, joint }: ServiceDefinition): CasePlan['joint'] | null {
  if (handling.mode === 'separate') return null;
  return {
    ...periodOf(joint?.limit ?? '45 working days'),
    basis: joint?.basis === undefined ? LICENSING_LAW.joint : resolveBasis(bases, joint.basis),
    extension: {
      cap: joint?.extension?.cap ?? 15,
      by: 'headOfGovernment',
      basis: joint?.extension === undefined ? LICENSING_LAW.joint : resolveBasis(bases, joint.extension.basis),
    },
  };
}
