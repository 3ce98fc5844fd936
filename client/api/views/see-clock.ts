import type { LegalBasis } from '../../../workflows/case/case-plan.ts';
import { type Clock, isOpen, isSuspended, read, remainingDays, type Suspension } from '../../../workflows/case/clock.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { clockName, itemName } from '../../documents/timeline/names.ts';
import type { SeenClock } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';

export function seeClock({ plan, calendar, state, at }: Pick<Seeing, 'plan' | 'calendar' | 'state' | 'at'>, clock: Clock): SeenClock {
  const { dueOn, provisional, remainder } = read(clock, calendar, plan.warningThreshold);
  return {
    id: clock.id, kind: clock.kind, name: clockName(plan, clock.id), item: clock.item, department: clock.department,
    length: clock.limit.length, unit: clock.limit.unit, extendedBy: clock.extendedBy, basis: basisSeen(clock.limit.basis),
    dayZero: clock.dayZero, dueOn, remaining: isOpen(clock) ? remainder ?? remainingDays(clock, calendar, at) : null,
    suspended: isOpen(clock) && isSuspended(clock), suspensions: clock.suspensions.map((one) => ({ from: one.from, to: one.to, because: one.because, name: becauseOf({ plan, state }, one) })),
    provisional, colour: clock.ranOutAt !== null ? 2 : clock.warned ? 1 : 0, open: isOpen(clock), ranOutOn: clock.ranOutOn,
    overdueReason: state.overdueReasons.findLast((one) => one.clock === clock.id)?.reason ?? null,
  };
}

export function basisSeen({ law, article, verified }: LegalBasis): { law: string; article: string | null; verified: boolean } {
  return { law, article, verified };
}

/** What stops a clock, in words: the procedure's name and who carries it out, or that some item of the joint handling stands. */
export function becauseOf({ plan, state }: Pick<Seeing, 'plan' | 'state'>, { because }: Suspension, { withWhom = true } = {}): Text {
  for (const item of Object.values(state.items)) {
    const procedure = item.procedures.find((one) => one.clock === because || `${one.id}#${one.run}` === because);
    if (procedure) {
      const of = itemName(plan, item.id);
      const { name: { zh, en }, by } = procedure;
      return withWhom ? { zh: `${of.zh}：${zh}（${by}）`, en: `${of.en}: ${en} (${by})` } : { zh: `${of.zh}：${zh}`, en: `${of.en}: ${en}` };
    }
  }
  if (because === 'joint') return { zh: '有事项中止计时', en: 'some item stands still' };
  if (because.startsWith('hearing')) return { zh: '听证', en: 'hearing' };
  return { zh: because, en: because };
}
