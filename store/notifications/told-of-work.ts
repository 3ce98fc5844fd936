import { read } from '../../workflows/case/clock.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Work, WorkKind } from '../work-rows.ts';
import type { EventName, EventParams } from './events.ts';
import { post } from './recipient.ts';
import { namesOf, type Occasion, tell, type Telling } from './telling.ts';

type WorkEvent = { [E in EventName]: EventParams[E] extends EventParams['toExamine'] ? (EventParams['toExamine'] extends EventParams[E] ? E : never) : never }[EventName];

/** What a post is told when something is there to be done. */
const EVENT_OF_WORK = {
  answerPreReview: 'preReviewToAnswer', examine: 'toExamine', recheck: 'toRecheck', recordService: 'toRecordService', reportPreliminary: 'toReportPreliminary',
  tellHearingRight: 'toTellHearingRight', recordHearing: 'toHoldHearing', recordSiteCheck: 'toCheckSite', decide: 'toDecide', confirm: 'toConfirm',
  approveExtension: 'extensionToDecide', answerConsultation: 'consulted', handOver: 'toHandOver', acknowledgeSupervision: 'toSupervise',
  recordAfterCheck: 'toCheckAfterwards', answerUrge: 'urged', rectifyRating: 'badRating', resolveComplaint: 'complained',
} as const satisfies Readonly<Record<WorkKind, WorkEvent>>;

/**
 * Tells each post of the work that one change opened: all items of one kind in one message, with the earliest last day.
 * What was sent back is said in other words, and what is pushed for supervision is told by its own change.
 */
export function toldOfWork(occasion: Occasion, opened: readonly Work[]): Telling[] {
  const { change } = occasion;
  const groups = new Map<string, Work[]>();
  for (const work of opened) {
    if (work.kind === 'acknowledgeSupervision') continue;
    const key = `${eventOf(work, change)} ${work.department} ${work.role}`;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()].map((works): Telling => {
    const [{ department, role }] = works as [Work];
    const items = namesOf(occasion, works.flatMap(({ item }) => item ?? []));
    return tell(eventOf(works[0]!, change), [post(department, role)], { items, lastDay: earliest(occasion, works) }, department);
  });
}

function eventOf(work: Work, change: Change): WorkEvent {
  const returned = (change.kind === 'answerReturned' || change.kind === 'proposalReturned') && change.item === work.item;
  return returned ? 'returned' : EVENT_OF_WORK[work.kind];
}

function earliest({ plan, calendar, after }: Occasion, works: readonly Work[]): PlainDate | null {
  const days = works.flatMap(({ clocks }) => clocks).flatMap((id) => {
    const clock = after.clocks[id];
    return clock && clock.stoppedAt === null ? read(clock, calendar, plan.warningThreshold).dueOn ?? [] : [];
  });
  return days.sort()[0] ?? null;
}
