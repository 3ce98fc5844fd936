import type { Calendar, Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { type Clock, type DayCount, explain, type ExplainedDay, read } from '../../../workflows/case/clock.ts';
import { HEARING_GROUND } from '../../../workflows/case/hearing.ts';
import { dateOf, endOf, type PlainDate, weekdayOf } from '../../../workflows/case/plain-date.ts';
import { citationInEnglish, UNVERIFIED_IN_ENGLISH } from '../citation-in-english.ts';
import { clockName } from '../timeline/names.ts';
import { citation, dateInChinese, lengthInChinese, lengthInEnglish, UNVERIFIED } from '../wording.ts';
import { both, html, type Html } from './html.ts';

/** Every limit, and on demand why it ends on that day: each day from day 0 on, whether it counted, and by whose word. */
export function clockSection(plan: CasePlan, calendar: Calendar, state: CaseState): Html {
  return html`<div class="clocks">${Object.values(state.clocks).map((clock) => oneClock(plan, calendar, clock))}</div>`;
}

function oneClock(plan: CasePlan, calendar: Calendar, clock: Clock): Html {
  const { dueOn, provisional, remainder } = read(clock, calendar, plan.warningThreshold);
  const { length, unit, basis } = clock.limit;
  const extended: Text = clock.extendedBy > 0
    ? { zh: `，延长${lengthInChinese(clock.extendedBy, unit)}`, en: `, extended by ${clock.extendedBy}` } : { zh: '', en: '' };
  const due: Text = dueOn
    ? { zh: `${dateInChinese(dueOn)}届满${provisional ? '（暂定）' : ''}`, en: `ends ${dueOn}${provisional ? ' (provisional)' : ''}` }
    : { zh: `停止计算，剩余${remainder ?? 0}日`, en: `stands still, ${remainder ?? 0} left` };
  const status = statusOf(clock, dueOn);
  return html`<details><summary><span class="name">${both(clockName(plan, clock.id))}</span><em class="chip ${status.tone}">${both(status)}</em>
    <span class="until">${both(due)}</span><span class="rule">${both({
      zh: `自${dateInChinese(clock.dayZero)}（不计）起${lengthInChinese(length, unit)}${extended.zh}，依据${citation(basis)}${basis.verified ? '' : UNVERIFIED}`,
      en: `${lengthInEnglish(length, unit)} from ${clock.dayZero} (not counted)${extended.en}, ${citationInEnglish(basis)}${basis.verified ? '' : UNVERIFIED_IN_ENGLISH}`,
    })}</span><span class="why">${both({ zh: '为什么是这一天', en: 'Why this date' })}</span></summary>
    <table><thead><tr><th>${both({ zh: '日期', en: 'Date' })}</th><th>${both({ zh: '计数', en: 'Count' })}</th><th>${both({ zh: '说明', en: 'Why' })}</th></tr></thead>
    <tbody>${explain(clock, calendar).map((day) => dayRow(plan, calendar, clock, day, dueOn))}</tbody></table></details>`;
}

function statusOf(clock: Clock, dueOn: PlainDate | null): Text & { tone: string } {
  if (clock.ranOutAt !== null) return { zh: '超期', en: 'overdue', tone: 'bad' };
  if (clock.stoppedAt === null) return clock.warned ? { zh: '将届满', en: 'ends soon', tone: 'warned' } : { zh: '计算中', en: 'running', tone: 'open' };
  // A limit that nobody used ends with what the law attaches to silence; that is no delay, and no merit either.
  if (dueOn && clock.stoppedAt >= endOf(dueOn)) return { zh: '已届满', en: 'ended', tone: 'quiet' };
  const on = dateOf(clock.stoppedAt);
  return { zh: `按期（${dateInChinese(on)}）`, en: `in time (${on})`, tone: 'good' };
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

function dayRow(plan: CasePlan, calendar: Calendar, clock: Clock, day: ExplainedDay, dueOn: PlainDate | null): Html {
  const count: Text = day.number === null ? COUNTS[day.count] : { zh: `第${day.number}日`, en: `day ${day.number}` };
  return html`<tr class="${day.count}${day.date === dueOn ? ' last' : ''}"><td>${day.date} ${WEEKDAYS[weekdayOf(day.date) - 1] ?? ''}</td><td>${both(count)}</td><td>${both(whyOf(plan, calendar, clock, day))}</td></tr>`;
}

const COUNTS: Readonly<Record<DayCount, Text>> = {
  dayZero: { zh: '不计', en: 'not counted' }, counted: { zh: '计入', en: 'counted' }, weekend: { zh: '不计', en: 'not counted' },
  holiday: { zh: '不计', en: 'not counted' }, suspended: { zh: '停止', en: 'stands still' }, movedTo: { zh: '顺延', en: 'moved on' },
};

function whyOf(plan: CasePlan, calendar: Calendar, clock: Clock, { count, day, suspension }: ExplainedDay): Text {
  if (count === 'dayZero') return { zh: '开始的当日不计', en: 'The day it starts is not counted' };
  if (suspension) {
    const name = groundName(plan, clock, suspension.because);
    const { basis } = suspension;
    return { zh: `停止计算：${name.zh}${basis ? `，依据${citation(basis)}` : ''}`, en: `Stands still: ${name.en}${basis ? `, ${citationInEnglish(basis)}` : ''}` };
  }
  const decree = day.decreeId === null ? null : calendar.decrees.find((one) => one.id === day.decreeId);
  const number = decree?.documentNumber ?? day.decreeId;
  const unsettled: Text = day.settled ? { zh: '', en: '' } : { zh: '（该年节假日安排尚未公布，按周一至周五暂计）', en: ' (calendar of that year not published: provisional)' };
  const name: Text = day.name ?? (day.kind === 'weekend' ? { zh: '周末', en: 'Weekend' } : { zh: '工作日', en: 'Working day' });
  return { zh: `${name.zh}${number ? `（${number}）` : ''}${unsettled.zh}`, en: `${name.en}${number ? ` (${number})` : ''}${unsettled.en}` };
}

/** A ground is `structure-review#1`, the run of a procedure, or `joint` where the items themselves stand still. */
function groundName(plan: CasePlan, clock: Clock, because: string): Text {
  if (because === HEARING_GROUND) return { zh: '听证', en: 'a hearing' };
  const [id = ''] = because.split('#');
  const procedures = plan.items.filter((item) => clock.item === null || item.id === clock.item).flatMap((item) => item.procedures);
  return procedures.find((one) => one.id === id)?.name ?? { zh: '有事项正在进行特别程序', en: 'an item is in a special procedure' };
}
