import { AFTERCARE_SENTENCES } from './timeline/aftercare-sentences.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import type { Change, FactKind } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { DECISION_SENTENCES } from './timeline/decision-sentences.ts';
import { HANDLING_SENTENCES } from './timeline/handling-sentences.ts';
import { HEARING_SENTENCES } from './timeline/hearing-sentences.ts';
import { INTAKE_SENTENCES } from './timeline/intake-sentences.ts';
import { OTHER_DEPARTMENT_SENTENCES } from './timeline/other-department-sentences.ts';
import { PRE_REVIEW_SENTENCES } from './timeline/pre-review-sentences.ts';
import type { Sentences } from './timeline/sentence.ts';
import { SUPERVISION_SENTENCES } from './timeline/supervision-sentences.ts';

/**
 * What happened, in a sentence a clerk understands, in Chinese and English. Who did it and when stand beside it.
 *
 * @example
 * describe(change, plan).zh // “食品经营许可（新办）”审查答复：材料齐全
 */
export function describe(change: Change, plan: CasePlan): Text {
  return (SENTENCES[change.kind] as (fact: Change, plan: CasePlan) => Text)(change, plan);
}

/** One for every kind of fact: a new kind does not compile until somebody has said what it means. */
const SENTENCES: Sentences<FactKind> = { ...PRE_REVIEW_SENTENCES, ...INTAKE_SENTENCES, ...HANDLING_SENTENCES, ...HEARING_SENTENCES, ...DECISION_SENTENCES, ...SUPERVISION_SENTENCES, ...AFTERCARE_SENTENCES, ...OTHER_DEPARTMENT_SENTENCES };

/** The kinds that {@link describe} has words for; for tests. */
export const DESCRIBED = Object.keys(SENTENCES) as readonly FactKind[];
