import { fieldNeeds } from '../compiler/merge-needs.ts';
import type { Check } from './check.ts';

/** Nothing is asked that no item needs, be it only for a condition. @see ALL art. 29 */
export const fieldsNeeded: Check = ({ definition, conditions, incomplete }) => {
  if (incomplete || conditions.some(({ expr }) => expr === null)) return [];
  const exprAt = (...path: (string | number)[]) => conditions.find((condition) => condition.path.join() === path.join())?.expr ?? null;
  const needs = fieldNeeds(definition, exprAt);
  return definition.fields.flatMap(({ code }, index) =>
    needs.has(code)
      ? []
      : [{
          code: 'field.unneeded', id: code, at: { path: ['fields', index, 'code'] },
          zh: `没有事项需要字段“${code}”。`, en: `No item needs the field “${code}”.`,
          mend: { zh: '列入需要它的事项的 fields，或删去（行政许可法第二十九条）。', en: 'List it under the fields of the item that needs it, or remove it (ALL art. 29).' },
        }]);
};
