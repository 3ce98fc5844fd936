import type { Calendar } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Folded } from '../fold-changes.ts';
import { openWork, type Work } from '../work-rows.ts';
import type { Recipient } from './recipient.ts';
import type { Occasion, Telling } from './telling.ts';
import { toldOfFact } from './told-of-facts.ts';
import { toldOfWork } from './told-of-work.ts';

/** A message to one recipient, as it is filed with the changes that it is about. */
export interface FiledNotification {
  readonly seq: number;
  readonly event: string;
  readonly recipient_kind: Recipient['kind'];
  readonly recipient: string;
  readonly department: string | null;
  readonly params: object;
}

/**
 * What people are told of changes that were folded. Of each change the same, in whatever batches the changes come, but for
 * the work it opened: of that only what is still open at the end of the batch. What was examined in the instant in which it
 * was received is nobody's work.
 */
export function notificationsOf(plan: CasePlan, calendar: Calendar, changes: readonly Change[], folded: Folded): FiledNotification[] {
  const opened = openedBy(folded);
  return changes.flatMap((change, index) => {
    const occasion: Occasion = { plan, calendar, change, before: folded.before[index]!, after: folded.before[index + 1] ?? folded.state };
    const ofWork = opened.get(change.seq);
    const told = [...toldOfFact(occasion), ...(ofWork ? toldOfWork({ ...occasion, after: folded.state }, ofWork) : [])];
    return told.flatMap((telling) => telling.to.map((recipient) => filed(plan, change.seq, recipient, telling)));
  });
}

function filed(plan: CasePlan, seq: number, { kind, key }: Recipient, { event, department, params }: Telling): FiledNotification {
  return { seq, event, recipient_kind: kind, recipient: key, department, params: { service: plan.service.name, ...params } };
}

/** The work that is still open, by the change that opened it. */
function openedBy({ openedBy: by, state }: Folded): Map<number, Work[]> {
  const works = new Map<number, Work[]>();
  if (by.size === 0) return works;
  for (const work of openWork(state)) {
    const change = by.get(work.id);
    if (change) works.set(change.seq, [...(works.get(change.seq) ?? []), work]);
  }
  return works;
}
