import type { Change, FactOf } from './case-change.ts';
import type { CaseState, PreReview } from './case-state.ts';
import type { DraftChoices } from './handed-in.ts';
import { stopClock, withClocks } from './clocks-of-state.ts';
import { dateOf } from './plain-date.ts';

// How the changes before the receipt of an online case make its state; for `evolve` alone.

/** A case that begins online: it has no items before its receipt. */
export function submitted(fact: FactOf<'draftSubmitted'>, change: Change): CaseState {
  const choices = choicesIn(fact);
  return {
    caseNo: fact.caseNo, engineVersion: fact.engineVersion, planHash: fact.planHash, service: fact.service,
    seq: 0, at: change.at, phase: 'preReview', simulated: fact.simulated, region: fact.region, window: fact.window,
    receivedAt: change.at, receivedOn: dateOf(change.at), receivedBy: change.by,
    preReview: { firstSubmittedAt: change.at, submittedAt: change.at, submissions: 1, deferred: fact.deferred, complex: false, answer: null, ...choices },
    ...(fact.chosen ? { chosen: fact.chosen } : {}), ...(fact.repeats ? { repeats: fact.repeats } : {}),
    ...(fact.consents.length > 0 ? { consents: fact.consents } : {}),
    applicant: fact.applicant, agent: fact.agent, serviceWay: fact.serviceWay, policy: fact.policy,
    form: fact.form, materials: fact.materials, items: {}, notApplicable: [], notice: null, correctionEndedOn: null, acceptance: null,
    clocks: { [fact.clock.id]: fact.clock }, deferred: [], extensions: {}, urges: [], rating: null, complaints: [], overdueReasons: [], documents: [],
    assembledOn: null, closedOn: null,
  };
}

/** What a case that began online has of its draft once it is received: beside what the receipt says, everything that was done so far. */
export function broughtAlong(before: CaseState, received: FactOf<'caseReceived'>, change: Change): Partial<CaseState> {
  const { preReview, consents, urges, complaints, overdueReasons, documents } = before;
  const stopped = stopClock(stopClock(before, 'preReview', change), 'draftKept', change);
  return {
    ...(preReview ? { preReview } : {}), ...(consents ? { consents } : {}), urges, complaints, overdueReasons, documents,
    clocks: withClocks(stopped, [received.clock, ...received.deferred.map(({ clock }) => clock)]).clocks,
  };
}

type PreReviewFact = 'draftResubmitted' | 'consentSaid' | 'preReviewMarkedComplex' | 'preReviewAnswered' | 'preReviewUnanswered' | 'draftClosed';

export const PRE_REVIEW_HANDLERS: { readonly [K in PreReviewFact]: (state: CaseState, fact: FactOf<K>, change: Change) => CaseState } = {
  draftResubmitted: (state, fact, change) => {
    const codes = new Set(fact.materials.map((one) => one.material));
    const { consents: _, chosen: __, ...rest } = stopClock(state, 'draftKept', change);
    const again: CaseState = {
      ...rest, form: { ...state.form, ...fact.fields }, materials: [...state.materials.filter((one) => !codes.has(one.material)), ...fact.materials],
      ...(fact.consents.length > 0 ? { consents: fact.consents } : {}), ...(fact.chosen ? { chosen: fact.chosen } : {}), ...(fact.repeats ? { repeats: fact.repeats } : {}),
    };
    const submissions = (state.preReview?.submissions ?? 0) + 1;
    return withClocks(reviewedAnew(again, choicesIn(fact), { submittedAt: change.at, submissions, deferred: fact.deferred, complex: false, answer: null }), [fact.clock]);
  },
  consentSaid: (state, { consent, person, agrees, reason }, change) => ({
    ...state,
    consents: (state.consents ?? []).map((one) => (one.consent === consent && one.person === person ? { ...one, said: { agrees, reason, at: change.at, document: null } } : one)),
  }),
  preReviewMarkedComplex: (state, { clock }) => withClocks(reviewed(state, { complex: true }), [clock]),
  preReviewAnswered: (state, { outcome, missing, clock }, change) =>
    withClocks(reviewed(stopClock(state, 'preReview', change), { answer: { outcome, by: change.by, missing } }), clock ? [clock] : []),
  preReviewUnanswered: (state, { clock }, change) =>
    withClocks(reviewed(stopClock(state, 'preReview', change), { answer: { outcome: 'unanswered', by: change.by, missing: [] } }), clock ? [clock] : []),
  draftClosed: (state, _, change) => stopClock(state, 'draftKept', change),
};

function reviewed(state: CaseState, part: Partial<PreReview>): CaseState {
  return state.preReview ? { ...state, preReview: { ...state.preReview, ...part } } : state;
}

/** The choices of an earlier draft do not stand beside those of the last one. */
function reviewedAnew(state: CaseState, choices: DraftChoices, part: Partial<PreReview>): CaseState {
  if (!state.preReview) return state;
  const { chosen: _, committed: __, committedMaterials: ___, ...kept } = state.preReview;
  return { ...state, preReview: { ...kept, ...choices, ...part } };
}

function choicesIn({ chosen, committed, committedMaterials }: DraftChoices): DraftChoices {
  return { ...(chosen ? { chosen } : {}), ...(committed ? { committed } : {}), ...(committedMaterials ? { committedMaterials } : {}) };
}
