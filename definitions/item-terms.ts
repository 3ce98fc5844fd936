import type { Text } from '../workflows/case/calendar.ts';
import type { CasePlan, ItemPlan, LegalBasis } from '../workflows/case/case-plan.ts';
import { describeLimit } from './check/comparing-limits.ts';
import { conditionInWords } from './condition/words.ts';

/** One thing that sets an item apart from an ordinary one, as a phrase without its subject. */
export interface ItemTerm {
  readonly key: 'optional' | 'main' | 'automatic' | 'notBefore' | 'conditionOnResult' | 'renewal' | 'repeat';
  readonly text: Text;
  readonly basis?: LegalBasis;
}

/**
 * The terms on which an item is part of a case, starts and ends, in the words that guide, picture and comparison share.
 *
 * @example
 * termsOf(item, plan).map(({ text }) => text.zh) // ['由申请人选择是否办理']
 */
export function termsOf(item: ItemPlan, plan: CasePlan): ItemTerm[] {
  const { optional, main, automatic, notBefore, conditionOnResult, renewal, repeat } = item;
  const counted = repeat === undefined ? null : labelOf(repeat, plan);
  const result = conditionOnResult && conditionInWords(conditionOnResult, fieldsAndResults(plan));
  return [
    ...(optional ? [term('optional', '由申请人选择是否办理', 'for the applicant to choose')] : []),
    ...(counted ? [term('repeat', `按“${counted.zh}”逐一办理`, `one for each, as “${counted.en}” says`)] : []),
    ...(main ? [term('main', '主事项：未获准的，其余未决事项不能准予', 'the main item: without it nothing undecided can be granted', main)] : []),
    ...(automatic ? [term('automatic', '免申请', 'needs no application', automatic)] : []),
    ...(notBefore ? [beginning(notBefore, plan)] : []),
    ...(result ? [term('conditionOnResult', `前置事项办结后，${result.zh}时办理`, `once what comes before is done, only if ${result.en}`)] : []),
    ...(renewal ? [term('renewal', `须在有效期届满${describeLimit(renewal.applyBefore).zh}前申请；届满未决的，视为准予延续`, `to be applied for ${describeLimit(renewal.applyBefore).en} before the expiry; undecided then, it is renewed`, renewal.basis)] : []),
  ];
}

/** The questions of the form, and what grants state, as conditions name them. */
function fieldsAndResults({ fields, items }: CasePlan): readonly Pick<CasePlan['fields'][number], 'code' | 'label' | 'type' | 'choices'>[] {
  return [...fields, ...items.flatMap(({ result }) => (result.values ?? []).map((value) => ({ ...value, code: `result.${value.code}` })))];
}

function labelOf(field: string, { fields }: CasePlan): Text {
  return fields.find(({ code }) => code === field)?.label ?? { zh: field, en: field };
}

function beginning({ field, plus, basis }: NonNullable<ItemPlan['notBefore']>, plan: CasePlan): ItemTerm {
  const { zh, en } = labelOf(field, plan);
  return plus
    ? term('notBefore', `“${zh}”满${describeLimit(plus).zh}后方可开始`, `starts when ${describeLimit(plus).en} have passed since “${en}”`, basis)
    : term('notBefore', `不早于“${zh}”开始`, `does not start before “${en}”`, basis);
}

function term(key: ItemTerm['key'], zh: string, en: string, basis?: LegalBasis): ItemTerm {
  return { key, text: { zh, en }, ...(basis ? { basis } : {}) };
}
