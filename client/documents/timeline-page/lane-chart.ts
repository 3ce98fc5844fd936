import type { Calendar, Text } from '../../../workflows/case/calendar.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState, ItemState } from '../../../workflows/case/case-state.ts';
import { type Clock, read } from '../../../workflows/case/clock.ts';
import { endOf, type Instant, instantOf, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { CLOCKS, departmentName, itemName } from '../timeline/names.ts';
import { type Axis, axisOf, dayLabels, shading } from './axis.ts';
import { both, bothPlain, html, type Html } from './html.ts';
import { ACTIVITIES, outcomeOf } from './legend.ts';
import { historyOf, type Stretch } from './stretches.ts';

/** Items as lanes over the days: what was going on, where the count stood still, what was due when, what was decided. */
export function laneChart(plan: CasePlan, calendar: Calendar, state: CaseState, changes: readonly Change[]): Html {
  const axis = axisOf(plan, calendar, state);
  const history = historyOf(changes);
  const due = (clock: Clock) => read(clock, calendar, plan.warningThreshold).dueOn;
  const lane = (label: Html, title: string, stretches: readonly Stretch[], clocks: readonly Clock[], more: Html | null) => html`
    <div class="lane"><div class="label">${label}</div>
    <svg role="img" aria-label="${title}" class="bars">${stretches.map((stretch) => bar(axis, stretch))}${standing(axis, clocks, state.at)}${overdue(axis, clocks, due, state.at)}${markers(axis, clocks, due)}${more}</svg></div>`;
  const joint = Object.values(state.clocks).filter((clock) => ['joint', 'examination', 'correction'].includes(clock.kind));
  const items = plan.items.flatMap((item) => {
    const own = state.items[item.id];
    if (!own) return [];
    const clocks = Object.values(state.clocks).filter((clock) => clock.item === item.id && ['statutory', 'promised', 'internal', 'delivery', 'preliminary'].includes(clock.kind));
    const outcome = outcomeOf(own.state);
    const label = html`<b>${both(itemName(plan, item.id))}</b> <i>${both(departmentName(plan, item.department))}</i> <em class="chip ${outcome.tone}">${both(outcome)}</em>`;
    const spoken = `${bothPlain(item.name)}: ${bothPlain(outcome)}`;
    return [lane(label, spoken, history.items[item.id] ?? [], clocks, html`${counted(axis, own)}${decision(axis, own)}`)];
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="办理进程图 chart of the lanes"><div class="plane" style="min-width:${Math.min(axis.days.length * 17, 2400)}px">
    ${shading(axis, calendar)}${dayLabels(axis, calendar)}
    ${lane(html`<b>${both({ zh: '整个办件', en: 'The whole case' })}</b>`, '整个办件 the whole case', history.case, joint, null)}${items}
  </div></div>`;
}

function bar(axis: Axis, { activity, from, to }: Stretch): Html {
  const slim = activity === 'delivery' || activity === 'waiting';
  return html`<rect class="bar ${activity}" x="${axis.at(from)}" width="${axis.between(from, to)}" y="${slim ? 13 : 7}" height="${slim ? 4 : 16}"><title>${bothPlain(ACTIVITIES[activity])}</title></rect>`;
}

/** Days on which the count stood still, hatched. The same days on two clocks of an item are one stretch. */
function standing(axis: Axis, clocks: readonly Clock[], now: Instant): readonly Html[] {
  const stretches = new Map<string, { from: PlainDate; to: PlainDate | null; basis: string }>();
  for (const { suspensions } of clocks) for (const { from, to, basis } of suspensions) stretches.set(`${from}${to}`, { from, to, basis: basis?.law ?? '' });
  return [...stretches.values()].map(({ from, to, basis }) => html`<rect class="standing" x="${axis.at(instantOf(from))}" width="${axis.between(instantOf(from), to ? instantOf(to) : now)}" y="5" height="20"><title>停止计算期限 the clock stands still${basis ? ` ${basis}` : ''}</title></rect>`);
}

/** From the end of the last day until the decision, or until now: red, for ever. */
function overdue(axis: Axis, clocks: readonly Clock[], due: (clock: Clock) => PlainDate | null, now: Instant): readonly Html[] {
  const late = clocks.flatMap((clock) => {
    const day = due(clock);
    return clock.ranOutAt !== null && day && axis.has(endOf(day)) ? [{ clock, from: endOf(day), to: clock.stoppedAt ?? now }] : [];
  });
  return late.map(({ clock, from, to }) => html`<rect class="overdue" x="${axis.at(from)}" width="${axis.between(from, to)}" y="23" height="4"><title>超期 overdue: ${bothPlain(CLOCKS[clock.kind])}</title></rect>`);
}

const SHORT: Readonly<Partial<Record<Clock['kind'], Text>>> = {
  statutory: { zh: '法定', en: 'statutory' }, promised: { zh: '承诺', en: 'promised' }, internal: { zh: '内部', en: 'internal' }, preliminary: { zh: '初审', en: 'preliminary' },
  joint: { zh: '联合', en: 'joint' }, delivery: { zh: '送达', en: 'delivery' }, examination: { zh: '审查', en: 'examination' }, correction: { zh: '补正', en: 'correction' },
};

/** A flag on the last day of each limit, of the gravest kind where several end on one day. */
function markers(axis: Axis, clocks: readonly Clock[], due: (clock: Clock) => PlainDate | null): readonly Html[] {
  const shown = clocks.flatMap((clock) => {
    const day = due(clock);
    // The limit for handing over is only of interest when it was missed.
    return day && axis.has(endOf(day)) && (clock.kind !== 'delivery' || clock.ranOutAt !== null) ? [{ clock, day }] : [];
  });
  const days = [...Map.groupBy(shown, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, ending], index) => {
    const kinds = ending.map(({ clock }) => clock.kind).sort((a, b) => GRAVITY.indexOf(a) - GRAVITY.indexOf(b));
    const x = axis.at(endOf(day));
    const names = kinds.map((kind) => SHORT[kind] ?? CLOCKS[kind]);
    const text = (lang: 'zh' | 'en') => `${names.map((name) => name[lang]).join('·')} ${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
    // Left of its line, unless it is the last of several or would stand outside.
    const anchor = Number.parseFloat(x) < 12 || (index > 0 && Number.parseFloat(x) < 88) ? 'start' : 'end';
    return html`<g class="due ${kinds[0] ?? ''}"><line x1="${x}" x2="${x}" y1="2" y2="41"/><use href="#flag" x="${x}" y="2"/>
      <text x="${x}" y="41" dx="${anchor === 'end' ? -3 : 3}" text-anchor="${anchor}"><tspan lang="zh-CN">${text('zh')}</tspan><tspan lang="en">${text('en')}</tspan></text>
      <title>${kinds.map((kind) => bothPlain(CLOCKS[kind])).join('; ')} ${day} 24:00</title></g>`;
  });
}

const GRAVITY: readonly Clock['kind'][] = ['statutory', 'joint', 'promised', 'internal', 'preliminary', 'delivery', 'correction', 'examination'];

/** A procedure whose time counts is only noted above the bar. */
function counted(axis: Axis, item: ItemState): readonly Html[] {
  return item.procedures.filter((one) => one.stopsClock === null && one.endedOn !== null)
    .map((one) => html`<rect class="counted" x="${axis.at(instantOf(one.startedOn))}" width="${axis.between(instantOf(one.startedOn), endOf(one.endedOn!))}" y="2" height="3"><title>${bothPlain(one.name)}</title></rect>`);
}

function decision(axis: Axis, item: ItemState): Html | null {
  const outcome = outcomeOf(item.state);
  const at = item.decision?.at ?? (item.leftOn ? instantOf(item.leftOn, 12) : null);
  const served = item.delivery?.servedOn ? instantOf(item.delivery.servedOn, 12) : null;
  return html`${served && axis.has(served) ? html`<use href="#served" x="${axis.at(served)}" y="15"><title>已送达 served</title></use>` : null}${
    at && axis.has(at) && outcome.symbol ? html`<use class="${outcome.tone}" href="#${outcome.symbol}" x="${axis.at(at)}" y="15"><title>${bothPlain(outcome)}</title></use>` : null}`;
}
