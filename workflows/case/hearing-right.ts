import type { PersonId } from './actor.ts';
import type { CommandOf } from './command-table.ts';
import type { CaseState, ItemState } from './case-state.ts';
import type { FieldCode, ItemPlan, LegalBasis, Limit } from './case-plan.ts';
import { type Clock, newClock, read } from './clock.ts';
import { type Draft, emit, itemOf, itemPlan, stateOf, today } from './draft.ts';
import { mayAskForHearing, stageOf } from './hearing.ts';
import { issueToEach } from './hearing-papers.ts';
import type { Hearing, Named } from './hearing-state.ts';
import { itemFor, requireUndecided } from './item-event.ts';
import { ALL_45, ALL_47 } from './law.ts';
import { notStarted } from './predecessors.ts';
import { Refused } from './refuse.ts';
import { clocksToSuspend } from './special-procedure.ts';


/**
 * Tells the applicant and the interested parties, each in a paper of his own, what is about to be decided, that they may
 * state their view, and that they may ask for a hearing within five working days. Told again for parties found later.
 * @see ALL art. 36, 47
 */
export function tellHearingRight(draft: Draft, { with: args }: CommandOf<'tellHearingRight'>): void {
  const item = itemFor(draft, args.item);
  const hearing = hearingOf(draft, item);
  if (hearing.held === 'required') throw new Refused('hearing.heldAnyway', { item: item.id });
  requireNoHearingYet(hearing);
  if (item.state !== 'handling' && item.state !== 'blocked') throw new Refused('command.notNow', { state: item.state });
  const given = args.parties ?? [];
  const parties = given.filter(({ id }, index) => !isKnown(draft, hearing, id) && given.findIndex((one) => one.id === id) === index).map(named);
  requireParties(draft, item, hearing, parties, args.nobodyBecause);
  const first = hearing.rights.length === 0;
  const persons = [...(first ? [stateOf(draft).applicant.id] : []), ...parties.map(({ id }) => id)];
  const clock = newClock({
    id: `hearingRight:${item.id}:${hearing.rights.length + 1}`, kind: 'hearingRight', item: item.id, department: item.department,
    dayZero: today(draft), limit: limitOf(draft, item, 5), since: draft.now,
  });
  const { hearing: rule, interestedParties } = itemPlan(draft.plan, item.id);
  issueToEach(draft, item, 'hearingRight', parties, first, {
    basis: [rule!.basis, ...(interestedParties ? [interestedParties.basis] : [])],
    data: { parties: [...hearing.parties, ...parties].map(({ name }) => name), mayAskUntil: dueOf(draft, clock), howServed: args.service },
    fact: (documents) => ({
      kind: 'hearingRightTold', item: item.id, parties, persons, service: args.service, nobodyBecause: args.nobodyBecause ?? null, clock, documents,
    }),
  });
}

/** Asks for the hearing: from today until its minutes are signed the item's decision clocks stand still. */
export function requestHearing(draft: Draft, { with: args }: CommandOf<'requestHearing'>): void {
  const item = itemFor(draft, args.item);
  const party = personWithRight(draft, item, args.party);
  const clock = newClock({
    id: `hearing:${item.id}`, kind: 'hearing', item: item.id, department: item.department, dayZero: today(draft), limit: limitOf(draft, item, 20), since: draft.now,
  });
  emit(draft, {
    kind: 'hearingRequested', item: item.id, party, statement: args.statement ?? null, clock,
    suspends: clocksToSuspend(draft, item, itemPlan(draft.plan, item.id)), stopsClock: stopperOf(itemPlan(draft.plan, item.id)),
  });
}

/** Gives the right up, with or without a statement. When everybody told has, the decision waits no longer. */
export function waiveHearing(draft: Draft, { with: args }: CommandOf<'waiveHearing'>): void {
  const item = itemFor(draft, args.item);
  const party = personWithRight(draft, item, args.party);
  emit(draft, { kind: 'hearingWaived', item: item.id, party, statement: args.statement ?? null });
}

/** Nobody asked within five working days: by law, at the end of the last day. */
export function lapseRight(draft: Draft, clock: Clock): void {
  emit(draft, { kind: 'hearingRightLapsed', item: clock.item!, clock: clock.id });
}

/** The hearing of an undecided item that has started; refuses when its definition provides for none. */
export function hearingOf(draft: Draft, item: ItemState): Hearing {
  requireUndecided(draft, item);
  const plan = itemPlan(draft.plan, item.id);
  if (!plan.hearing) throw new Refused('hearing.none', { item: item.id });
  if (!item.hearing) throw notStarted(draft, item);
  return item.hearing;
}

/** The licensing law's working days; for what is no licence by the law that gives the hearing. @see ALL art. 47 */
function limitOf({ plan }: Draft, { id }: ItemState, length: number): Limit {
  const { nature, hearing } = itemPlan(plan, id);
  return { length, unit: 'workingDay', basis: nature === 'licence' ? ALL_47 : hearing!.basis };
}

/** What stops the clock for a hearing. @see ALL art. 45 */
export function stopperOf({ nature, hearing }: ItemPlan): LegalBasis {
  return nature === 'licence' ? ALL_45 : hearing!.basis;
}

/** Whom the form names as concerned. */
function namedOnForm(state: CaseState, fields: readonly FieldCode[]): string[] {
  return fields.flatMap((code) => state.form[code] ?? []).filter((value): value is string => typeof value === 'string' && value.trim() !== '').map((name) => name.trim());
}

function requireParties(draft: Draft, item: ItemState, hearing: Hearing, parties: readonly Named[], nobodyBecause: string | undefined): void {
  const rule = itemPlan(draft.plan, item.id).interestedParties;
  const first = hearing.rights.length === 0;
  if (!first && parties.length === 0) throw new Refused('hearing.alreadyTold', { when: hearing.rights.at(-1)!.toldOn });
  if (!first || !rule) return;
  const missing = namedOnForm(stateOf(draft), rule.fields ?? []).filter((name) => !parties.some((one) => one.name === name));
  if (missing.length > 0) throw new Refused('hearing.partyLeftOut', { parties: missing.join(', ') });
  if (parties.length === 0 && nobodyBecause === undefined) throw new Refused('hearing.partiesMissing', { who: rule.who.en, zhWho: rule.who.zh });
}

function isKnown(draft: Draft, { parties }: Hearing, id: PersonId): boolean {
  return id === stateOf(draft).applicant.id || parties.some((one) => one.id === id);
}

export const named = ({ id, name }: Named): Named => ({ id, name });

function requireNoHearingYet({ since, minutes }: Hearing): void {
  if (minutes) throw new Refused('hearing.alreadyHeld', { when: minutes.on });
  if (since !== null) throw new Refused('hearing.alreadyRequested', { when: since });
}

/** For whom the command is given, if he was told of the right and still has it. The window takes it in for whom it names. */
function personWithRight(draft: Draft, item: ItemState, named: string | undefined): PersonId {
  const { role, id } = draft.actor;
  const person = role === 'clerk' ? named : role === 'interestedParty' ? id : stateOf(draft).applicant.id;
  const hearing = hearingOf(draft, item);
  if (hearing.held === 'required') throw new Refused('hearing.heldAnyway', { item: item.id });
  requireNoHearingYet(hearing);
  if (stageOf(hearing) === 'notTold') throw new Refused('hearing.rightNotTold', { item: item.id });
  const told = hearing.rights.filter((right) => person !== undefined && right.persons.includes(person)).at(-1);
  if (person === undefined || !told || (role !== 'clerk' && named !== undefined && named !== person)) {
    throw new Refused('hearing.notAParty', { item: item.id, parties: hearing.rights.flatMap((right) => right.persons).join(', ') });
  }
  if (mayAskForHearing(item).includes(person)) return person;
  if (told.waived.includes(person)) throw new Refused('hearing.waived', {});
  throw new Refused('hearing.rightLapsed', { when: dueOf(draft, stateOf(draft).clocks[told.clock]!) });
}

function dueOf({ calendar, plan }: Draft, clock: Clock): string {
  return read(clock, calendar, plan.warningThreshold).dueOn ?? '—';
}

/** Until when nothing can be decided, as far as that is known. */
function blockedUntil(draft: Draft, hearing: Hearing): string {
  const { clocks } = stateOf(draft);
  const ids = stageOf(hearing) === 'rightRuns' ? hearing.rights.filter(({ over }) => over === null).map(({ clock }) => clock) : hearing.clock === null ? [] : [hearing.clock];
  return ids.map((id) => dueOf(draft, clocks[id]!)).sort().at(-1) ?? '—';
}

/**
 * Refuses a proposal before the right was told, while it runs and before the hearing is held; and one that does not name the
 * minutes on which it is to be made, or is made by who presided.
 * @see ALL art. 47, 48 para 2
 */
export function requireHeard(draft: Draft, id: string, minutes: string | undefined): void {
  const item = itemOf(draft, id);
  const { hearing } = item;
  const stage = hearing ? stageOf(hearing) : 'over';
  if (hearing && stage === 'notTold') throw new Refused('hearing.rightNotTold', { item: id });
  if (hearing && stage === 'rightRuns') throw new Refused('hearing.rightRuns', { item: id, when: blockedUntil(draft, hearing) });
  if (hearing && stage === 'toBeHeld') throw new Refused('hearing.notHeld', { item: id, when: blockedUntil(draft, hearing) });
  requireNotChair(draft, item);
  const document = hearing?.minutes?.document;
  if (minutes !== document) throw new Refused(document === undefined ? 'hearing.noMinutes' : 'hearing.notOnMinutes', { item: id, minutes: document ?? '—' });
}

export function requireNotChair(draft: Draft, { hearing }: ItemState): void {
  const chair = hearing?.announcement?.chair;
  if (chair?.id === draft.actor.id) throw new Refused('hearing.chairDecides', { chair: chair.name });
}
