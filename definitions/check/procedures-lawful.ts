import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Finding, Path } from '../problem.ts';
import { ART_45 } from '../schema/special-procedure.ts';
import type { Check } from './check.ts';
import { isLawOrRegulation } from './comparing-limits.ts';

/**
 * Which special procedures stop a licence's clock (what is no licence is not stopped by the licensing law at all): the eight on the law's closed list, and others only where another
 * law or regulation, named here, says so. @see ALL art. 45
 */
export const proceduresLawful: Check = ({ definition }) =>
  definition.items.flatMap((item, index) =>
    item.procedures.flatMap((procedure, position): Finding[] => {
      const path: Path = ['items', index, 'procedures', position];
      if (procedure.kind === 'hearing') return [hearing(procedure.id, [...path, 'kind'])];
      if (procedure.stopsClock === undefined || procedure.stopsClock === false || (item.nature === 'licence' && ART_45.includes(procedure.kind))) return [];
      const basis = resolveBasis(definition.bases, procedure.stopsClock);
      const unfounded = !isLawOrRegulation(basis) && item.nature === 'licence';
      return unfounded || (basis.law === '行政许可法') ? [notOnList(procedure.id, [...path, 'stopsClock'], basis.law)] : [];
    }));

function notOnList(id: string, path: Path, law: string): Finding {
  return {
    code: 'procedure.cannotStopClock', id, at: { path },
    zh: `“${id}”不是行政许可法第四十五条的八种之一，“${law}”不足以使时限停止。`, en: `“${id}” is not one of the eight of ALL art. 45 in a licence, and ${law} is not enough to stop the clock.`,
    mend: { zh: '写明使时限停止的另一部法律、法规；没有则删去 stopsClock，时间照算。', en: 'Name the other law or regulation that stops the clock; without one remove stopsClock, and the time counts.' },
  };
}

function hearing(id: string, path: Path): Finding {
  return {
    code: 'procedure.isAHearing', id, at: { path },
    zh: '听证不是普通的特别程序：它有权利告知、公告、主持人和笔录的规则。', en: 'A hearing is no ordinary special procedure: telling the right, announcement, chair and minutes have rules of their own.',
    mend: { zh: '删去，改写为事项的 hearing（行政许可法第四十六至四十八条）。', en: "Remove it and write it as the item's hearing (ALL art. 46-48)." },
  };
}
