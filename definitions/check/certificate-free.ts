import { allPredecessors } from '../compiler/dependency-order.ts';
import { neededMaterial } from '../compiler/merge-needs.ts';
import type { Finding } from '../problem.ts';
import { textOf } from '../schema/text.ts';
import type { Check } from './check.ts';

const MEND = {
  zh: '把 source 改为实际来源（国务院关于在线政务服务的若干规定第七条）。',
  en: 'Set source to where it really comes from (order 716 art. 7).',
};

/** What the certificate store, data sharing or an item of this very service gives is never asked of the applicant. @see order 716 art. 7 */
export const certificateFree: Check = ({ definition: { items, materials } }) => {
  const predecessors = new Map(items.map(({ id }) => [id, allPredecessors(items, id)]));
  return materials.flatMap((material, index): Finding[] => {
    const { code, source, availableFrom, resultOf } = material;
    const path = ['materials', index] as const;
    const maker = items.find(({ result }) => textOf(result.name).zh === textOf(material.name).zh);
    if (source === 'applicant' && availableFrom) {
      const where = availableFrom === 'certificateStore' ? ['电子证照库', 'the certificate store'] : ['数据共享', 'data sharing'];
      return [{
        code: 'material.alreadyHeld', id: code, at: { path: [...path, 'source'] },
        zh: `材料“${code}”可由${where[0]}取得，不得要求申请人提交。`, en: `The material “${code}” comes from ${where[1]}: the applicant may not be asked for it.`, mend: MEND,
      }];
    }
    if (source === 'applicant' && maker) {
      return [{
        code: 'material.ownResult', id: code, at: { path: [...path, 'source'] },
        zh: `材料“${code}”是本服务事项“${maker.id}”的结果，不得要求申请人提交。`, en: `The material “${code}” is the result of the item “${maker.id}” of this service: the applicant may not be asked for it.`, mend: MEND,
      }];
    }
    if (source !== 'upstreamResult') return [];
    if (resultOf === undefined) {
      return [{
        code: 'material.resultOfMissing', id: code, at: { path: [...path, 'source'] },
        zh: `材料“${code}”来自上游结果，但未写明是哪个事项的。`, en: `The material “${code}” is an upstream result, but it is not said of which item.`,
        mend: { zh: '写明 resultOf，由系统取得，不向申请人要（国务院关于在线政务服务的若干规定第七条）。', en: 'Name the item in resultOf: the result is taken from there, not asked for (order 716 art. 7).' },
      }];
    }
    return items.flatMap((item, itemIndex): Finding[] => {
      const position = item.materials.findIndex((need) => neededMaterial(need) === code);
      if (position < 0 || predecessors.get(item.id)?.has(resultOf)) return [];
      return [{
        code: 'material.notYetThere', id: code, at: { path: ['items', itemIndex, 'materials', position] },
        zh: `事项“${item.id}”需要“${resultOf}”的结果，却不等它办结。`, en: `The item “${item.id}” needs the result of “${resultOf}”, but does not wait for it.`,
        mend: { zh: `在 dependsOn 中加入“${resultOf}”，办结后由系统取得（国务院关于在线政务服务的若干规定第七条）。`, en: `Add “${resultOf}” to its dependsOn: its result is taken from there (order 716 art. 7).` },
      }];
    });
  });
};
