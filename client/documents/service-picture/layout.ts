import type { Schedule } from '../../../definitions/compiler/critical-path.ts';
import { promisedSchedule } from '../../../definitions/compiler/schedules.ts';
import { termsOf } from '../../../definitions/item-terms.ts';
import { conditionInWords } from '../../../definitions/condition/words.ts';
import { inWorkingDays, type Period, periodOf } from '../../../definitions/schema/limit.ts';
import type { ServiceDefinition } from '../../../definitions/schema/service.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan, DepartmentPlan, HearingHeld, ItemPlan } from '../../../workflows/case/case-plan.ts';
import { lengthOf, limitsInWords, type PictureWords } from './picture-words.ts';
import { drawnWidth, textLines } from './text-lines.ts';

/** The picture's columns, left to right, in pixels. */
export const WIDTH = 1360;
export const MARGIN = 24;
export const DEPARTMENT = { x: MARGIN, width: 122 } as const;
export const ITEM = { x: 158, width: 262 } as const;
export const EXAMINATION = { x: 430, width: 84 } as const;
export const CORRECTION = { x: 514, width: 84 } as const;
export const AXIS = { x: 598, width: 534 } as const;
export const RESULT = { x: 1132, width: WIDTH - MARGIN - 1132 } as const;
export const HEAD = { y: 94, block: 62, height: 120 } as const;
export const BAR = { top: 13, height: 15 } as const;
const BREAK = 46;
const LINE = { main: 18, second: 14, small: 15 } as const;

/** Working days after acceptance from left to right; `end` is the joint limit, which may lie beyond a break. */
export interface DayAxis {
  readonly days: number;
  readonly broken: boolean;
  /** Between the end of a bar and the beginning of the next, for the arrow. */
  readonly gap: number;
  at(day: number): number;
}

export interface Row {
  readonly item: ItemPlan;
  readonly y: number;
  readonly height: number;
  readonly label: readonly { readonly text: string; readonly kind: 'main' | 'second' | 'small' }[];
  readonly span: { readonly from: number; readonly to: number };
  /** Where the thin line to the limit of the law ends; null without one that is longer than the bar. */
  readonly until: number | null;
  readonly critical: boolean;
  readonly below: readonly string[];
  readonly belowX: number;
}

export interface Lane {
  readonly department: DepartmentPlan;
  readonly y: number;
  readonly height: number;
  readonly rows: readonly Row[];
}

export interface Layout {
  readonly axis: DayAxis;
  readonly lanes: readonly Lane[];
  readonly rows: readonly Row[];
  readonly bottom: number;
  readonly schedule: Schedule;
  /** The promise for the whole case, in working days after acceptance. */
  readonly promise: Period;
}

/** Where everything stands. Lanes are as high as their texts need, so that nothing overlaps. */
export function layoutOf(definition: ServiceDefinition, plan: CasePlan, words: PictureWords): Layout {
  const schedule = promisedSchedule(definition);
  const promise = periodOf(definition.promise.limit);
  const axis = axisOf(plan, schedule, promise);
  const lanes: Lane[] = [];
  let y = HEAD.y + HEAD.height;
  for (const department of departmentsInOrder(plan)) {
    const top = y;
    const rows = plan.items.filter((item) => item.department === department.id).map((item) => {
      const row = rowOf(item, plan, schedule, axis, words, y);
      y += row.height;
      return row;
    });
    const least = departmentLines(department, words).reduce((sum, { high }) => sum + high, 0) + 22;
    y = Math.max(y, top + least);
    lanes.push({ department, y: top, height: y - top, rows });
  }
  return { axis, lanes, rows: lanes.flatMap((lane) => lane.rows), bottom: y, schedule, promise };
}

/** The department's names, in its cell. Set in bold, they need more room than their size says. */
export function departmentLines({ name }: DepartmentPlan, words: PictureWords): { readonly text: string; readonly kind: string; readonly high: number }[] {
  const second = words.second(name);
  return [
    ...textLines(words.main(name), DEPARTMENT.width - 12, (words.language === 'en' ? 13 : 15) * BOLD, 6).map((text) => ({ text, kind: 'p-department-name', high: 20 })),
    ...(second ? textLines(second, DEPARTMENT.width - 12, 11.5, 5).map((text) => ({ text, kind: 'p-second', high: 15 })) : []),
  ];
}

const BOLD = 1.13;

/** Departments whose items come first stand first; one without an item has no lane. */
function departmentsInOrder(plan: CasePlan): DepartmentPlan[] {
  const ids = [...new Set(plan.items.map((item) => item.department))];
  return ids.flatMap((id) => plan.departments.find((department) => department.id === id) ?? []);
}

function axisOf(plan: CasePlan, schedule: Schedule, promise: Period): DayAxis {
  const ends = plan.items.map((item) => Math.max(schedule.spans.get(item.id)?.to ?? 0, statutoryEnd(item, schedule) ?? 0));
  const busy = Math.max(Math.ceil(inWorkingDays(promise)), schedule.length, ...ends, 1);
  const joint = plan.joint ? Math.ceil(inWorkingDays(plan.joint)) : null;
  const broken = joint !== null && joint > busy + Math.max(4, busy * 0.35);
  const days = broken || joint === null ? busy : Math.max(busy, joint);
  const room = AXIS.width - 22 - (broken ? BREAK : 0);
  const at = (day: number): number => Math.round(AXIS.x + (day <= days ? (day * room) / days : room + BREAK));
  return { days, broken, gap: Math.round(Math.min(13, Math.max(3, (room / days) * 0.45))), at };
}

function statutoryEnd(item: ItemPlan, schedule: Schedule): number | null {
  const { statutory } = item.limits;
  const span = schedule.spans.get(item.id);
  if (!statutory || !span) return null;
  const end = span.from + Math.ceil(inWorkingDays(statutory));
  return end > span.to ? end : null;
}

function rowOf(item: ItemPlan, plan: CasePlan, schedule: Schedule, axis: DayAxis, words: PictureWords, y: number): Row {
  const span = schedule.spans.get(item.id) ?? { from: 0, to: 0 };
  const small = notesOn(item, plan).flatMap((note) => textLines(words.one(note), ITEM.width - 8, 12, 6).map((text) => ({ text, kind: 'small' as const })));
  const second = words.second(item.name);
  const label: Row['label'] = [
    ...textLines(words.main(item.name), ITEM.width - 8, 14.5 * BOLD, 6).map((text) => ({ text, kind: 'main' as const })),
    ...(second ? textLines(second, ITEM.width - 8, 11.5, 4).map((text) => ({ text, kind: 'second' as const })) : []),
    ...small,
  ];
  const said = [...limitsInWords(item), ...procedureNotes(item)];
  const room = axis.at(axis.days) - AXIS.x;
  const below = textLines(said.map((one) => words.one(one)).join(words.language === 'en' ? ' · ' : '，'), room - 10, 12, 3);
  const widest = Math.max(0, ...below.map((line) => drawnWidth(line, 12)));
  // Clear of the arrows that leave from the end of the bar.
  const leads = plan.items.some((one) => one.dependsOn.includes(item.id));
  const start = leads && axis.at(span.to) - axis.at(span.from) - axis.gap < widest ? axis.at(span.to) : axis.at(span.from);
  const belowX = Math.round(Math.max(AXIS.x + 6, Math.min(start + axis.gap, axis.at(axis.days) - widest)));
  const results = [words.main(item.result.name), words.second(item.result.name)].flatMap((text) => (text ? textLines(text, RESULT.width - 40, 13, 6) : []));
  const height = Math.max(
    label.reduce((sum, { kind }) => sum + LINE[kind], 0) + 20,
    BAR.top + BAR.height + 6 + below.length * 15 + 8,
    results.length * 16 + 20,
  );
  return { item, y, height, label, span, until: statutoryEnd(item, schedule), critical: schedule.critical.includes(item.id), below, belowX };
}

/** What decides whether and how an item is part of a case. */
function notesOn(item: ItemPlan, plan: CasePlan): Text[] {
  const notes: Text[] = [];
  if (item.condition) {
    const when = conditionInWords(item.condition, plan.fields);
    notes.push({ zh: `条件：${when.zh}`, en: `Only if ${when.en}` });
  }
  notes.push(...termsOf(item, plan).map(({ text }) => ({ zh: text.zh, en: `${text.en[0]!.toUpperCase()}${text.en.slice(1)}` })));
  if (item.preliminary) {
    const lower = plan.departments.find(({ id }) => id === item.preliminary?.department)?.name ?? { zh: '下级机关', en: 'the lower authority' };
    notes.push({ zh: `先由${lower.zh}初审，${lengthOf(item.preliminary.limit).zh}`, en: `First examined by ${lower.en}, ${lengthOf(item.preliminary.limit).en}` });
  }
  if (item.supervision) {
    const who = plan.departments.find(({ id }) => id === item.supervision?.department)?.name ?? { zh: '监管部门', en: 'the supervising department' };
    notes.push({ zh: `准予后推送${who.zh}`, en: `After its grant pushed to ${who.en}` });
  }
  if (item.instant) notes.push({ zh: '符合规则的即时办结', en: 'Granted at once where its rule is met' });
  if (item.commitment) {
    const { limit, afterCheck } = item.commitment;
    notes.push({
      zh: `可告知承诺：${limit ? `${lengthOf(limit).zh}内决定` : '当场准予'}，之后${lengthOf(afterCheck).zh}内核查`,
      en: `On a commitment: ${limit ? `within ${lengthOf(limit).en}` : 'granted at once'}, checked within ${lengthOf(afterCheck).en} after that`,
    });
  }
  return notes;
}

const HEARD: Readonly<Record<HearingHeld, Text>> = {
  onRequest: { zh: '可要求听证，听证期间不计时', en: 'a hearing may be asked for; the clock stops for it' },
  required: { zh: '应当听证，听证期间不计时', en: 'a hearing is held; the clock stops for it' },
};

function procedureNotes(item: ItemPlan): Text[] {
  return [
    ...item.procedures.filter((one) => one.stopsClock).map(({ name }) => ({ zh: `${name.zh}期间不计时`, en: `clock stops during “${name.en}”` })),
    ...(item.hearing ? [HEARD[item.hearing.held]] : []),
    ...(item.onSiteCheck ? [item.onSiteCheck.waiver
      ? { zh: '两人现场核查（有豁免），计时', en: 'checked on the site by two officers, unless spared' }
      : { zh: '两人现场核查，计时', en: 'checked on the site by two officers' }] : []),
  ];
}
