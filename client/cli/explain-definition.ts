import { existsSync } from 'node:fs';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { periodOf } from '../../definitions/schema/limit.ts';
import { dueOf, isProvisional, type StartedBy, type WhatIf, whatIf } from '../../definitions/what-if.ts';
import { type Calendar, calendarOf, type Text } from '../../workflows/case/calendar.ts';
import type { Limit } from '../../workflows/case/case-plan.ts';
import { type Clock, explain, newClock, read } from '../../workflows/case/clock.ts';
import { instantOf, parsePlainDate, type PlainDate } from '../../workflows/case/plain-date.ts';
import { CLOCKS } from '../documents/timeline/names.ts';
import { citation, lengthInChinese, UNVERIFIED } from '../documents/wording.ts';
import { type CheckedFile, checkedFile } from './checked-file.ts';
import { clockNamed, printExplained } from './explained-clock.ts';
import { Mistake } from './mistake.ts';
import { printJson, printTable } from './output.ts';

export interface WhatIfOptions {
  readonly receipt?: string;
  readonly days?: boolean;
  readonly json?: boolean;
}

/** No case number ends like that, or is the name of a file. */
export function isDefinitionFile(subject: string): boolean {
  return /\.ya?ml$/i.test(subject) || existsSync(subject);
}

/** What if a service were received on a day: every limit's day 0 and last day; for one of them, or with `days`, day by day. */
export function explainDefinition(file: string, clockId: string | undefined, { receipt, days, json }: WhatIfOptions): void {
  const received = receiptDate(receipt);
  const { definition, plan } = checkedFile(file);
  const calendar = calendarOf(loadDecrees());
  const foreseen = whatIf(plan, received, calendar);
  const { latest, earliest } = foreseen;
  const chosen = clockId === undefined ? latest.clocks : [clockNamed(latest.clocks, clockId)];
  if (json) return printJson(inJson(foreseen, chosen, calendar, clockId !== undefined || days === true, plan.warningThreshold));

  console.log(`${plan.service.name.zh}（${plan.service.name.en}）${plan.service.version}，收件日 receipt ${received}\n`);
  if (clockId === undefined) {
    printTable(latest.clocks.map((clock, index) => ({ clock, best: earliest.clocks[index] ?? clock })), [
      { title: '时限 clock', value: ({ clock }) => clock.id }, { title: '名称 name', value: ({ clock }) => CLOCKS[clock.kind].zh },
      { title: '长度 limit', value: ({ clock }) => lengthInChinese(clock.limit.length, clock.limit.unit) },
      { title: '起算 from', value: ({ clock }) => startOf(latest.startedBy[clock.id]) }, { title: '第0日 day 0', value: ({ clock }) => clock.dayZero }, { title: '截止 due', value: ({ clock }) => dated(clock, calendar) },
      { title: '最早 at best', value: ({ best }) => best.dayZero }, { title: '截止 due', value: ({ best }) => dated(best, calendar) },
      { title: '依据 basis', value: ({ clock }) => `${citation(clock.limit.basis)}${clock.limit.basis.verified ? '' : UNVERIFIED}` },
    ]);
    printAssumptions(foreseen, definition, calendar);
  }
  if (clockId === undefined && !days) return;
  for (const clock of chosen) {
    if (clockId === undefined) console.log();
    printExplained(clock, calendar, plan.warningThreshold);
  }
  if (clockId === undefined) return;
  const best = clockNamed(earliest.clocks, clockId);
  console.log(`
第 0 日 day 0：${startOf(latest.startedBy[clockId])}；最早 at best ${best.dayZero}，截止 due ${dated(best, calendar)}。
${ASSUMED}`);
}

const LATEST: Text = { zh: '假定：各环节均在最后一日完成，前置事项在其承诺期限最后一日获准；所有事项均办理，无补正、特别程序、延期', en: 'Assumed: everybody answers on his last day, and each item others wait for is granted on the last day of its promise; all items, no correction, no special procedure, no extension' };
const EARLIEST: Text = { zh: '最早：收件当日受理（审查逾期未答复的，也自该日起算），前置事项在其开始之日获准', en: 'At best: accepted on the day of receipt (silence in examination counts from then, too), and each item others wait for granted on the day it starts' };
const ASSUMED = `${LATEST.zh}。\n${LATEST.en}.\n${EARLIEST.zh}。\n${EARLIEST.en}.`;

function printAssumptions({ latest, earliest, receivedOn }: WhatIf, { promise }: CheckedFile['definition'], calendar: Calendar): void {
  const promised = (dayZero: PlainDate): string => dated(newClock({ id: 'promise', kind: 'promised', dayZero, limit: { ...periodOf(promise.limit), basis: NO_BASIS }, since: instantOf(dayZero) }), calendar);
  const { length, unit } = periodOf(promise.limit);
  console.log(`
受理 accepted：${latest.acceptedOn}，最早 at best ${earliest.acceptedOn}（收件 receipt ${receivedOn}）
最后一项决定 last decision：${latest.lastDecisionOn}，最早 at best ${earliest.lastDecisionOn}；整体承诺 promised for all ${lengthInChinese(length, unit)}：${promised(latest.acceptedOn)}，最早 at best ${promised(earliest.acceptedOn)}
${ASSUMED}`);
}

function startOf(by: StartedBy | undefined): string {
  if (typeof by === 'object' && 'reportOn' in by) return `${by.reportOn} 初审报送 reported`;
  if (typeof by === 'object') return `${by.grantOf} 获准 granted`;
  return by === 'receipt' ? '收件 receipt' : '受理 acceptance';
}

/** The promise's basis is not printed here. */
const NO_BASIS: Limit['basis'] = { law: '', article: null, kind: 'localDecision', verified: false };

function inJson({ receivedOn, latest, earliest }: WhatIf, chosen: readonly Clock[], calendar: Calendar, withDays: boolean, threshold: number): unknown {
  const foreseen = (clock: Clock) => {
    const { dueOn, provisional, warnOn } = read(clock, calendar, threshold);
    return { dayZero: clock.dayZero, dueOn, warnOn, provisional, ...(withDays ? { days: explain(clock, calendar) } : {}) };
  };
  const summary = ({ acceptedOn, decidedOn, lastDecisionOn }: WhatIf['latest']) => ({ acceptedOn, decidedOn, lastDecisionOn });
  return {
    receivedOn, latest: summary(latest), earliest: summary(earliest), assumptions: { latest: LATEST, earliest: EARLIEST },
    clocks: chosen.map(({ id, kind, item, department, limit }) => ({
      id, kind, item, department, limit,
      startedBy: latest.startedBy[id], latest: foreseen(clockNamed(latest.clocks, id)), earliest: foreseen(clockNamed(earliest.clocks, id)),
    })),
  };
}

function dated(clock: Clock, calendar: Calendar): string {
  return `${dueOf(clock, calendar)}${isProvisional(clock, calendar) ? '（暂定 provisional）' : ''}`;
}

/** Within the years that anybody plans for: far dates would only count unpublished calendars. */
function receiptDate(text: string | undefined): PlainDate {
  if (text === undefined) throw new Mistake('请用 --receipt 指明收件日，如 --receipt 2026-02-10。 Say on which day it is received, as in --receipt 2026-02-10.');
  const date = parsePlainDate(text);
  if (date === null || date < '2000-01-01' || date > '2099-12-31') {
    throw new Mistake(`“${text}”不是 2000 至 2099 年间的日期，应如 2026-02-10。 “${text}” is no day from 2000 to 2099; write it as 2026-02-10.`);
  }
  return date;
}
