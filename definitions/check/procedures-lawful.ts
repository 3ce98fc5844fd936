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
    zh: `“${id}”不是行政许可中第四十五条的八种之一，“${law}”不足以使时限停止。`, en: `“${id}” is not one of the eight of ALL art. 45 in a licence, and ${law} is not enough to stop the clock.`,
    mend: { zh: '写明使时限停止的另一部法律、法规；没有则删去 stopsClock，时间照算。', en: 'Name the other law or regulation that stops the clock; without one remove stopsClock, and the time counts.' },
  };
}

function hearing(id: string, path: Path): Finding {
  return {
    code: 'unsupported', id, at: { path },
    zh: '听证：本引擎尚不执行听证的告知、公告和笔录规则，因此不接受。', en: 'A hearing: the engine does not execute the rules on its notice, announcement and minutes yet, so it does not accept it.',
    mend: { zh: '删去；听证须在系统外办理（行政许可法第四十六至四十八条）。', en: 'Remove it; a hearing must be held outside the system (ALL art. 46-48).' },
  };
}
