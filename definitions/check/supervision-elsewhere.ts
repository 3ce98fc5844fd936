import type { Check } from './check.ts';

/** What a department grants it need not be told of: it is pushed to another one. */
export const supervisionElsewhere: Check = ({ definition: { items } }) =>
  items.flatMap(({ id, department, supervision }, index) => supervision?.department !== department ? [] : [{
    code: 'supervision.sameDepartment', id, at: { path: ['items', index, 'supervision', 'department'] },
    zh: `事项“${id}”的监管部门就是决定部门。`, en: `The department that supervises “${id}” is the one that decides it.`,
    mend: { zh: '写明另一个监管部门，或删去 supervision。', en: 'Name the other department, or remove supervision.' },
  }]);
