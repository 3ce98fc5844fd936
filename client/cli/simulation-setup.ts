import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { parse } from 'yaml';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { formatProblems } from '../../definitions/format-problems.ts';
import type { Finding } from '../../definitions/problem.ts';
import { someForms } from '../../definitions/proof/application.ts';
import { isReceivable } from '../../definitions/simulation/application.ts';
import { assumedCalendar } from '../../definitions/simulation/assumed-calendar.ts';
import { type SimulationInput, SimulationSchema } from '../../definitions/simulation/input-schema.ts';
import type { Known } from '../../definitions/simulation/known.ts';
import { type ReadSimulation, readSimulation } from '../../definitions/simulation/read-input.ts';
import { type NamedService, openFrom, type Resolved, resolve } from '../../definitions/simulation/resolve.ts';
import type { OfficeHours } from '../../definitions/simulation/working-time.ts';
import { someOfEach } from '../../definitions/some-of-each.ts';
import { suggestion } from '../../definitions/source/did-you-mean.ts';
import type { Calendar, Decree, Text } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { addDays, addMonths, dateOf, type Instant, parsePlainDate, type PlainDate, yearOf } from '../../workflows/case/plain-date.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { checkedFile } from './checked-file.ts';
import { readText } from './files.ts';
import { Mistake } from './mistake.ts';

/** Vehicles, drivers, employees: a simulated applicant has at most so many. */
const MOST_OF_EACH = 5;
const DEFINITIONS = join(import.meta.dirname, '..', '..', 'definitions');

export interface SimulationOptions {
  readonly from?: string;
  readonly to?: string;
  readonly seed?: number;
  readonly cases?: number;
}

export interface SimulationSetup extends Resolved {
  readonly input: SimulationInput;
}

/** What is asked for: a simulation file, or services and definition files with everything else left open. */
export function inputFrom(words: readonly string[], options: SimulationOptions): ReadSimulation & { readonly input: SimulationInput; readonly file: string } {
  const [first = ''] = words;
  const isInput = words.length === 1 && /\.ya?ml$/.test(first) && !isDefinition(first);
  const services = words.map((word) => (/\.ya?ml$/.test(word) ? { definition: resolvePath(word) } : { service: word }));
  const read = isInput ? readSimulation(readText(first), first) : { input: SimulationSchema.parse({ services }), problems: [], located: () => [] };
  if (!read.input) throw new Mistake(formatProblems(read.problems));
  const { seed = read.input.seed, cases = read.input.cases } = options;
  return { ...read, input: { ...read.input, seed, cases }, file: isInput ? first : '' };
}

/** A definition names its own code; a simulation names services. */
function isDefinition(file: string): boolean {
  try {
    return typeof (parse(readText(file), { maxAliasCount: 20 }) as { code?: unknown } | null)?.code === 'string';
  } catch (error) {
    if (error instanceof Mistake) throw error;
    return false;
  }
}

/** Plans, forms and calendar for an input. @throws Mistake with line and column for what it names and is not there */
export async function setUp({ input, located, file }: ReturnType<typeof inputFrom>, options: SimulationOptions, learn: (calendar: Calendar, hours: OfficeHours) => Promise<Known>, today: PlainDate, decrees: readonly Decree[] = loadDecrees()): Promise<SimulationSetup> {
  const plans = input.services.map((one, index) => someOfEach(planOf(one, index, file, located), MOST_OF_EACH));
  refuse(unknownNames(input, plans), located);
  const forms = await Promise.all(input.services.map(({ applications = 'generated' }, index) => formsOf(plans[index]!, applications, index, located)));
  const services: NamedService[] = plans.map((plan, index) => ({ plan, forms: forms[index]! }));
  const period = periodOf(input, options, today);
  const { calendar, assumedYears } = assumedCalendar(decrees, `${yearOf(period.from) - 1}-01-01` as PlainDate, addMonths(period.to, 36));
  const known = await learn(calendar, input.officeHours.map(openFrom));
  const resolved = resolve(input, services, known, { ...period, calendar });
  const touched = assumedYears.filter((year) => year >= yearOf(period.from) && year <= yearOf(addMonths(period.to, 12)));
  return { ...resolved, input, assumptions: [...resolved.assumptions, ...touched.map(unpublished)] };
}

function unpublished(year: number): Text {
  return { zh: `${year} 年节假日安排尚未公布：只计法定节假日，不计调休`, en: `the calendar of ${year} is not published: statutory holidays only, no make-up days` };
}

function planOf({ service, definition }: SimulationInput['services'][number], index: number, file: string, located: ReadSimulation['located']): CasePlan {
  if (definition !== undefined) return checkedFile(resolvePath(dirname(file), definition)).plan;
  const path = join(DEFINITIONS, 'catalogue', `${service}.yaml`);
  if (/^[a-z0-9-]+$/.test(service!) && existsSync(path)) return checkedFile(path).plan;
  const known = readdirSync(join(DEFINITIONS, 'catalogue')).filter((name) => name.endsWith('.yaml')).map((name) => name.replace('.yaml', '')).sort();
  throw refused([unknown('service', service!, ['services', index, 'service'], known)], located);
}

async function formsOf(plan: CasePlan, applications: 'generated' | 'scenarios', index: number, located: ReadSimulation['located']): Promise<readonly Form[]> {
  const forms = (applications === 'generated' ? someForms(plan) : await formsOfStories(plan)).filter((form) => isReceivable(plan, form));
  if (forms.length > 0) return forms;
  throw refused([{
    code: 'applications.none', id: plan.service.code, at: { path: ['services', index] },
    zh: `“${plan.service.code}”没有可用的申请表。`, en: `There is no form for “${plan.service.code}”.`,
    mend: { zh: '改用 applications: scenarios 或 generated。', en: 'Try applications: scenarios, or generated.' },
  }], located);
}

/** The forms of a service's stories. */
async function formsOfStories(plan: CasePlan): Promise<readonly Form[]> {
  const folder = join(DEFINITIONS, 'scenarios', plan.service.code);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : [];
  const stories = await Promise.all(names.map((name) => readScenario(join(folder, name))));
  return stories.map((story) => story.receive.form as Form);
}

/** Departments and items that no service has: a slip of the pen would else be settings for nobody. */
function unknownNames({ departments, services }: SimulationInput, plans: readonly CasePlan[]): Finding[] {
  const known = [...new Set(plans.flatMap((plan) => plan.items.map((item) => item.department)))];
  return [
    ...Object.keys(departments).filter((id) => !known.includes(id)).map((id) => unknown('department', id, ['departments', id], known)),
    ...services.flatMap(({ items }, index) => {
      const ids = plans[index]!.items.map((item) => item.id);
      return Object.keys(items).filter((id) => !ids.includes(id)).map((id) => unknown('item', id, ['services', index, 'items', id], ids));
    }),
  ];
}

const NAMED = { service: { zh: '服务', en: 'service' }, department: { zh: '部门', en: 'department' }, item: { zh: '事项', en: 'item' } } as const;

function unknown(what: keyof typeof NAMED, id: string, path: (string | number)[], known: readonly string[]): Finding {
  const guess = suggestion(id, known);
  return {
    code: `${what}.unknown`, id, at: { path, on: typeof path.at(-1) === 'string' && what !== 'service' ? 'key' : undefined } as Finding['at'],
    zh: `没有${NAMED[what].zh}“${id}”。${guess.zh}`, en: `There is no ${NAMED[what].en} “${id}”.${guess.en}`,
    mend: { zh: `可用：${known.join('、')}。`, en: `There are: ${known.join(', ')}.` },
  };
}

function refuse(findings: readonly Finding[], located: ReadSimulation['located']): void {
  if (findings.length > 0) throw refused(findings, located);
}

function refused(findings: readonly Finding[], located: ReadSimulation['located']): Mistake {
  const problems = located(findings);
  // Named on the command line, there is no line to point at.
  return new Mistake(problems.length > 0 ? formatProblems(problems) : findings.map(({ zh, en, mend }) => `${zh}${mend.zh} ${en} ${mend.en}`).join('\n'));
}

/** The next month, unless something else was asked for. */
function periodOf(input: SimulationInput, options: SimulationOptions, today: PlainDate): { from: PlainDate; to: PlainDate } {
  const nextMonth = addMonths(`${today.slice(0, 8)}01` as PlainDate, 1);
  const from = day(options.from) ?? input.period?.from ?? nextMonth;
  const to = day(options.to) ?? (options.from === undefined ? input.period?.to : undefined) ?? addDays(addMonths(from, 1), -1);
  if (to < from) throw new Mistake(`结束日 ${to} 早于开始日 ${from}。 The last day ${to} is before the first, ${from}.`);
  if (yearOf(to) - yearOf(from) > 5 || yearOf(from) < 2025 || yearOf(to) > 2089) throw new Mistake('期间须在 2025 至 2089 年之间，不超过五年。 The period must lie between 2025 and 2089 and be no longer than five years.');
  return { from, to };
}

function day(text: string | undefined): PlainDate | null {
  if (text === undefined) return null;
  const date = parsePlainDate(text);
  if (!date) throw new Mistake(`“${text}”不是日期，应写作 2026-12-01。 “${text}” is no date; write 2026-12-01.`);
  return date;
}

export function todayOf(): PlainDate {
  return dateOf(Date.now() as Instant);
}
