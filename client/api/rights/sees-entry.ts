import type { Change } from '../../../workflows/case/case-change.ts';
import type { ItemId } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { Seeing } from '../views/seeing.ts';
import { FACTS_AMONG_AUTHORITIES, FACTS_OF_ITS_DEPARTMENT, FACTS_OF_PRE_REVIEW, FACTS_OF_SUPERVISION } from './among-authorities.ts';
import { seesClock } from './sees-clock.ts';

/**
 * Who is told of what happened. Of an item's inner workings (what was proposed, returned, asked of others, urged) only officers
 * are told, each department of its own; what was done to the applicant, everybody who sees the case. How much of it: `told.ts`.
 */
export function seesEntry({ standing, signedIn, state }: Pick<Seeing, 'standing' | 'signedIn' | 'state'>, change: Change): boolean {
  const { sight } = standing;
  const { kind } = change;
  const items = itemsOf(state, change);
  switch (sight.of) {
    case 'all':
      return signedIn.role !== 'citizen' || (!FACTS_AMONG_AUTHORITIES.has(kind) && seesClockOf(change));
    case 'course':
      return true;
    case 'items':
      if (items === null) return !FACTS_OF_SUPERVISION.has(kind) && !FACTS_OF_PRE_REVIEW.has(kind) && seesClockOf(change) && isOfHis(urgedDepartment(state, change));
      return items.some((item) => sight.items.has(item)) || !(FACTS_AMONG_AUTHORITIES.has(kind) || FACTS_OF_ITS_DEPARTMENT.has(kind) || FACTS_OF_SUPERVISION.has(kind));
    case 'hearing':
      return items !== null && items.some((item) => sight.items.has(item)) && !FACTS_AMONG_AUTHORITIES.has(kind) && !FACTS_OF_ITS_DEPARTMENT.has(kind) && !FACTS_OF_SUPERVISION.has(kind);
    case 'consent':
      return kind === 'draftSubmitted' || kind === 'draftResubmitted' || kind === 'caseReceived';
    case 'questions':
      return false;
    default:
      return sight satisfies never;
  }

  function seesClockOf(fact: Change): boolean {
    const clock = clockOf(state, fact);
    return clock === null || seesClock({ standing, signedIn }, clock);
  }

  function isOfHis(department: string | null): boolean {
    return department === null || department === signedIn.department;
  }
}

/** Which items a change is about; null: the whole case. Some say it by a clock, an urge or a line of the notice. */
function itemsOf(state: CaseState, change: Change): readonly ItemId[] | null {
  if ('item' in change && typeof change.item === 'string') return [change.item];
  if (change.kind === 'documentIssued') return ofOne(change.document.item);
  if (change.kind === 'urgeAnswered') return ofOne(state.urges.find(({ id }) => id === change.urge)?.item ?? null);
  if (change.kind === 'defectAnswered') return state.notice?.lines.find(({ id }) => id === change.line)?.remarks.map(({ item }) => item) ?? null;
  return ofOne(clockOf(state, change)?.item ?? null);
}

function ofOne(item: ItemId | null): readonly ItemId[] | null {
  return item === null ? null : [item];
}

/** The clock that a change names by its id. */
function clockOf(state: CaseState, change: Change) {
  return 'clock' in change && typeof change.clock === 'string' ? state.clocks[change.clock] ?? null : null;
}

function urgedDepartment(state: CaseState, change: Change): string | null {
  if (change.kind === 'urged') return change.department;
  return change.kind === 'urgeAnswered' ? state.urges.find(({ id }) => id === change.urge)?.department ?? null : null;
}
