import type { CasePlan, ItemPlan } from '../../workflows/case/case-plan.ts';
import { type ItemTerm, termsOf } from '../item-terms.ts';
import { compared, type Difference, difference } from './difference.ts';

/** For the applicant, when a term is new; the other way round when it is gone. */
const EFFECT: Readonly<Record<ItemTerm['key'], Difference['effect']>> = {
  optional: 'lighter', main: 'other', automatic: 'lighter', notBefore: 'heavier', conditionOnResult: 'other', renewal: 'lighter', repeat: 'other',
};
const OPPOSITE = { lighter: 'heavier', heavier: 'lighter', other: 'other' } as const satisfies Record<Difference['effect'], Difference['effect']>;

/** What changed about the terms on which an item is part of a case, starts and ends. */
export function termDifferences(old: ItemPlan, now: ItemPlan, before: CasePlan, after: CasePlan): Difference[] {
  const { removed, added, kept } = compared(termsOf(old, before), termsOf(now, after), ({ key }) => key);
  const say = (effect: Difference['effect'], { key }: ItemTerm, zh: string, en: string) => difference(effect, `item.${key}`, now.id, `“${now.name.zh}”${zh}`, `“${now.name.en}” ${en}`);
  return [
    ...removed.map((one) => say(OPPOSITE[EFFECT[one.key]], one, `不再：${one.text.zh}`, `no longer: ${one.text.en}`)),
    ...added.map((one) => say(EFFECT[one.key], one, `新规定：${one.text.zh}`, `now: ${one.text.en}`)),
    ...kept.filter(([a, b]) => a.text.zh !== b.text.zh).map(([a, b]) => say('other', b, `由“${a.text.zh}”改为“${b.text.zh}”`, `now: ${b.text.en} (was: ${a.text.en})`)),
  ];
}
