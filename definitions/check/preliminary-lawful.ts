import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Finding, Path } from '../problem.ts';
import { inWorkingDays, periodOf } from '../schema/limit.ts';
import type { Check } from './check.ts';
import { isLawOrRegulation } from './comparing-limits.ts';

/**
 * A lower authority is another one than the one that decides; it has 20 working days, another number only by a law or
 * regulation. What is no licence has no limit by the licensing law, so it names its own. @see ALL art. 43
 */
export const preliminaryLawful: Check = ({ definition: { items, bases } }) =>
  items.flatMap(({ id, nature, department, instant, preliminary }, index): Finding[] => {
    if (preliminary === undefined) return [];
    const path: Path = ['items', index, 'preliminary'];
    const { limit } = preliminary;
    const period = periodOf(typeof limit === 'string' ? limit : limit.limit);
    const basis = typeof limit === 'string' || limit.basis === undefined ? null : resolveBasis(bases, limit.basis);
    const findings: Finding[] = [];
    if (preliminary.department === department) findings.push(sameDepartment(id, [...path, 'department']));
    if (instant !== undefined) findings.push(withInstant(id, path));
    if (nature !== 'licence' && !basis) findings.push(noBasis(id, path));
    const lawful = basis !== null && basis.law !== '行政许可法' && isLawOrRegulation(basis);
    if (nature === 'licence' && inWorkingDays(period) > 20 && !lawful) findings.push(tooLong(id, [...path, 'limit']));
    return findings;
  });

function sameDepartment(id: string, path: Path): Finding {
  return {
    code: 'preliminary.sameDepartment', id, at: { path },
    zh: `事项“${id}”的初审部门就是决定部门。`, en: `The lower authority of “${id}” is the department that decides it.`,
    mend: { zh: '写明下级机关（行政许可法第四十三条），或删去 preliminary。', en: 'Name the lower authority (ALL art. 43), or remove preliminary.' },
  };
}

function withInstant(id: string, path: Path): Finding {
  return {
    code: 'preliminary.withInstant', id, at: { path },
    zh: `事项“${id}”既按规则即时准予，又须下级初审（行政许可法第四十三条）。`, en: `The item “${id}” is granted at once by rule, and is first examined by a lower authority (ALL art. 43).`,
    mend: { zh: '二者取一。', en: 'Choose one.' },
  };
}

function noBasis(id: string, path: Path): Finding {
  return {
    code: 'preliminary.limitBasis', id, at: { path },
    zh: `事项“${id}”不是行政许可，初审时限不能以行政许可法第四十三条为依据。`, en: `“${id}” is no licence: ALL art. 43 sets no limit for its preliminary examination.`,
    mend: { zh: '写作 limit: { limit: …, basis: … }，写明时限的依据。', en: 'Write limit: { limit: …, basis: … } with what sets it.' },
  };
}

function tooLong(id: string, path: Path): Finding {
  return {
    code: 'preliminary.tooLong', id, at: { path },
    zh: `事项“${id}”的初审时限长于20个工作日，又没有另行规定的法律、法规。`, en: `The preliminary examination of “${id}” is longer than 20 working days, and no law or regulation says so.`,
    mend: { zh: '不超过20个工作日，或引用另行规定的法律、法规（行政许可法第四十三条）。', en: 'Keep to 20 working days, or cite the law or regulation that sets it (ALL art. 43).' },
  };
}
