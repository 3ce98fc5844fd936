import type { CommandOf } from './command-table.ts';
import type { CaseState, ItemState } from './case-state.ts';
import type { ItemId, LegalBasis, Limit } from './case-plan.ts';
import { type Clock, endsFirst, newClock } from './clock.ts';
import { commitmentOf } from './commitment.ts';
import { type Draft, emit, itemPlan, stateOf } from './draft.ts';
import { itemFor } from './item-event.ts';
import { ALL_69 } from './law.ts';
import { issue, nextNumber } from './paper.ts';
import { dateOf } from './plain-date.ts';
import { Refused } from './refuse.ts';

/** What must be looked at after the grant: the way by commitment, and each material promised in place of bringing it. */
export interface CheckDue {
  /** Null: the whole item. */
  readonly material: string | null;
  readonly basis: LegalBasis;
  readonly limit: Limit;
}

export function checksDue(draft: Draft, item: ItemId): readonly CheckDue[] {
  const commitment = commitmentOf(stateOf(draft), item);
  if (!commitment) return [];
  const { plan } = draft;
  const way = commitment.way ? itemPlan(plan, item).commitment : undefined;
  return [
    ...(way ? [{ material: null, basis: way.basis, limit: way.afterCheck }] : []),
    ...commitment.materials.flatMap((code) => {
      const need = plan.materials.find((one) => one.code === code)?.neededBy.find((one) => one.item === item)?.commitment;
      return need ? [{ material: code, basis: need.basis, limit: need.afterCheck }] : [];
    }),
  ];
}

/** The clock that a grant on a commitment opens; the shortest of its after-checks. It outlives the closing of the case. */
export function afterCheckClock(draft: Draft, item: ItemState): Clock | null {
  const [first, ...others] = checksDue(draft, item.id).map(({ limit }) => limit);
  if (!first) return null;
  const dayZero = dateOf(draft.real);
  return newClock({
    id: `afterCheck:${item.id}`, kind: 'afterCheck', item: item.id, department: item.department, dayZero,
    limit: endsFirst([first, ...others], dayZero, draft.calendar), since: draft.real,
  });
}

/**
 * The department found out whether what was promised is so, once. What follows a failed check beyond the measures told here,
 * such as revocation, is a proceeding of its own outside of this case.
 * @see ALL art. 69
 */
export function recordAfterCheck(draft: Draft, { with: args }: CommandOf<'recordAfterCheck'>): void {
  const item = itemFor(draft, args.item);
  const known = commitmentOf(stateOf(draft), item.id);
  if (!known || item.state !== 'granted') throw new Refused('afterCheck.nothingToCheck', { item: item.id });
  if (known.check) throw new Refused('afterCheck.already', { item: item.id, when: known.check.on });
  if (!args.passed && !args.measures) throw new Refused('afterCheck.measuresMissing');
  const document = nextNumber(stateOf(draft), 'afterCheck');
  const measures = args.measures ?? null;
  emit(draft, { kind: 'afterCheckRecorded', item: item.id, passed: args.passed, findings: args.findings, measures, document });
  const bases = checksDue(draft, item.id).map(({ limit }) => limit.basis);
  issue(draft, {
    kind: 'afterCheck', item, basis: [...unlike(bases), ...(args.passed ? [] : [ALL_69])],
    data: {
      nature: itemPlan(draft.plan, item.id).nature, grantedOn: item.decision!.on, decision: item.decision!.document, result: itemPlan(draft.plan, item.id).result.name,
      checkedOn: dateOf(draft.now), passed: args.passed, findings: args.findings, measures, officer: draft.actor.name,
    },
  });
}

/** It was granted on a commitment, and nobody has looked yet. */
export function awaitsAfterCheck(state: CaseState, item: ItemId): boolean {
  const commitment = commitmentOf(state, item);
  return commitment !== undefined && commitment.check === undefined && state.items[item]!.state === 'granted';
}

export function openAfterChecks(state: CaseState): readonly ItemId[] {
  return (state.commitments ?? []).map(({ item }) => item).filter((item) => awaitsAfterCheck(state, item));
}

/** Each basis once. */
export function unlike(bases: readonly LegalBasis[]): readonly LegalBasis[] {
  const said = new Map(bases.map((one) => [`${one.law} ${one.article}`, one]));
  return [...said.values()];
}
