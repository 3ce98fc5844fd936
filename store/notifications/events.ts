import type { Text } from '../../workflows/case/calendar.ts';
import type { DeliveryWay } from '../../workflows/case/case-state.ts';
import type { ClockKind } from '../../workflows/case/clock.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';

/** `lastDay` is the day until whose end something is to be done, or is promised; null: there is none, or none yet. */
interface Until {
  readonly lastDay: PlainDate | null;
}

/** The names of the items it is about; none: the whole case. */
interface About {
  readonly items: readonly Text[];
}

type Work = About & Until;

/** What each message says beside the case's number and the service's name: no more than its sentences need, and no identity number. */
export interface EventParams {
  // to the applicant and his agent
  readonly consentRefused: { readonly who: Text };
  readonly preReviewMissing: { readonly count: number } & Until;
  readonly preReviewReady: Until;
  readonly draftEnding: Until;
  readonly draftClosed: Record<never, never>;
  readonly received: Until;
  readonly correctionAsked: { readonly count: number } & Until;
  readonly correctionEnding: Until;
  readonly deferredEnding: Until;
  readonly deferredOverdue: Until;
  readonly outOfScope: About;
  readonly notAccepted: About;
  readonly lapsed: About;
  readonly itemDropped: About;
  readonly accepted: Until;
  readonly deemedAccepted: { readonly effectiveOn: PlainDate } & Until;
  readonly procedureStarted: { readonly name: Text; readonly clockStands: boolean } & Work;
  readonly procedureRenewed: { readonly name: Text } & Work;
  readonly procedureEnded: { readonly name: Text } & About;
  readonly extended: { readonly days: number } & Work;
  readonly hearingRightTold: Work;
  readonly hearingAnnounced: { readonly date: PlainDate; readonly time: string; readonly place: string } & About;
  readonly granted: About;
  readonly renewed: About;
  readonly refused: About;
  readonly withdrawnInHisName: About;
  readonly ready: Record<never, never>;
  readonly readyAlone: About;
  readonly handedOver: { readonly way: DeliveryWay; readonly tracking: string | null } & About;
  readonly afterChecked: { readonly passed: boolean } & About;
  readonly ratingRectified: Record<never, never>;
  readonly complaintAnswered: Record<never, never>;
  readonly closed: Until;
  // to a further person
  readonly consentAsked: { readonly applicant: string; readonly to: Text };
  // to a post: the reviewers of a department, the clerks of the window, the managers
  readonly preReviewToAnswer: Work;
  readonly toExamine: Work;
  readonly toRecheck: Work;
  readonly toReportPreliminary: Work;
  readonly toTellHearingRight: Work;
  readonly toHoldHearing: Work;
  readonly toCheckSite: Work;
  readonly toDecide: Work;
  readonly toConfirm: Work;
  readonly returned: Work;
  readonly extensionToDecide: Work;
  readonly consulted: Work;
  readonly toSupervise: Work;
  readonly toCheckAfterwards: Work;
  readonly toRecordService: Work;
  readonly toHandOver: Work;
  readonly urged: Work;
  readonly badRating: Work;
  readonly complained: Work;
  readonly warned: { readonly clock: ClockKind } & Work;
  readonly overdue: { readonly clock: ClockKind } & Work;
  readonly calendarMissing: { readonly clock: ClockKind } & Work;
  // to one officer
  readonly extensionApproved: { readonly days: number } & About;
  readonly extensionRejected: About;
  readonly extensionLapsed: About;
  readonly consultationAnswered: About;
  readonly consultationUnanswered: About;
  readonly urgeAnswered: About;
}

export type EventName = keyof EventParams;

/** Who is told, and whether it is worth a text message: what a person must act on, or waits for. */
interface EventRule {
  readonly to: 'citizen' | 'post' | 'officer';
  readonly sms?: true;
}

export const EVENTS = {
  consentRefused: { to: 'citizen', sms: true }, preReviewMissing: { to: 'citizen', sms: true }, preReviewReady: { to: 'citizen' },
  draftEnding: { to: 'citizen', sms: true }, draftClosed: { to: 'citizen' }, received: { to: 'citizen', sms: true },
  correctionAsked: { to: 'citizen', sms: true }, correctionEnding: { to: 'citizen', sms: true }, deferredEnding: { to: 'citizen', sms: true },
  deferredOverdue: { to: 'citizen', sms: true }, outOfScope: { to: 'citizen', sms: true }, notAccepted: { to: 'citizen', sms: true },
  lapsed: { to: 'citizen', sms: true }, itemDropped: { to: 'citizen' }, accepted: { to: 'citizen', sms: true }, deemedAccepted: { to: 'citizen', sms: true },
  procedureStarted: { to: 'citizen', sms: true }, procedureRenewed: { to: 'citizen', sms: true }, procedureEnded: { to: 'citizen' },
  extended: { to: 'citizen', sms: true }, hearingRightTold: { to: 'citizen', sms: true }, hearingAnnounced: { to: 'citizen', sms: true },
  granted: { to: 'citizen', sms: true }, renewed: { to: 'citizen', sms: true }, refused: { to: 'citizen', sms: true }, withdrawnInHisName: { to: 'citizen' },
  ready: { to: 'citizen', sms: true }, readyAlone: { to: 'citizen', sms: true }, handedOver: { to: 'citizen', sms: true }, afterChecked: { to: 'citizen', sms: true },
  ratingRectified: { to: 'citizen', sms: true }, complaintAnswered: { to: 'citizen', sms: true }, closed: { to: 'citizen' },
  consentAsked: { to: 'citizen', sms: true },
  preReviewToAnswer: { to: 'post' }, toExamine: { to: 'post' }, toRecheck: { to: 'post' }, toReportPreliminary: { to: 'post' }, toTellHearingRight: { to: 'post' },
  toHoldHearing: { to: 'post' }, toCheckSite: { to: 'post' }, toDecide: { to: 'post' }, toConfirm: { to: 'post' }, returned: { to: 'post' },
  extensionToDecide: { to: 'post' }, consulted: { to: 'post' }, toSupervise: { to: 'post' }, toCheckAfterwards: { to: 'post' }, toRecordService: { to: 'post' },
  toHandOver: { to: 'post' }, urged: { to: 'post', sms: true }, badRating: { to: 'post' }, complained: { to: 'post' }, warned: { to: 'post' },
  overdue: { to: 'post', sms: true }, calendarMissing: { to: 'post' },
  extensionApproved: { to: 'officer' }, extensionRejected: { to: 'officer' }, extensionLapsed: { to: 'officer' }, consultationAnswered: { to: 'officer' },
  consultationUnanswered: { to: 'officer' }, urgeAnswered: { to: 'officer' },
} as const satisfies Readonly<Record<EventName, EventRule>>;

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];

/** Events told by text message where there is a number. */
export type TextedEvent = { [E in EventName]: (typeof EVENTS)[E] extends { readonly sms: true } ? E : never }[EventName];

export function isTexted(event: EventName): event is TextedEvent {
  return 'sms' in EVENTS[event];
}
