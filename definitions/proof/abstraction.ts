import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { isOpenComplaint } from '../../workflows/case/aftercare.ts';
import { awaitsAfterCheck } from '../../workflows/case/after-check.ts';
import type { CaseState, ItemState } from '../../workflows/case/case-state.ts';
import { awaitingSupervision } from '../../workflows/case/linkage.ts';
import { type Clock, isSuspended, read } from '../../workflows/case/clock.ts';
import { stageOf } from '../../workflows/case/hearing.ts';
import { FINAL } from '../../workflows/case/item-machine.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import type { Situation } from './situation.ts';

/**
 * How finely states are told apart.
 * - `item`: everything but dates, numbers, texts and which of two like persons acted. Of the clocks: open, standing still, run
 *   out, extended, and in which order those that run will run out.
 * - `pair`: without the clocks of single items, which only record and escalate when they run out, and without the order.
 * - `care`: as `pair`, with what surrounds the handling of an item: urging, complaint, rating.
 * - `intake`: as `item`, from a draft submitted online to its receipt: what follows is explored from the receipt at the window.
 * - `whole`: as `item`, for walks through the case of all items.
 */
export type Grain = 'item' | 'pair' | 'care' | 'intake' | 'whole';

const isFine = (grain: Grain): boolean => grain === 'item' || grain === 'whole' || grain === 'intake';

/** From here on there is nothing more to explore. */
export function isEnd({ state: { phase } }: Situation, grain: Grain): boolean {
  return phase === 'archived' || (grain === 'intake' && phase !== 'preReview' && phase !== 'closed');
}

export type Namer = (situation: Situation) => string;

/** Names the states of one exploration. */
export function namer(plan: CasePlan, grain: Grain): Namer {
  const forms = new Map<string, number>();
  return (situation) => {
    const form = JSON.stringify(situation.state.form);
    if (!forms.has(form)) forms.set(form, forms.size);
    return nameOf(plan, situation, grain, forms.get(form)!);
  };
}

/** The name of everything that matters for a case's future, apart from dates: states of one name are explored once. */
function nameOf(plan: CasePlan, { state, calendar, ledger, at }: Situation, grain: Grain, form: number): string {
  const open = Object.values(state.clocks).filter((clock) => clock.stoppedAt === null && isTold(clock, grain));
  const { notice } = state;
  const asked = (state.consultations ?? []).map((one) => (one.answer ? 'answered' : one.silentOn ? 'silent' : 'asked')).join('');
  // Once a case is closed nothing becomes of its items any more.
  const over = state.phase === 'closed' || state.phase === 'archived';
  const promised = commitments(state);
  const stuck = state.complaints.filter(isOpenComplaint).map((one) => (one.unresolved ? 'stuck' : 'complaint')).join();
  if (over) return [state.phase, promised, stuck, state.rating?.level, awaitingSupervision(state).length, order(plan, open, calendar), ...open.map((clock) => `${shortId(clock)}${condition(clock)}`)].join('|');
  return [
    state.phase, draftName(state), form, promised, isFine(grain) ? order(plan, open, calendar) : '',
    ...Object.values(state.items).map((item) => itemName(item, state.phase === 'examination', grain, at)),
    notice === null ? '' : `${notice.servedOn === null}${notice.lines.map((line) => (line.answer ? 1 : 0)).join('')}`,
    open.map((clock) => `${shortId(clock)}${condition(clock)}`).join(),
    Object.entries(state.extensions).map(([id, one]) => (state.clocks[id]?.stoppedAt === null ? `${id}${one.state}` : '')).join(),
    asked, stuck, ledger.notices, ledger.accepted?.join(), ledger.extended.join(), Object.values(ledger.proposals).map((one) => one.what).join(),
  ].join('|');
}

/** What was promised in writing about which item, and whether it is still to be looked at. */
function commitments(state: CaseState): string {
  return (state.commitments ?? []).map((one) => `${one.item}${one.way}${one.check ? 'checked' : awaitsAfterCheck(state, one.item) ? 'granted' : ''}`).join();
}

/** Before the receipt: what came of the draft, and who has said what of it. */
function draftName({ phase, preReview, consents = [] }: Situation['state']): string {
  if (phase !== 'preReview') return '';
  return [preReview?.answer?.outcome, preReview?.complex, ...consents.map((one) => `${one.consent}${one.said?.agrees}`)].join('/');
}

function isTold({ item, kind }: Clock, grain: Grain): boolean {
  return isFine(grain) || item === null || (grain === 'care' && (kind === 'urge' || kind === 'complaint' || kind === 'consultation'));
}

function itemName(item: ItemState, examining: boolean, grain: Grain, at: Instant): string {
  const defects = examining ? item.defects.map((one) => Object.values(one.target)[0]).join('+') : '';
  const running = item.procedures.filter((one) => one.endedOn === null).map((one) => one.id).join('+');
  const delivery = item.delivery === null ? '' : item.delivery.servedOn === null ? 'given' : 'served';
  return [
    left(item, grain), item.supervision?.acknowledged ? 'supervised' : '', defects, running, delivery, item.handOverAlone ? 'alone' : '', item.blockedBy.length > 0 ? 'blocked' : '',
    item.state === 'outOfScopeProposed' ? item.outOfScope?.ground : '', hearingName(item, at), item.siteChecks === undefined ? '' : item.siteChecks.length > 0,
  ].join('/');
}

/** How far a hearing is: who was told, who gave it up, whether it is announced and its day has come. */
function hearingName({ hearing, state }: ItemState, at: Instant): string {
  if (!hearing || FINAL.includes(state)) return '';
  const rights = hearing.rights.map(({ over, persons, waived }) => over ?? `${persons.length - waived.length}`).join('+');
  const day = hearing.announcement === null ? '' : hearing.announcement.date <= dateOf(at) ? 'day' : 'announced';
  return `${stageOf(hearing)}${rights}${hearing.minutes ? 'minutes' : day}`;
}

/** For the others it only matters of an item that left whether it holds them up. */
function left(item: ItemState, grain: Grain): string {
  if (item.state === 'outOfScope') return `outOfScope${item.outOfScope?.ground}`;
  return !isFine(grain) && (item.state === 'notAccepted' || item.state === 'withdrawn') ? 'left' : item.state;
}

function condition(clock: Clock): string {
  const how = clock.ranOutAt !== null ? 'out' : isSuspended(clock) ? 'stands' : clock.awaitsCalendar ? 'waits' : 'runs';
  return clock.extendedBy > 0 ? `${how}+` : how;
}

function order(plan: CasePlan, open: readonly Clock[], calendar: Situation['calendar']): string {
  // Whether a hearing's own clocks end before or after the item's limits decides nothing.
  const running = open.filter(({ kind }) => kind !== 'hearingRight' && kind !== 'hearing').filter((clock) => clock.ranOutAt === null && !isSuspended(clock))
    .map((clock) => ({ id: shortId(clock), dueAt: Math.max(read(clock, calendar, plan.warningThreshold).dueAt!, clock.since) }))
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  return running.map((one, index) => `${index > 0 && running[index - 1]!.dueAt === one.dueAt ? '=' : '<'}${one.id}`).join('');
}

/** Without the number of the run, of which only the last is open. */
function shortId({ kind, id, item }: Clock): string {
  if (kind === 'urge' || kind === 'complaint') return `${kind}:${item}`;
  return kind === 'procedure' ? id.slice(0, id.lastIndexOf(':')) : id;
}
