import { cyclesAmong } from '../compiler/dependency-order.ts';
import { fieldsRead } from '../condition/conditions.ts';
import type { Finding, Path } from '../problem.ts';
import type { Check } from './check.ts';

/** No item waits for itself, and no question is asked only on account of itself. */
export const noDependencyCycle: Check = ({ definition: { items, fields }, conditions }) => {
  const questions = fields.map(({ code }) => ({
    id: code,
    dependsOn: conditions.filter(({ path, owner, expr }) => path[0] === 'fields' && owner === code && expr).flatMap(({ expr }) => (expr ? fieldsRead(expr) : [])),
  }));
  return [
    ...cyclesAmong(items).map((cycle) => {
      const index = items.findIndex(({ id }) => id === cycle[0]);
      const position = items[index]?.dependsOn.indexOf(cycle[1] ?? '') ?? 0;
      return circular('dependency', cycle, ['items', index, 'dependsOn', position], '事项互相等待', 'Items wait for each other');
    }),
    ...cyclesAmong(questions).map((cycle) =>
      circular('field', cycle, ['fields', fields.findIndex(({ code }) => code === cycle[0]), 'when'], '字段互为前提', 'Fields are asked only on account of each other')),
  ];
};

function circular(subject: string, cycle: readonly string[], path: Path, zh: string, en: string): Finding {
  const round = cycle.join(' -> ');
  return {
    code: `${subject}.cycle`, id: cycle[0] ?? '', at: { path },
    zh: `${zh}：${round}。`, en: `${en}: ${round}.`,
    mend: { zh: '删去其中一条。', en: 'Remove one of these links.' },
  };
}
