import type { Check } from './check.ts';

/** The level an item names is one that its department has. */
export const authorityServes: Check = ({ definition: { items, departments } }) =>
  items.flatMap((item, index) => {
    const department = departments.find(({ id }) => id === item.department);
    if (!department || item.level === undefined || department.authorities.some(({ level }) => level === item.level)) return [];
    const levels = [...new Set(department.authorities.map(({ level }) => level))].join(', ');
    return [{
      code: 'authority.levelMissing', id: item.id, at: { path: ['items', index, 'level'] },
      zh: `部门“${department.id}”没有 ${item.level} 一级的实施机关。`, en: `The department “${department.id}” has no authority at the level ${item.level}.`,
      mend: { zh: `在该部门 authorities 中加入，或改用：${levels}。`, en: `Add one to its authorities, or use: ${levels}.` },
    }];
  });
