import { fieldsRead } from '../condition/conditions.ts';
import type { Finding, Path } from '../problem.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import type { Check } from './check.ts';

/** More of one kind in a case than this, and it is not one thing any more. */
const MOST = 50;

/** What is repeated is counted by a question that every applicant answers with a number; one of many is not read as if it were the only one. */
export const repeatsCount: Check = ({ definition, conditions }) => [
  ...(['items', 'fields', 'materials'] as const).flatMap((list) => definition[list].flatMap(({ repeat }, index) =>
    repeat === undefined ? [] : counted(definition, repeat, [list, index, 'repeat']))),
  ...definition.items.flatMap((item, index) => {
    const found: Finding[] = [];
    if (item.repeat !== undefined && item.main !== undefined) found.push(repeatedMain(item.id, index));
    if (item.repeat !== undefined && item.result.values.length > 0) found.push(repeatedValues(item.id, index));
    return found;
  }),
  ...conditions.flatMap(({ path, owner, expr }) => {
    const own = repeatOf(definition, path);
    const stray = expr ? fieldsRead(expr).find((code) => {
      const of = definition.fields.find((field) => field.code === code)?.repeat;
      return of !== undefined && of !== own;
    }) : undefined;
    return stray === undefined ? [] : [{
      code: 'repeat.readsOneOfMany', id: owner, at: { path },
      zh: `“${owner}”的条件读取逐一填写的字段“${stray}”，但它本身不是按同一数量重复的。`, en: `The condition of “${owner}” reads “${stray}”, which is asked once for each, but is not itself repeated by the same count.`,
      mend: { zh: '给它同样的 repeat，或改读只填一次的字段。', en: 'Give it the same repeat, or read a field that is asked once.' },
    }];
  }),
];

function counted({ fields }: ServiceDefinition, code: string, path: Path): Finding[] {
  const field = fields.find((one) => one.code === code);
  if (!field) return [];
  const fits = field.type === 'integer' && field.required && field.repeat === undefined && (field.min ?? 0) >= 1 && (field.max ?? Infinity) <= MOST;
  return fits ? [] : [{
    code: 'repeat.notACount', id: code, at: { path },
    zh: `“${code}”不能用作数量：应为必填的整数，min 不小于 1，max 不大于 ${MOST}，且本身不重复。`, en: `“${code}” cannot count: it must be a required integer with min of at least 1 and max of at most ${MOST}, and not repeated itself.`,
    mend: { zh: `改为 type: integer, min: 1, max: ${MOST}。`, en: `Make it type: integer, min: 1, max: ${MOST}.` },
  }];
}

function repeatOf({ items, fields }: ServiceDefinition, [list, index]: Path): string | undefined {
  if (list === 'consent') return undefined;
  return (list === 'items' ? items : fields)[index as number]?.repeat;
}

function repeatedMain(id: string, index: number): Finding {
  return {
    code: 'repeat.main', id, at: { path: ['items', index, 'main'] },
    zh: `重复的事项“${id}”不能是主事项。`, en: `The repeated item “${id}” cannot be the main one.`,
    mend: { zh: '删去 main 或 repeat。', en: 'Remove main, or repeat.' },
  };
}

function repeatedValues(id: string, index: number): Finding {
  return {
    code: 'repeat.statesValues', id, at: { path: ['items', index, 'result', 'values'] },
    zh: `重复的事项“${id}”不能在结果中写明供其他事项判断的值。`, en: `The repeated item “${id}” cannot state values for other items to go by.`,
    mend: { zh: '删去 result.values 或 repeat。', en: 'Remove its result.values, or repeat.' },
  };
}
