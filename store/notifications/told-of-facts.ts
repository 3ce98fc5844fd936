import type { Text } from '../../workflows/case/calendar.ts';
import type { Change, FactKind, FactOf } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import { WINDOW } from '../work-rows.ts';
import { citizensOf } from './citizens.ts';
import type { EventName, EventParams } from './events.ts';
import { citizen, officer, post, type Recipient } from './recipient.ts';
import { lastDayOf, namesOf, type Occasion, tell, type Telling } from './telling.ts';
import { MANAGERS, toldOfMissingCalendar, toldOfOverdue, toldOfSilence, toldOfWarning } from './told-of-clocks.ts';

type Teller<K extends FactKind> = (fact: FactOf<K>, occasion: Occasion) => readonly Telling[];

/** Why nobody is told of a change. The work that it opens is told all the same, see `told-of-work.ts`. */
export interface ToldToNobody {
  readonly nobody: string;
}

/** Who is told what of a change, beside those for whom it opens work. */
export function toldOfFact(occasion: Occasion): readonly Telling[] {
  const rule = TOLD[occasion.change.kind] as Teller<FactKind> | ToldToNobody;
  return 'nobody' in rule ? [] : rule(occasion.change as FactOf<FactKind>, occasion);
}

const nobody = (why: string): ToldToNobody => ({ nobody: why });
const ONLY_WORK = nobody('only the post that has to act, by its task');
const OWN_ACT = nobody('his own act, which the page he did it on confirms');

/** One for every kind of change: a new kind does not compile until somebody has said who is told of it. */
export const TOLD: { readonly [K in FactKind]: Teller<K> | ToldToNobody } = {
  draftSubmitted: (_, occasion) => consentsAsked(occasion),
  draftResubmitted: (_, occasion) => consentsAsked(occasion),
  consentSaid: ({ consent, agrees }, { plan, after }) => {
    const who = plan.consents?.find(({ id }) => id === consent)?.who ?? SOMEBODY;
    return agrees ? [] : [tell('consentRefused', citizensOf(after), { who })];
  },
  preReviewMarkedComplex: nobody('the page shows the new day'),
  preReviewAnswered: ({ outcome, missing, clock }, occasion) => {
    const lastDay = lastDayOf(occasion, clock);
    if (outcome === 'missing') return [tell('preReviewMissing', citizensOf(occasion.after), { count: missing.length, lastDay })];
    // Without a consent that is outstanding the receipt follows at once, and says it.
    return clock ? [tell('preReviewReady', citizensOf(occasion.after), { lastDay })] : [];
  },
  preReviewUnanswered: ({ clock }, occasion) => [
    toldOfSilence('preReview', [post(WINDOW, 'clerk'), MANAGERS], [], eveOf(occasion.change), occasion, WINDOW),
    ...(clock ? [tell('preReviewReady', citizensOf(occasion.after), { lastDay: lastDayOf(occasion, clock) })] : []),
  ],
  draftClosed: (_, { after }) => [tell('draftClosed', citizensOf(after), {})],

  caseReceived: ({ clock }, occasion) => [tell('received', citizensOf(occasion.after), { lastDay: lastDayOf(occasion, clock) })],
  commitmentEnded: nobody('follows from the applicant’s own correction'),
  deferredSupplied: OWN_ACT,
  itemExamined: nobody('departments do not write to the applicant: the one notice, or the acceptance, does'),
  correctedOnSpot: nobody('done together with the applicant, at the window'),
  defectsCorrectedOnSpot: nobody('done together with the applicant, at the window'),
  answerReturned: ONLY_WORK,
  itemOutOfScope: ({ item }, occasion) => ofItem('outOfScope', item, occasion),
  deemedComplete: ({ item }, occasion) => [silentDepartment('examination', item, occasion)],

  noticeIssued: ({ lines, clock, served, deemedComplete }, occasion) => [
    // A notice on paper: the days are counted from the service that the clerk records.
    tell('correctionAsked', citizensOf(occasion.after), { count: lines.length, lastDay: served ? lastDayOf(occasion, clock) : null }),
    ...deemedComplete.map((item) => silentDepartment('examination', item, occasion)),
  ],
  noticeServed: ({ clock }, occasion) =>
    clock ? [tell('correctionAsked', citizensOf(occasion.after), { count: occasion.after.notice!.lines.length, lastDay: lastDayOf(occasion, clock) })] : [],
  defectAnswered: OWN_ACT,
  correctionEnded: ONLY_WORK,
  itemRechecked: nobody('the acceptance or non-acceptance tells it'),
  deemedSatisfied: ({ item }, occasion) => [silentDepartment('recheck', item, occasion)],
  itemNotAccepted: ({ item, lapsed }, occasion) => ofItem(lapsed ? 'lapsed' : 'notAccepted', item, occasion),
  itemDropped: ({ item }, occasion) => ofItem('itemDropped', item, occasion),

  caseAccepted: ({ acceptance: { ground, effectiveOn }, clock }, occasion) => {
    const [to, lastDay] = [citizensOf(occasion.after), lastDayOf(occasion, clock)];
    if (ground === 'examined' || ground === 'rechecked') return [tell('accepted', to, { lastDay })];
    const silence = ground === 'examinationSilence' ? 'examination' : 'recheck';
    return [tell('deemedAccepted', to, { effectiveOn, lastDay }), tell('overdue', [MANAGERS], { clock: silence, items: [], lastDay: eveOf(occasion.change) })];
  },
  itemStarted: ONLY_WORK,
  itemBlocked: ONLY_WORK,
  procedureStarted: ({ item, name, clock, stopsClock }, occasion) =>
    ofItem('procedureStarted', item, occasion, { name, clockStands: stopsClock !== null, lastDay: lastDayOf(occasion, clock) }),
  procedureRenewed: ({ item, procedure, clock }, occasion) => ofItem('procedureRenewed', item, occasion, { name: procedureName(occasion, item, procedure), lastDay: lastDayOf(occasion, clock) }),
  procedureEnded: ({ item, procedure }, occasion) => ofItem('procedureEnded', item, occasion, { name: procedureName(occasion, item, procedure) }),
  jointSuspended: nobody('told with the procedure that stops it'),
  jointResumed: nobody('told with the end of the procedure'),
  extensionRequested: ONLY_WORK,
  extensionApproved: ({ clock: id, days }, occasion) => {
    const clock = occasion.after.clocks[id]!;
    const items = namesOf(occasion, clock.item === null ? [] : [clock.item]);
    return [tell('extended', citizensOf(occasion.after), { items, days, lastDay: lastDayOf(occasion, clock) }, clock.department), ...toWhoAsked('extensionApproved', id, occasion, { days })];
  },
  extensionRejected: ({ clock }, occasion) => toWhoAsked('extensionRejected', clock, occasion, {}),
  extensionLapsed: ({ clock }, occasion) => toWhoAsked('extensionLapsed', clock, occasion, {}),

  hearingRightTold: ({ item, persons, parties, clock }, occasion) => {
    const { after } = occasion;
    const applicant = persons.includes(after.applicant.id) ? citizensOf(after) : [];
    return ofItem('hearingRightTold', item, occasion, { lastDay: lastDayOf(occasion, clock) }, [...applicant, ...parties.map(({ id }) => citizen('interestedParty', id))]);
  },
  hearingRequested: nobody('the department announces the hearing to everybody'),
  hearingWaived: ONLY_WORK,
  hearingRightLapsed: ONLY_WORK,
  hearingAnnounced: ({ item, date, time, place }, occasion) => {
    const parties = occasion.after.items[item]?.hearing?.parties ?? [];
    return ofItem('hearingAnnounced', item, occasion, { date, time, place }, [...citizensOf(occasion.after), ...parties.map(({ id }) => citizen('interestedParty', id))]);
  },
  hearingHeld: nobody('whoever was there signed the minutes'),
  siteChecked: ONLY_WORK,

  decisionProposed: ONLY_WORK,
  proposalReturned: ONLY_WORK,
  itemGranted: ({ item, deemed }, occasion) => ofItem(deemed ? 'renewed' : 'granted', item, occasion),
  itemRefused: ({ item }, occasion) => ofItem('refused', item, occasion),
  itemWithdrawn: ({ item, inHisName }, occasion) => (inHisName ? ofItem('withdrawnInHisName', item, occasion) : []),
  caseWithdrawn: OWN_ACT,
  caseAssembled: (_, { after }) => [tell('ready', citizensOf(after), {})],
  handOverAlone: ({ item }, occasion) => ofItem('readyAlone', item, occasion),
  itemsHandedOver: ({ items, way, tracking }, occasion) => [tell('handedOver', citizensOf(occasion.after), { items: namesOf(occasion, items), way, tracking })],
  itemsServed: nobody('he has signed for it'),

  clockWarned: toldOfWarning,
  clockRanOut: toldOfOverdue,
  calendarMissing: toldOfMissingCalendar,
  deadlineMoved: nobody('the page shows the new day, and why'),
  caseMigrated: nobody('what would change in law is not migrated'),
  calendarPublished: nobody('of every case alike'),
  urged: ONLY_WORK,
  urgeAnswered: ({ urge }, occasion) => {
    const found = occasion.after.urges.find(({ id }) => id === urge);
    return found ? [tell('urgeAnswered', [officer(found.by.id)], { items: namesOf(occasion, found.item === null ? [] : [found.item]) }, found.department)] : [];
  },
  overdueReasonStated: nobody('the page shows it'),

  afterCheckRecorded: ({ item, passed }, occasion) => ofItem('afterChecked', item, occasion, { passed }),
  caseRated: ONLY_WORK,
  ratingRectified: (_, { after }) => [tell('ratingRectified', citizensOf(after), {})],
  ratingWindowOver: nobody('nothing ends for anybody'),
  complained: ONLY_WORK,
  complaintResolved: (_, { after }) => [tell('complaintAnswered', citizensOf(after), {})],

  preliminaryStarted: ONLY_WORK,
  preliminaryReported: ONLY_WORK,
  supervisionPushed: ({ item, department, clock }, occasion) =>
    [tell('toSupervise', [post(department, 'reviewer')], { items: namesOf(occasion, [item]), lastDay: lastDayOf(occasion, clock) }, department)],
  supervisionAcknowledged: nobody('it is the end of the linkage'),
  consulted: ONLY_WORK,
  consultationAnswered: (fact, occasion) => toWhoConsulted('consultationAnswered', fact, occasion),
  consultationUnanswered: (fact, occasion) => toWhoConsulted('consultationUnanswered', fact, occasion),

  documentIssued: nobody('the act that it proves is told'),
  phaseEntered: ({ phase, clock }, occasion) =>
    // Of a draft that was never received it is said that it is closed, and there is nothing to rate.
    phase === 'closed' && occasion.before?.phase !== 'preReview' ? [tell('closed', citizensOf(occasion.after), { lastDay: lastDayOf(occasion, clock) })] : [],
};

const SOMEBODY: Text = { zh: '有关人员', en: 'A further person' };

/** Whoever has not been asked yet, or is asked anew after he had refused or the answers have changed. */
function consentsAsked({ plan, before, after }: Occasion): Telling[] {
  const waiting = (state: CaseState | null, consent: string, person: string) => state?.consents?.some((one) => one.consent === consent && one.person === person && one.said === null) ?? false;
  return (after.consents ?? []).filter(({ consent, person, said }) => said === null && !waiting(before, consent, person)).map(({ consent, person }) => {
    const to = plan.consents?.find(({ id }) => id === consent)?.to ?? { zh: '该申请', en: 'the application' };
    return tell('consentAsked', [citizen('furtherPerson', person)], { applicant: after.applicant.name, to });
  });
}

/** Events that are about one item, and what they say of it beside its name. */
type ItemEvent = { [E in EventName]: EventParams[E] extends { readonly items: readonly Text[] } ? E : never }[EventName];

function ofItem<E extends ItemEvent>(event: E, item: string, occasion: Occasion, ...[more, to]: object extends Omit<EventParams[E], 'items'> ? [] : [Omit<EventParams[E], 'items'>, (readonly Recipient[])?]): Telling[] {
  const department = occasion.after.items[item]?.department ?? null;
  return [tell(event, to ?? citizensOf(occasion.after), { ...more, items: namesOf(occasion, [item]) } as unknown as EventParams[E], department)];
}

function silentDepartment(clock: 'examination' | 'recheck', item: string, occasion: Occasion): Telling {
  const { department } = occasion.after.items[item]!;
  return toldOfSilence(clock, [post(department, 'reviewer'), post(department, 'headOfAuthority')], [item], eveOf(occasion.change), occasion, department);
}

function toWhoAsked<E extends 'extensionApproved' | 'extensionRejected' | 'extensionLapsed'>(event: E, clock: string, occasion: Occasion, more: Omit<EventParams[E], 'items'>): Telling[] {
  const asked = (occasion.before ?? occasion.after).extensions[clock];
  if (!asked) return [];
  const { item = null, department = null } = occasion.after.clocks[clock] ?? {};
  return [tell(event, [officer(asked.requestedBy.id)], { ...more, items: namesOf(occasion, item === null ? [] : [item]) } as unknown as EventParams[E], department)];
}

function toWhoConsulted(event: 'consultationAnswered' | 'consultationUnanswered', { consultation, item }: { consultation: string; item: string }, occasion: Occasion): Telling[] {
  const asked = occasion.after.consultations?.find(({ id }) => id === consultation);
  return asked ? [tell(event, [officer(asked.by.id)], { items: namesOf(occasion, [item]) }, occasion.after.items[item]?.department ?? null)] : [];
}

function procedureName({ plan, after }: Occasion, item: string, procedure: string): Text {
  const known = after.items[item]?.procedures.find(({ id }) => id === procedure);
  return known?.name ?? plan.items.find(({ id }) => id === item)?.procedures.find(({ id }) => id === procedure)?.name ?? { zh: procedure, en: procedure };
}

/** What ends at 24:00 is of the day that ends then. */
function eveOf({ at }: Change): PlainDate {
  return dateOf((at - 1) as Instant);
}
