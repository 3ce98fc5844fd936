import type { ItemNature, LegalBasis, ProcedureKind } from '../../../workflows/case/case-plan.ts';
import { type Clock, isSuspended } from '../../../workflows/case/clock.ts';
import { isHearingOpen } from '../../../workflows/case/hearing.ts';
import { ART_45 } from '../../schema/special-procedure.ts';
import { isLawOrRegulation } from '../../check/comparing-limits.ts';
import type { Transition } from '../situation.ts';
import { each, isNamed, offence, papers, type Property } from './property.ts';

export const suspension: Property = {
  id: 'suspension', article: '行政许可法 第四十五条 ALL art. 45',
  says: { zh: '时限只因法定特别程序停止，并有书面告知', en: 'a clock stands still only on a permitted ground, with its written notice' },
  broken: (transition) => {
    for (const { change } of each(transition, 'procedureStarted', 'procedureRenewed')) {
      const paper = papers(transition, 'specialProcedure').find((one) => one.item === change.item);
      if (!paper) return offence(`“${change.item}”的特别程序没有书面告知`, `the special procedure of ${change.item} has no written notice`, { expect: { documents: { specialProcedure: countOf(transition) + 1 } } });
      if (!paper.basis.every(isNamed)) return offence(`“${change.item}”的特别程序没有依据`, `the special procedure of ${change.item} names no law`, { refused: 'procedure.unknown' });
      if (change.kind === 'procedureRenewed' || change.stopsClock === null) continue;
      const nature = transition.plan.items.find((one) => one.id === change.item)!.nature;
      if (!mayStop(nature, change.procedureKind, change.stopsClock)) {
        return offence(`“${change.item}”的${change.name.zh}停止时限而没有法律依据`, `${change.name.en} of ${change.item} stops the clock without a law that says so`);
      }
    }
    for (const clock of Object.values(transition.result.state.clocks)) {
      if (!isSuspended(clock) || clock.stoppedAt !== null || isGrounded(clock, transition)) continue;
      return offence(`时限“${clock.id}”停止而没有正在进行的法定程序`, `the clock ${clock.id} stands still without a running procedure that stops it`);
    }
    return null;
  },
};

/** The eight on the closed list, and others where a law or regulation says so. */
function mayStop(nature: ItemNature, kind: ProcedureKind, basis: LegalBasis): boolean {
  return isNamed(basis) && (ART_45.includes(kind) || nature !== 'licence' || isLawOrRegulation(basis));
}

function isGrounded(clock: Clock, { result: { state } }: Transition): boolean {
  const items = clock.item === null ? Object.values(state.items) : [state.items[clock.item]!];
  return items.some((item) => isHearingOpen(item) || item.procedures.some((one) => one.endedOn === null && one.stopsClock !== null));
}

function countOf({ before }: Transition): number {
  return before?.state.documents.filter((one) => one.kind === 'specialProcedure').length ?? 0;
}
