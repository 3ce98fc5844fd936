import type { CasePlan } from './case-plan.ts';
import type { Consent } from './case-state.ts';
import { read } from './clock.ts';
import { targetName } from './correction-notice.ts';
import { type Draft, stateOf } from './draft.ts';
import { issue } from './paper.ts';
import { localTime } from './plain-date.ts';

/** What the applicant is told before the receipt. The receipt itself tells that a draft was found ready. */
type Told = 'missing' | 'awaitsConsent' | 'consentRefused' | 'closed';

/** 网上预审告知单: what came of the pre-review, and what is waited for. Advice: it is not the correction notice. */
export function issuePreReview(draft: Draft, told: Told): void {
  const { plan, calendar } = draft;
  const { clocks, preReview, consents = [] } = stateOf(draft);
  const kept = clocks['draftKept'];
  const names = (some: readonly Consent[]) => some.map((one) => consentNames(plan, one));
  issue(draft, {
    kind: 'preReview', basis: [told === 'closed' ? plan.preReview!.draftKept.basis : plan.preReview!.limit.basis],
    data: {
      told, submittedAt: localTime(preReview!.submittedAt), outcome: preReview!.answer?.outcome ?? null,
      missing: (preReview!.answer?.missing ?? []).map(({ target, problem, supply }) => ({ target: targetName(draft, target), problem, supply })),
      awaited: names(consents.filter((one) => one.said === null)),
      refused: names(consents.filter((one) => one.said?.agrees === false)),
      keptUntil: kept && kept.stoppedAt === null ? read(kept, calendar, plan.warningThreshold).dueOn : null,
    },
  });
}

function consentNames(plan: CasePlan, { consent, name, person, said }: Consent) {
  const { who, to } = plan.consents!.find((one) => one.id === consent)!;
  return { who, to, name: name ?? person, reason: said?.reason ?? null };
}
