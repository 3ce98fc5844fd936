import { authorityRemedies } from './authority-remedies.ts';
import { authorityServes } from './authority-serves.ts';
import { certificateFree } from './certificate-free.ts';
import { consentsAskable } from './consents-askable.ts';
import type { Check } from './check.ts';
import { commitmentsLawful } from './commitments-lawful.ts';
import { conditionsHoldWater } from './conditions-hold-water.ts';
import { consultationLawful } from './consultation-lawful.ts';
import { extensionsLawful } from './extensions-lawful.ts';
import { fieldsAnswerable } from './fields-answerable.ts';
import { fieldsNeeded } from './fields-needed.ts';
import { handlingDecided } from './handling-decided.ts';
import { hearingLawful } from './hearing-lawful.ts';
import { idsUnique } from './ids-unique.ts';
import { instantRuleAlone } from './instant-rule.ts';
import { intakeLawful } from './intake-lawful.ts';
import { feesLawful } from './fees-lawful.ts';
import { intermediaryLawful } from './intermediary-lawful.ts';
import { itemCodes } from './item-codes.ts';
import { itemsFitTogether } from './items-fit-together.ts';
import { jointLimitLawful } from './joint-limit.ts';
import { limitsLawful } from './limits-lawful.ts';
import { materialsNeeded } from './materials-needed.ts';
import { noDependencyCycle } from './no-dependency-cycle.ts';
import { pathsFit } from './paths-fit.ts';
import { preliminaryLawful } from './preliminary-lawful.ts';
import { preReviewLawful } from './pre-review-lawful.ts';
import { proceduresLawful } from './procedures-lawful.ts';
import { referencesResolve } from './references-resolve.ts';
import { repeatsCount } from './repeats-count.ts';
import { supervisionElsewhere } from './supervision-elsewhere.ts';

/** Every rule that a definition has to pass. */
export const ALL_CHECKS: readonly Check[] = [
  idsUnique,
  referencesResolve,
  noDependencyCycle,
  conditionsHoldWater,
  handlingDecided,
  limitsLawful,
  jointLimitLawful,
  extensionsLawful,
  proceduresLawful,
  hearingLawful,
  authorityServes,
  intakeLawful,
  preReviewLawful,
  consentsAskable,
  instantRuleAlone,
  itemsFitTogether,
  repeatsCount,
  commitmentsLawful,
  itemCodes,
  fieldsAnswerable,
  fieldsNeeded,
  materialsNeeded,
  certificateFree,
  feesLawful,
  pathsFit,
  preliminaryLawful,
  consultationLawful,
  supervisionElsewhere,
  authorityRemedies,
  intermediaryLawful,
];
