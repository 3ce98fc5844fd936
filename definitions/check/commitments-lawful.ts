import { itemLimits, limitOf } from '../compiler/resolve-limits.ts';
import { resolveBasis } from '../compiler/resolve-basis.ts';
import { neededMaterial } from '../compiler/merge-needs.ts';
import type { Finding, Path } from '../problem.ts';
import { inWorkingDays, type LimitInput, periodOf } from '../schema/limit.ts';
import type { Item } from '../schema/item.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import type { Check } from './check.ts';
import { describeLimit } from './comparing-limits.ts';

/**
 * A commitment makes things quicker, takes the place of what the applicant would have to bring, and is looked at afterwards
 * on some day.
 */
export const commitmentsLawful: Check = ({ definition, incomplete }) =>
  definition.items.flatMap((item, index) => {
    const path: Path = ['items', index];
    return [
      ...quicker(definition, item, [...path, 'commitment', 'limit']),
      ...(incomplete ? [] : replacesOwn(definition, item, [...path, 'commitment', 'replaces'])),
      ...inPlaceOfBringing(definition, item, [...path, 'materials']),
      ...checkedSomeDay(item, path),
    ];
  });

function quicker(definition: ServiceDefinition, item: Item, path: Path): Finding[] {
  const { commitment } = item;
  if (commitment?.limit === undefined) return [];
  const own = limitOf(definition, commitment.limit, resolveBasis(definition.bases, commitment.basis));
  const { promised, internal, statutory } = itemLimits(definition, item);
  const ordinary = promised ?? internal ?? statutory;
  if (!ordinary || inWorkingDays(own) < inWorkingDays(ordinary)) return [];
  return [{
    code: 'commitment.notShorter', id: item.id, at: { path },
    zh: `事项“${item.id}”的告知承诺时限${describeLimit(own).zh}不短于一般程序的${describeLimit(ordinary).zh}。`,
    en: `On a commitment “${item.id}” takes ${describeLimit(own).en}, no less than the ordinary ${describeLimit(ordinary).en}.`,
    mend: { zh: '写更短的时限；当场准予的，删去 limit。', en: 'Give a shorter limit; leave it out where the item is granted at once.' },
  }];
}

function replacesOwn({ materials }: ServiceDefinition, item: Item, path: Path): Finding[] {
  const own = new Set(item.materials.map(neededMaterial));
  return (item.commitment?.replaces ?? []).flatMap((code, position) => {
    const at = { path: [...path, position] };
    if (!own.has(code)) {
      return [{
        code: 'commitment.replacesNothing', id: code, at,
        zh: `告知承诺代替材料“${code}”，但事项“${item.id}”不需要它。`, en: `The commitment replaces “${code}”, which “${item.id}” does not need.`,
        mend: { zh: '写本事项 materials 中的材料，或删去。', en: 'Name one of the materials of this item, or remove it.' },
      }];
    }
    return isAsked(materials, code) ? [] : [notAsked(code, at.path)];
  });
}

function inPlaceOfBringing({ materials }: ServiceDefinition, item: Item, path: Path): Finding[] {
  return item.materials.flatMap((need, position) =>
    typeof need === 'string' || need.commitment === undefined || isAsked(materials, need.code) ? [] : [notAsked(need.code, [...path, position, 'commitment'])]);
}

function isAsked(materials: ServiceDefinition['materials'], code: string): boolean {
  const material = materials.find((one) => one.code === code);
  return material === undefined || material.source === 'applicant';
}

function notAsked(code: string, path: Path): Finding {
  return {
    code: 'commitment.notAsked', id: code, at: { path },
    zh: `材料“${code}”不由申请人提交，没有可以承诺代替的。`, en: `The applicant is not asked for “${code}”: there is nothing that a commitment could replace.`,
    mend: { zh: '删去。', en: 'Remove it.' },
  };
}

function checkedSomeDay(item: Item, path: Path): Finding[] {
  const all: [LimitInput, Path][] = [
    ...(item.commitment ? [[item.commitment.afterCheck, [...path, 'commitment', 'afterCheck']] as [LimitInput, Path]] : []),
    ...item.materials.flatMap((need, position): [LimitInput, Path][] =>
      (typeof need === 'string' || !need.commitment ? [] : [[need.commitment.afterCheck, [...path, 'materials', position, 'commitment', 'afterCheck']]])),
  ];
  return all.filter(([limit]) => periodOf(typeof limit === 'string' ? limit : limit.limit).length === 0).map(([, at]) => ({
    code: 'commitment.neverChecked', id: item.id, at: { path: at },
    zh: `事项“${item.id}”的事后核查没有时间。`, en: `There is no time for the after-check of “${item.id}”.`,
    mend: { zh: '写准予之后的核查期限，如 20个工作日。', en: 'Give the time after the grant, such as 20 working days.' },
  }));
}
