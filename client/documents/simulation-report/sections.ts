import type { FestivalWeek } from '../../../definitions/simulation/spring-festival.ts';
import type { Simulation } from '../../../definitions/simulation/simulate.ts';
import type { PostSummary, ServiceSummary } from '../../../definitions/simulation/summary.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { both, html, type Html } from '../timeline-page/html.ts';
import { type Bar, bars, columns, percent, roundedUp, scaleOf, withInterval } from './chart.ts';

interface Section {
  readonly heading: Text;
  /** Null when there is nothing to tell. */
  content(simulation: Simulation, assumptions: readonly Text[]): Html | null;
}

export const SECTIONS: readonly Section[] = [
  { heading: { zh: '多少件会超期', en: 'How many will be late' }, content: (simulation) => lateness(simulation) },
  { heading: { zh: '在哪里等候', en: 'Where cases wait' }, content: (simulation) => waiting(simulation) },
  { heading: { zh: '如果人手不同', en: 'With other staff' }, content: (simulation) => otherStaff(simulation) },
  { heading: { zh: '办结要多少天', en: 'How many days it takes' }, content: ({ services }) => html`${services.map(durations)}` },
  { heading: { zh: '春节前后', en: 'Around Spring Festival' }, content: ({ springFestival }) => (springFestival ? festival(springFestival) : null) },
  { heading: { zh: '假定', en: 'What is assumed' }, content: (_, assumptions) => (assumptions.length > 0 ? assumed(assumptions) : null) },
];

function lateness({ services }: Simulation): Html {
  const most = roundedUp(Math.max(...services.map(({ late }) => late.high), 0.01));
  const rows = services.flatMap(({ name, late, illegal }): Bar[] => [
    { name, value: late.share, interval: [late.low, late.high], says: withInterval(late), kind: 'late' },
    { name: { zh: '　其中违反法定时限', en: '— against a statutory limit' }, value: illegal.share, interval: [illegal.low, illegal.high], says: withInterval(illegal), kind: 'before' },
  ]);
  return html`<div class="card">${bars(rows, Math.min(1, most))}<p class="note">${both({
    zh: `横条满格为 ${percent(Math.min(1, most), 0)}。超期：法定、联合、部门内部、承诺、复核或送达时限之一届满。`, en: `A full bar is ${percent(Math.min(1, most), 0)}. Late: a statutory, joint, internal, promised, re-check or delivery limit ran out.`,
  })}</p></div>`;
}

const BUSY = 0.85;

function waiting({ posts, bottleneck }: Simulation): Html {
  const worst = html`<em>${both({ zh: '瓶颈', en: 'bottleneck' })}</em>`;
  const rows = posts.map((one): Bar => ({
    name: one.name, ...(one.post === bottleneck ? { note: worst } : {}), value: one.utilisation, kind: one.utilisation > BUSY ? 'busy' : 'calm',
    says: html`${percent(one.utilisation, 0)} <small>${both({ zh: `${one.desks} 人`, en: one.desks === 1 ? '1 person' : `${one.desks} people` })}</small>`,
  }));
  return html`<div class="card"><h3>${both({ zh: '忙碌程度', en: 'How busy they are' })}</h3>${bars(rows, 1)}</div>
<div class="card"><h3>${both({ zh: '等候（工作小时）', en: 'Waiting (working hours)' })}</h3><div class="scroll" tabindex="0"><table class="posts"><thead><tr>${HEADINGS.map((one) => html`<th scope="col">${both(one)}</th>`)}</tr></thead><tbody>${posts.map((one) => postRow(one, one.post === bottleneck))}</tbody></table></div></div>`;
}

const HEADINGS: readonly Text[] = [
  { zh: '岗位', en: 'Post' }, { zh: '平均', en: 'mean' }, { zh: '九成不超过', en: 'p90' }, { zh: '每件合计', en: 'per case' }, { zh: '在此超期', en: 'late here' },
];

function postRow({ name, role, wait, waitPerCase, late }: PostSummary, worst: boolean): Html {
  return html`<tr${worst ? html` class="worst"` : null}><td>${both(name)}</td><td>${wait.mean.toFixed(1)}</td><td>${wait.p90.toFixed(1)}</td><td>${waitPerCase.toFixed(1)}</td><td>${role === 'approver' ? '' : percent(late)}</td></tr>`;
}

function otherStaff({ all, whatIf }: Simulation): Html {
  const most = Math.min(1, roundedUp(Math.max(all.late.high, ...whatIf.map(({ late }) => late.high), 0.01)));
  const rows: Bar[] = [
    { name: { zh: '现在', en: 'As it is' }, value: all.late.share, interval: [all.late.low, all.late.high], says: withInterval(all.late), kind: 'before' },
    ...whatIf.map(({ name, more, late, difference }): Bar => ({
      name: { zh: `${name.zh} ${more > 0 ? '+' : '−'}${Math.abs(more)} 人`, en: `${name.en} ${more > 0 ? '+' : '−'}${Math.abs(more)}` }, value: late.share, interval: [late.low, late.high], kind: 'late',
      says: html`${withInterval(late)}<br><small>${both({ zh: '差', en: 'difference' })} ${difference.share > 0 ? '+' : ''}${percent(difference.share)} (${(difference.low * 100).toFixed(1)} … ${(difference.high * 100).toFixed(1)})</small>`,
    })),
  ];
  return html`<div class="card">${bars(rows, most)}<p class="note">${both({
    zh: '同样的办件、同样的运气，只有人数不同；差的区间由逐次配对比较得出，不含零才说明确有差别。', en: 'The same cases with the same luck, only the staff differs. The interval of the difference compares them pair by pair: a difference is shown only where it does not contain zero.',
  })}</p></div>`;
}

function durations({ name, histogram, cases, days }: ServiceSummary): Html {
  const last = histogram.findLastIndex((count) => count > 0);
  const shown = histogram.slice(0, Math.max(last + 1, 5));
  const most = roundedUp(Math.max(...shown) / Math.max(1, cases));
  return html`<div class="card"><h3>${both(name)}</h3>${columns(shown.map((count, day) => ({
    label: `${day}${day === 60 ? '+' : ''}`, value: count / Math.max(1, cases), kind: day > days.p90 ? 'festival' as const : 'calm' as const, title: `${day}: ${count}`,
  })), { format: scaleOf(most), most, every: shown.length > 30 ? 5 : 1, label: { zh: '收件至办结的自然日数', en: 'calendar days from receipt to closing' } })}<p class="note">${both({
    zh: `收件至办结的自然日数，占办件的比例；一半不超过 ${days.median} 天，九成不超过 ${days.p90} 天，浅红为其余一成。`, en: `Calendar days from receipt to closing, as a share of cases: half within ${days.median}, nine in ten within ${days.p90}; the rest in light red.`,
  })}</p></div>`;
}

function festival({ from, to, weeks }: NonNullable<Simulation['springFestival']>): Html {
  const isFestival = ({ monday }: FestivalWeek, next?: FestivalWeek) => monday <= to && (next === undefined || next.monday > from);
  const kind = (week: FestivalWeek, index: number) => (isFestival(week, weeks[index + 1]) ? 'festival' as const : null);
  const late = Math.min(1, 2 * roundedUp(Math.max(...weeks.map((week) => week.late.share), 0.01)));
  const days = roundedUp(Math.max(...weeks.map((week) => week.days)));
  const title = ({ monday, cases, workingDays }: FestivalWeek, value: string) => `${monday}: ${value} (${cases} 件 cases, ${workingDays} 工作日 working days)`;
  return html`<div class="card"><h3>${both({ zh: `超期比例，按收件周（春节 ${from} 至 ${to}）`, en: `Share late, by week of receipt (the festival is ${from} to ${to})` })}</h3>${columns(weeks.map((week, index) => ({
    label: week.monday.slice(5), value: week.late.share, interval: [week.late.low, week.late.high] as const, kind: kind(week, index) ?? 'late', title: title(week, percent(week.late.share)),
  })), { format: scaleOf(late), most: late, label: { zh: '各周超期比例', en: 'share late by week' } })}</div>
<div class="card"><h3>${both({ zh: '平均办结天数，按收件周', en: 'Days from receipt to closing on average, by week of receipt' })}</h3>${columns(weeks.map((week, index) => ({
    label: week.monday.slice(5), value: week.days, kind: kind(week, index) ?? 'calm', title: title(week, week.days.toFixed(1)),
  })), { format: (value) => value.toFixed(value % 1 === 0 ? 0 : 1), most: days, label: { zh: '各周平均办结天数', en: 'days on average by week' } })}</div>`;
}

function assumed(assumptions: readonly Text[]): Html {
  return html`<div class="card"><ul class="assumed">${assumptions.map((one) => html`<li>${both(one)}</li>`)}</ul><p class="note">${both({
    zh: '没有给出、也没有历史可查的，按以上取值；结果的可信程度以此为限。', en: 'What nobody gave and no history told. The result is no better than these.',
  })}</p></div>`;
}
