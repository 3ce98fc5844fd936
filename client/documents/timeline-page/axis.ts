import type { Calendar } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { isRunning, read } from '../../../workflows/case/clock.ts';
import { addDays, dateOf, type Instant, instantOf, type PlainDate, weekdayOf } from '../../../workflows/case/plain-date.ts';
import { html, type Html } from './html.ts';

/** The days of a chart, and where on it an instant lies. */
export interface Axis {
  readonly days: readonly PlainDate[];
  /** `12.5%`: places are shares of the width, so that one drawing fits a phone, a screen and a sheet of paper. */
  at(instant: Instant): string;
  /** Width between two instants. */
  between(from: Instant, to: Instant): string;
  has(instant: Instant): boolean;
}

/** From the receipt, or the first draft, to the last day that anything on the chart reaches. */
export function axisOf(plan: CasePlan, calendar: Calendar, state: CaseState): Axis {
  const last = lastDay(plan, calendar, state);
  const days: PlainDate[] = [];
  const first = state.preReview ? dateOf(state.preReview.firstSubmittedAt) : state.receivedOn;
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  const start = instantOf(first);
  const length = days.length * DAY;
  const share = (milliseconds: number) => `${Math.round((milliseconds / length) * 100_000) / 1000}%`;
  return {
    days,
    at: (instant) => share(instant - start),
    between: (from, to) => share(Math.max(to - from, 0)),
    has: (instant) => instant >= start && instant <= start + length,
  };
}

const DAY = 86_400_000;
/** A limit further away than this would press everything else together. */
const FURTHEST = 60;

function lastDay(plan: CasePlan, calendar: Calendar, state: CaseState): PlainDate {
  const now = state.closedOn ?? dateOf(state.at);
  const due = Object.values(state.clocks)
    .filter((clock) => isRunning(clock) && clock.kind !== 'ratingWindow')
    .flatMap((clock) => read(clock, calendar, plan.warningThreshold).dueOn ?? []);
  const furthest = addDays(now, FURTHEST);
  return addDays([now, ...due].reduce((latest, day) => (day > latest && day <= furthest ? day : latest)), 1);
}

/** Rest days shaded from top to bottom behind all lanes; `line` draws a border where a month begins. */
export function shading(axis: Axis, calendar: Calendar): Html {
  return html`<svg class="shade" aria-hidden="true">${axis.days.map((day) => {
    const from = instantOf(day);
    const { kind, working } = calendar.dayInfo(day);
    const month = day.endsWith('-01') ? html`<line class="month" x1="${axis.at(from)}" x2="${axis.at(from)}" y1="0" y2="100%"/>` : html``;
    if (working) return month;
    return html`<rect class="${kind}" x="${axis.at(from)}" width="${axis.between(from, instantOf(addDays(day, 1)))}" y="0" height="100%"/>${month}`;
  })}</svg>`;
}

/** Months, days, and on holidays and make-up days the 休 and 班 of a Chinese calendar. */
export function dayLabels(axis: Axis, calendar: Calendar): Html {
  const crowded = axis.days.length > 75;
  const labels = axis.days.map((day, index) => {
    const middle = axis.at(instantOf(day, 12));
    const { kind } = calendar.dayInfo(day);
    const mark = kind === 'holiday' ? '休' : kind === 'makeUpDay' ? '班' : null;
    const edge = index > 0 && index > axis.days.length - 5;
    const month = index === 0 || day.endsWith('-01') ? html`<text class="m${edge ? ' edge' : ''}" x="${axis.at(instantOf(day))}" dx="${edge ? -2 : 2}" y="11"><tspan lang="zh-CN">${monthName(day, index === 0)}</tspan><tspan lang="en">${day.slice(0, 7)}</tspan></text>` : null;
    const number = !crowded || weekdayOf(day) === 1 ? html`<text class="${kind}" x="${middle}" y="27">${Number(day.slice(8))}</text>` : null;
    return html`${month}${number}${mark && !crowded ? html`<text lang="zh-CN" class="${kind} mark" x="${middle}" y="39">${mark}</text>` : null}`;
  });
  return html`<svg class="days" aria-hidden="true">${labels}</svg>`;
}

function monthName(day: PlainDate, withYear: boolean): string {
  const month = `${Number(day.slice(5, 7))}月`;
  return withYear || day.slice(5, 7) === '01' ? `${day.slice(0, 4)}年${month}` : month;
}

