import type { Actor } from './actor.ts';
import type { CommandOf } from './command-table.ts';
import type { EscalationTarget } from './case-change.ts';
import { type Clock, type ClockKind, newClock } from './clock.ts';
import { type Draft, emit, stateOf, today } from './draft.ts';
import { itemFor, requireDepartment } from './item-event.ts';
import { FINAL } from './item-machine.ts';
import { SUPERVISION } from './law.ts';
import { inHandOf } from './preliminary.ts';
import { Refused } from './refuse.ts';

const URGE_DAYS = 3;

/** Who hears of it when a clock runs out. Those that decide something by law do not escalate: they have their own fact. */
export const ESCALATION: Readonly<Record<ClockKind, EscalationTarget | null>> = {
  preReview: null, draftKept: null, examination: null, correction: null, ratingWindow: null, renewal: null, hearingRight: null,
  noticeService: 'manager', recheck: 'headOfAuthority', internal: 'approver', promised: 'approver', procedure: 'approver',
  statutory: 'headOfAuthority', joint: 'headOfGovernment', delivery: 'manager', urge: 'headOfAuthority',
  deferred: 'manager', rectification: 'headOfGovernment', complaint: 'headOfGovernment', afterCheck: 'headOfAuthority',
  hearing: 'headOfAuthority', preliminary: 'headOfAuthority', consultation: 'headOfAuthority', supervision: 'headOfAuthority',
};

/** A manager urges a department about an item, or the window about the case; the answer is due in so many working days. */
export function urge(draft: Draft, { with: args }: CommandOf<'urge'>): void {
  const state = stateOf(draft);
  const item = args.item === undefined ? null : itemFor(draft, args.item);
  if (item && FINAL.includes(item.state)) throw new Refused('item.alreadyDecided', { item: item.id, state: item.state, who: '—', when: item.decision?.on ?? item.leftOn ?? '—' });
  const id = `${state.urges.length + 1}`;
  // Whoever has the item in hand is urged.
  const department = item ? inHandOf(item) : null;
  const clock = newClock({
    id: `urge:${id}`, kind: 'urge', item: item?.id ?? null, department, dayZero: today(draft),
    limit: { length: args.days ?? URGE_DAYS, unit: 'workingDay', basis: SUPERVISION }, since: draft.now,
  });
  emit(draft, { kind: 'urged', urge: id, item: item?.id ?? null, department, message: args.message, clock });
}

export function answerUrge(draft: Draft, { with: args }: CommandOf<'answerUrge'>): void {
  const found = stateOf(draft).urges.find((one) => one.id === args.urge);
  if (!found) throw new Refused('urge.unknown', { urge: args.urge });
  if (found.answer !== null) throw new Refused('urge.answered', { urge: args.urge });
  requireOwner(draft, found.department);
  emit(draft, { kind: 'urgeAnswered', urge: args.urge, answer: args.answer });
}

/** Over the time, the unit must say in public why. @see 优化营商环境条例 art. 36 */
export function stateOverdueReason(draft: Draft, { with: args }: CommandOf<'stateOverdueReason'>): void {
  const { clocks } = stateOf(draft);
  const clock: Clock | undefined = Object.hasOwn(clocks, args.clock) ? clocks[args.clock] : undefined;
  if (!clock) throw new Refused('clock.unknown', { clock: args.clock, clocks: Object.keys(clocks).join(', ') });
  if (clock.ranOutAt === null) throw new Refused('overdue.notOverdue');
  requireOwner(draft, clock.department);
  emit(draft, { kind: 'overdueReasonStated', clock: clock.id, reason: args.reason });
}

/** What concerns an item is its department's to answer, what concerns the case is the window's. */
export function owns({ role, department: own }: Actor, department: string | null): boolean {
  return department === null ? role === 'clerk' : own === department;
}

function requireOwner(draft: Draft, department: string | null): void {
  if (owns(draft.actor, department)) return;
  if (department !== null) requireDepartment(draft, department);
  throw new Refused('command.wrongRole', { role: draft.actor.role, needed: 'clerk' });
}
