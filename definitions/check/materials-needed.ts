import { neededMaterial } from '../compiler/merge-needs.ts';
import type { Check } from './check.ts';

/** Nothing is asked for that no item needs. @see ALL art. 31 */
export const materialsNeeded: Check = ({ definition: { items, materials }, incomplete }) => {
  const needed = new Set(items.flatMap((item) => item.materials.map(neededMaterial)));
  return materials.flatMap(({ code }, index) =>
    needed.has(code) || incomplete
      ? []
      : [{
          code: 'material.unneeded', id: code, at: { path: ['materials', index, 'code'] },
          zh: `没有事项需要材料“${code}”。`, en: `No item needs the material “${code}”.`,
          mend: { zh: '列入需要它的事项的 materials，或删去（行政许可法第三十一条）。', en: 'List it under the materials of the item that needs it, or remove it (ALL art. 31).' },
        }]);
};
