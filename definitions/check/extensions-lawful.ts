import { itemLimits, jointLimit } from '../compiler/resolve-limits.ts';
import type { ExtensionRule } from '../../workflows/case/case-plan.ts';
import type { Finding, Path } from '../problem.ts';
import type { Check } from './check.ts';
import { isLawOrRegulation } from './comparing-limits.ts';

/** At most 10 working days more for a licence, 15 for joint handling, unless another law or regulation says so. @see ALL art. 42 */
export const extensionsLawful: Check = ({ definition }) => {
  const joint = jointLimit(definition);
  return [
    ...(joint && definition.joint?.extension ? overCap(joint.extension, 15, definition.code, ['joint', 'extension', 'cap']) : []),
    ...definition.items.flatMap((item, index) => {
      const extension = itemLimits(definition, item).statutory?.extension;
      if (!extension || item.nature !== 'licence') return [];
      return overCap(extension, 10, item.id, ['items', index, 'limits', 'statutory', 'extension', 'cap']);
    }),
  ];
};

function overCap({ cap, basis }: ExtensionRule, most: number, id: string, path: Path): Finding[] {
  if (cap <= most || (isLawOrRegulation(basis) && basis.law !== '行政许可法')) return [];
  return [{
    code: 'extension.overCap', id, at: { path },
    zh: `延期${cap}日超过${most}个工作日。`, en: `An extension by ${cap} is over ${most} working days.`,
    mend: { zh: `不超过${most}个工作日，或引用另行规定的法律、法规（行政许可法第四十二条）。`, en: `Keep to ${most} working days, or cite the law or regulation that allows more (ALL art. 42).` },
  }];
}
