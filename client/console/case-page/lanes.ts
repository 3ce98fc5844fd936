import { addDays, type PlainDate } from '../../../workflows/case/plain-date.ts';
import type { SeenCase, SeenClock, SeenItem } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';

export type Activity = 'preReview' | 'examination' | 'correction' | 'recheck' | 'waiting' | 'handling' | 'delivery';

/** What went on from one day to another, both included. */
export interface Stretch {
  readonly activity: Activity;
  readonly from: string;
  readonly to: string;
}

export interface Lane {
  readonly id: string;
  /** Null: the case as a whole. */
  readonly item: SeenItem | null;
  readonly stretches: readonly Stretch[];
  /** Of an item the promised or internal limit, of the case those before acceptance; in the order of their beginning. */
  readonly upper: readonly SeenClock[];
  /** The statutory limit, or the joint one. */
  readonly lower: readonly SeenClock[];
  readonly decidedOn: string | null;
}

export interface Group {
  readonly department: SeenItem['department'] | null;
  readonly lanes: readonly Lane[];
}

const UPPER = ['promised', 'internal', 'preliminary', 'preReview', 'examination', 'correction', 'recheck'];
const LOWER = ['statutory', 'joint', 'renewal'];
/** A limit further away than this would press everything else together. */
const FURTHEST = 75;

/** The case's own lane, then the items' by department. */
export function lanesOf(seen: SeenCase, today: string): readonly Group[] {
  const groups = Map.groupBy(seen.items, (item) => item.department.id);
  return [
    { department: null, lanes: [laneOf(seen, null, caseStretches(seen, today))] },
    ...[...groups.values()].map((items) => ({ department: items[0]!.department, lanes: items.map((item) => laneOf(seen, item, itemStretches(seen, item, today))) })),
  ];
}

/** First and last day of the axis: from the first act to the last limit in sight. */
export function span(seen: SeenCase, today: string): { readonly from: string; readonly to: string } {
  const from = seen.preReview ? dayOf(seen.preReview.submittedAt) : seen.receivedOn;
  const now = seen.closedOn ?? today;
  const furthest = addDays(now as PlainDate, FURTHEST);
  // A limit that was kept is of no interest beyond today.
  const due = seen.clocks.filter(({ kind, open, ranOutOn }) => [...UPPER, ...LOWER].includes(kind) && (open || ranOutOn !== null)).flatMap(({ dueOn }) => (dueOn !== null && dueOn <= furthest ? [dueOn] : []));
  return { from, to: addDays([from, now, ...due].sort().at(-1) as PlainDate, 5) };
}

function laneOf(seen: SeenCase, item: SeenItem | null, stretches: readonly Stretch[]): Lane {
  const own = seen.clocks.filter((clock) => clock.item === (item?.id ?? null)).sort((a, b) => (a.dayZero < b.dayZero ? -1 : 1));
  return {
    id: item?.id ?? '', item, stretches: stretches.filter(({ from, to }) => from <= to),
    upper: own.filter(({ kind }) => UPPER.includes(kind)), lower: own.filter(({ kind }) => LOWER.includes(kind)),
    decidedOn: item ? item.decision?.on ?? item.leftOn : null,
  };
}

function caseStretches(seen: SeenCase, today: string): Stretch[] {
  const { preReview, receivedOn, notice, acceptance, assembledOn, closedOn, phase } = seen;
  const now = closedOn ?? today;
  const noticeOn = notice ? dayOf(notice.issuedAt) : null;
  const answered = notice && notice.lines.length > 0 && notice.lines.every((line) => line.answer) ? notice.lines.map((line) => dayOf(line.answer!.at)).sort().at(-1)! : null;
  const examined = acceptance?.issuedOn ?? now;
  return [
    ...(preReview ? [{ activity: 'preReview' as const, from: dayOf(preReview.submittedAt), to: phase === 'preReview' ? now : receivedOn }] : []),
    ...(phase === 'preReview' ? [] : [{ activity: 'examination' as const, from: receivedOn, to: noticeOn ?? examined }]),
    ...(noticeOn ? [{ activity: 'correction' as const, from: noticeOn, to: answered ?? examined }] : []),
    ...(answered ? [{ activity: 'recheck' as const, from: answered, to: examined }] : []),
    ...(acceptance ? [{ activity: 'handling' as const, from: acceptance.issuedOn, to: assembledOn ?? lastDecision(seen) ?? now }] : []),
    ...(assembledOn ? [{ activity: 'delivery' as const, from: assembledOn, to: now }] : []),
  ];
}

function itemStretches(seen: SeenCase, item: SeenItem, today: string): Stretch[] {
  const { acceptance, receivedOn, phase } = seen;
  const now = seen.closedOn ?? today;
  const left = item.decision?.on ?? item.leftOn;
  if (phase === 'preReview') return [];
  const examined = acceptance?.issuedOn ?? left ?? now;
  const handled = item.startedOn ?? (acceptance && left ? left : null);
  return [
    { activity: 'examination', from: receivedOn, to: examined },
    ...(acceptance && !left && !item.startedOn ? [{ activity: 'waiting' as const, from: acceptance.issuedOn, to: now }] : []),
    ...(acceptance && item.startedOn && item.startedOn > acceptance.issuedOn ? [{ activity: 'waiting' as const, from: acceptance.issuedOn, to: item.startedOn }] : []),
    ...(acceptance && handled ? [{ activity: 'handling' as const, from: handled, to: left ?? now }] : []),
    ...(item.decision?.outcome === 'granted' ? [{ activity: 'delivery' as const, from: item.decision.on, to: item.delivery?.servedOn ?? now }] : []),
  ];
}

function lastDecision({ items, phase }: SeenCase): string | null {
  return phase === 'handling' ? null : items.flatMap(({ decision, leftOn }) => decision?.on ?? leftOn ?? []).sort().at(-1) ?? null;
}

/** The civil day of an instant, Asia/Shanghai. */
function dayOf(moment: string): string {
  return momentInWords(moment).slice(0, 10);
}
