import { BY_LAW } from './actor.ts';
import type { Limit, PreReviewPlan } from './case-plan.ts';
import type { Defect } from './case-state.ts';
import type { DraftChoices } from './handed-in.ts';
import { type Clock, newClock } from './clock.ts';
import type { CommandOf } from './command-table.ts';
import { type Form, holds } from './condition.ts';
import { consentsNeeded, outstandingConsents, stillStanding } from './consent.ts';
import { type Draft, emit, enter, stateOf, today } from './draft.ts';
import { applies, withUnaskedEmptied } from './form.ts';
import { dateOf, type Instant, type PlainDate } from './plain-date.ts';
import { issuePreReview } from './pre-review-paper.ts';
import { type Choices, planOfCase, repeatsOf } from './plan-of-case.ts';
import { type Opening, type Receipt, receive, requireReceivable } from './receipt.ts';
import { Refused } from './refuse.ts';
import { supplied } from './supplied.ts';

/** What the applicant, or his agent, submits online: the first fact of a case that does not begin at a window. */
export interface Submission extends Omit<Receipt, 'onTheSpot' | 'consents'> {
  readonly origin: 'online';
}

/** Takes a draft in. What could never be received is refused at once, as at the window. */
export function submit(draft: Draft, submission: Submission, { engineVersion, simulated, repeats }: Opening): void {
  const { plan } = draft;
  const { by, applicant, agent, deferred = [], caseNo, region, window, serviceWay, policy, form, materials } = submission;
  const preReview = preReviewOf(draft);
  if (!(by.role === 'applicant' && by.id === applicant.id) && !(by.role === 'agent' && by.id === agent?.id)) throw new Refused('actor.notApplicant');
  const items = requireReceivable(draft, submission);
  const consents = consentsNeeded(plan, submission, items);
  draft.actor = by;
  draft.commandId = submission.commandId ?? null;
  emit(draft, {
    kind: 'draftSubmitted', caseNo, engineVersion, service: plan.service.code, planHash: plan.hash, region, window, applicant, agent, serviceWay,
    policy, form, materials, deferred, simulated, ...choicesIn(submission), ...(repeats ? { repeats } : {}), consents, clock: clockOf(draft, 'preReview', preReview.limit, today(draft)),
  });
}

/** The applicant submits again: what he changes or adds, the rest stays. The team looks at it anew, with a new clock. */
export function submitDraft(draft: Draft, { with: args }: CommandOf<'submitDraft'>): void {
  const state = stateOf(draft);
  const repeats = moreOf(state.repeats, repeatsOf(draft.pinned, { ...state.form, ...args.fields }));
  draft.plan = planOfCase(draft.pinned, { ...state, ...(args.chosen ? { chosen: args.chosen } : {}), ...(repeats ? { repeats } : {}) });
  const fields = withUnaskedEmptied(draft.plan, state.form, args.fields ?? {});
  const materials = supplied(draft, args.materials ?? []);
  const codes = new Set(materials.map((one) => one.material));
  const form = { ...state.form, ...fields };
  // What is brought now need not be promised any more.
  const deferred = (args.deferred ?? state.preReview!.deferred).filter((code) => !codes.has(code));
  const { chosen, committed, committedMaterials } = args;
  // An empty list takes back what was chosen; one that is not there leaves it.
  const given: DraftChoices = { ...(chosen ? { chosen } : {}), ...(committed ? { committed } : {}), ...(committedMaterials ? { committedMaterials } : {}) };
  const choices = standingChoices(draft, { ...choicesIn(state.preReview!), ...given }, form, codes);
  const whole = { ...state, chosen: [], ...choices, form, materials: [...state.materials.filter((one) => !codes.has(one.material)), ...materials], deferred };
  const items = requireReceivable(draft, whole);
  emit(draft, {
    kind: 'draftResubmitted', fields, materials, deferred, ...choices, ...(repeats ? { repeats } : {}), note: args.note ?? null,
    consents: stillStanding(state, consentsNeeded(draft.plan, whole, items), form),
    clock: clockOf(draft, 'preReview', preReviewOf(draft).limit, today(draft)),
  });
}

/**
 * The window's team says that the draft is ready, or what is missing, or that it is specially complex and takes longer. Advice
 * to the applicant: what it leaves out may still stand in the one correction notice, and what it lists does not use that up.
 */
export function answerPreReview(draft: Draft, { with: args }: CommandOf<'answerPreReview'>): void {
  const { preReview } = stateOf(draft);
  if (preReview?.answer) throw new Refused('preReview.alreadyAnswered', { outcome: preReview.answer.outcome });
  if ([args.ready, args.complex, args.missing].filter((one) => one !== undefined).length !== 1 || args.ready === false || args.complex === false) {
    throw new Refused('preReview.oneAnswer');
  }
  if (args.complex) return markComplex(draft);
  const { missing = [] } = args;
  requireNeeded(draft, missing);
  const outcome = missing.length > 0 ? 'missing' : 'ready';
  const waits = outcome === 'missing' || outstandingConsents(stateOf(draft)).length > 0;
  emit(draft, { kind: 'preReviewAnswered', outcome, missing, clock: waits ? clockOf(draft, 'draftKept', preReviewOf(draft).draftKept, today(draft)) : null });
  if (waits) issuePreReview(draft, outcome === 'missing' ? 'missing' : 'awaitsConsent');
}

/** Nobody answered in time: as good as ready, received at the due instant unless a consent is outstanding. */
export function leaveUnanswered(draft: Draft): void {
  const waits = outstandingConsents(stateOf(draft)).length > 0;
  // A limit ends at 24:00: the instant belongs to the day after.
  const lastDay = dateOf((draft.now - 1) as Instant);
  emit(draft, { kind: 'preReviewUnanswered', clock: waits ? clockOf(draft, 'draftKept', preReviewOf(draft).draftKept, lastDay) : null });
  if (waits) return issuePreReview(draft, 'awaitsConsent');
  receiveDraft(draft, lastDay);
}

/** The time for which an answered draft is kept is over. Nothing was received, so nothing is lost but the draft. */
export function closeDraft(draft: Draft): void {
  emit(draft, { kind: 'draftClosed' });
  issuePreReview(draft, 'closed');
  enter(draft, { type: 'nothingLeft' });
}

/** A draft found ready, or not answered in time, is received as soon as every consent is there. */
export function advancePreReview(draft: Draft): void {
  const state = stateOf(draft);
  const outcome = state.preReview!.answer?.outcome;
  if ((outcome === 'ready' || outcome === 'unanswered') && outstandingConsents(state).length === 0) receiveDraft(draft, today(draft));
}

/**
 * The same receipt as at the window. An item that is examined on the spot is complete: what was wrong with it had to be told now,
 * and the team has called the draft ready or was silent.
 */
function receiveDraft(draft: Draft, receivedOn: PlainDate): void {
  const { caseNo, region, window, applicant, agent, serviceWay, policy, form, materials, engineVersion, simulated, preReview, repeats } = stateOf(draft);
  const { commandId } = draft;
  const { answer, deferred } = preReview!;
  receive(draft, {
    caseNo, region, window, by: answer!.by, applicant, agent, serviceWay, policy, form, materials, deferred, onTheSpot: [], ...choicesIn(preReview!),
    ...(commandId === null ? {} : { commandId }),
  }, { engineVersion, simulated, repeats }, receivedOn);
  draft.actor = BY_LAW;
}

/** What the applicant chose, as far as he did. */
function choicesIn({ chosen, committed, committedMaterials }: DraftChoices): DraftChoices {
  return { ...(chosen?.length ? { chosen } : {}), ...(committed?.length ? { committed } : {}), ...(committedMaterials?.length ? { committedMaterials } : {}) };
}

/** A choice that the changed form takes away is not one any more, and what is brought now need not be committed to. */
function standingChoices({ plan }: Draft, { chosen, committed, committedMaterials }: DraftChoices, form: Form, brought: ReadonlySet<string>): DraftChoices {
  const items = plan.items.filter((item) => applies(item, form));
  return choicesIn({
    ...(chosen ? { chosen: chosen.filter((id) => items.some((item) => item.id === id || item.id.startsWith(`${id}#`))) } : {}),
    ...(committed ? { committed: committed.filter((id) => items.some((item) => item.id === id && item.commitment && (!item.commitment.when || holds(item.commitment.when, form)))) } : {}),
    ...(committedMaterials ? { committedMaterials: committedMaterials.filter((code) => !brought.has(code)) } : {}),
  });
}

/** Of whatever is repeated as many as there ever were: what is too many does not apply, and the answers about it are emptied. */
function moreOf(before: Choices['repeats'], now: Choices['repeats']): Choices['repeats'] {
  return now && Object.fromEntries(Object.entries(now).map(([code, count]) => [code, Math.max(count, before?.[code] ?? 0)]));
}

/** Takes longer, by the service's own word: with the day of submission as before. */
function markComplex(draft: Draft): void {
  const { complexLimit } = preReviewOf(draft);
  const { preReview, clocks } = stateOf(draft);
  if (!complexLimit) throw new Refused('preReview.noComplexLimit');
  if (preReview!.complex) throw new Refused('preReview.alreadyComplex');
  emit(draft, { kind: 'preReviewMarkedComplex', clock: clockOf(draft, 'preReview', complexLimit, clocks['preReview']!.dayZero) });
}

/** Only what the application needs now can be missing. @see ALL art. 31 */
function requireNeeded(draft: Draft, missing: readonly Defect[]): void {
  const { plan } = draft;
  const { form, preReview } = stateOf(draft);
  const items = new Set(plan.items.filter((item) => applies(item, form)).map((item) => item.id));
  for (const { target } of missing) {
    const needed = 'material' in target
      ? !preReview!.deferred.includes(target.material) && plan.materials.some((one) => one.code === target.material && one.neededBy.some((need) => items.has(need.item)))
      : plan.fields.some((one) => one.code === target.field && one.neededBy.some((item) => items.has(item)));
    if (!needed) throw new Refused('preReview.notNeeded', { target: 'material' in target ? target.material : target.field });
  }
}

function clockOf(draft: Draft, id: 'preReview' | 'draftKept', limit: Limit, dayZero: PlainDate): Clock {
  return newClock({ id, kind: id, dayZero, limit, since: draft.now });
}

function preReviewOf({ plan }: Draft): PreReviewPlan {
  if (!plan.preReview) throw new Refused('receipt.notOnline', { service: plan.service.name.en, zhService: plan.service.name.zh });
  return plan.preReview;
}
