import type { CasePlan, ItemPlan } from '../../workflows/case/case-plan.ts';
import type { Calendar, Text } from '../../workflows/case/calendar.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { ASSUMED } from './assumed.ts';
import { type Distribution, fit, logNormal, meanOf } from './distribution.ts';
import { hoursOf, type SimulationInput, type TimeInput, type WorkInput } from './input-schema.ts';
import { itemKey, type Known } from './known.ts';
import { type ApplicantModel, type ItemModel, type Model, type Post, type ServiceModel, WINDOW } from './model.ts';
import { hoursADay, type OfficeHours } from './working-time.ts';

/** A service as named in the input, with its plan and the forms its cases come with. */
export interface NamedService {
  readonly plan: CasePlan;
  readonly forms: readonly Form[];
}

export interface Resolved {
  readonly model: Model;
  /** What nobody gave and no history told, in words for the report. */
  readonly assumptions: readonly Text[];
}

/** Fills in what is left open: by what the store knows, else by what is assumed. What is written in the input always holds. */
export function resolve(input: SimulationInput, services: readonly NamedService[], known: Known, when: { from: PlainDate; to: PlainDate; calendar: Calendar }): Resolved {
  const hours = input.officeHours.map(openFrom);
  const day = hoursADay(hours);
  const assumptions = new Assumptions();
  const models = services.map((service, index) => serviceModel(input, index, service, known, day, assumptions));
  const { seed, warmUp } = input;
  return { model: { seed, warmUp, ...when, hours, services: models, posts: posts(input, models, known, day, assumptions) }, assumptions: assumptions.told() };
}

/** Collects what is assumed, so that what is alike is told once, with the names of all it concerns. */
class Assumptions {
  readonly #all = new Map<string, { readonly what: Text; readonly names: Map<string, Text> }>();

  tell(what: Text, name: Text): void {
    const known = this.#all.get(what.en) ?? { what, names: new Map<string, Text>() };
    known.names.set(name.en, name);
    this.#all.set(what.en, known);
  }

  told(): readonly Text[] {
    return [...this.#all.values()].map(({ what, names }) => ({
      zh: `${what.zh}：${[...names.values()].map(({ zh }) => zh).join('、')}`, en: `${what.en}: ${[...names.values()].map(({ en }) => en).join('; ')}`,
    }));
  }
}

function serviceModel(input: SimulationInput, index: number, { plan, forms }: NamedService, known: Known, day: number, assumptions: Assumptions): ServiceModel {
  const given = input.services[index]!;
  const { code, name } = plan.service;
  const perDay = given.arrivals ?? known.perDay[code];
  if (perDay === undefined) assumptions.tell({ zh: `每工作日 ${ASSUMED.perDay} 件`, en: `${ASSUMED.perDay} cases a working day` }, name);
  const item = (one: ItemPlan): ItemModel => {
    const learned = { ...known.departments[one.department], ...known.items[itemKey(code, one.id)] };
    const department = plan.departments.find(({ id }) => id === one.department)!.name;
    if (learned.decide === undefined && learned.examine === undefined && timesGiven(input, index, one) === 0) {
      assumptions.tell({ zh: '审查和办理用时、补正和不予许可的比例取默认值', en: 'default times of work and default shares of deficiencies and refusals' }, department);
    }
    return { ...ASSUMED.item(day), ...learned, ...written(input, day), ...written(input.departments[one.department] ?? {}, day), ...written(given.items[one.id] ?? {}, day) };
  };
  const applicant: ApplicantModel = { ...ASSUMED.applicant, ...known.applicant, ...applicantOf(input), ...applicantOf(given) };
  return {
    plan, forms, perDay: perDay ?? ASSUMED.perDay, items: Object.fromEntries(plan.items.map((one) => [one.id, item(one)])), applicant,
    handOver: input.window.handOver === undefined ? known.handOver ?? ASSUMED.handOver : distributionOf(input.window.handOver, day),
  };
}

const TIMES = ['examine', 'recheck', 'arrange', 'decide', 'confirm', 'procedureTakes'] as const;
const CHANCES = ['deficient', 'unsatisfied', 'refused', 'procedure'] as const;

function timesGiven(input: SimulationInput, index: number, { id, department }: ItemPlan): number {
  return [input, input.departments[department], input.services[index]!.items[id]].flatMap((one) => (one ? TIMES.filter((time) => one[time] !== undefined) : [])).length;
}

function written(given: WorkInput, day: number): Partial<ItemModel> {
  return {
    ...Object.fromEntries(TIMES.flatMap((name) => (given[name] === undefined ? [] : [[name, distributionOf(given[name], day)]]))),
    ...Object.fromEntries(CHANCES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  };
}

function applicantOf({ silent, corrects }: Pick<SimulationInput, 'silent' | 'corrects'>): Partial<ApplicantModel> {
  return { ...(silent === undefined ? {} : { silent }), ...(corrects === undefined ? {} : { corrects: distributionOf(corrects, 24) }) };
}

function distributionOf(time: TimeInput, day: number): Distribution {
  if (typeof time === 'string') return { kind: 'constant', value: hoursOf(time, day) };
  if ('mean' in time) return { kind: 'exponential', mean: hoursOf(time.mean, day) };
  if ('seen' in time) return fit(time.seen.map((one) => hoursOf(one, day)))!;
  const [median, p90] = [hoursOf(time.median, day), hoursOf(time.p90, day)];
  return logNormal(Math.min(median, p90), Math.max(median, p90));
}

function posts(input: SimulationInput, services: readonly ServiceModel[], known: Known, day: number, assumptions: Assumptions): Post[] {
  const names = new Map(services.flatMap(({ plan }) => plan.departments.map((one) => [one.id, one.name] as const)));
  const departments = [...new Set(services.flatMap(({ plan }) => plan.items.flatMap((item) => [item.department, ...(item.preliminary ? [item.preliminary.department] : [])])))];
  const post = (id: string, department: string, role: Post['role'], given: { desks?: number | undefined; absent?: number | undefined; queue?: Post['queue'] | undefined; away: Post['away'] }): Post => {
    const absent = given.absent ?? input.absent ?? ASSUMED.absent;
    const enough = Math.max(1, Math.ceil(load(services, department, role) / (day * (1 - Math.min(absent, 0.9)) * ASSUMED.busy)));
    const desks = given.desks ?? known.desks[id];
    const { zh, en } = ROLES[role](names.get(department) ?? { zh: department, en: department });
    const what = { zh: `人数按忙碌程度不超过 ${ASSUMED.busy * 100}% 配备`, en: `as many people as keep them at most ${ASSUMED.busy * 100}% busy` };
    if (desks === undefined) assumptions.tell(what, { zh: `${zh}${enough}人`, en: `${en} ${enough}` });
    return { id, department, role, desks: desks ?? enough, queue: given.queue ?? input.queue, absent, away: given.away };
  };
  return [
    ...departments.flatMap((id) => {
      const given = input.departments[id];
      const { absent, queue } = given ?? {};
      return [
        post(id, id, 'reviewer', { desks: given?.reviewers, absent, queue, away: given?.away ?? [] }),
        post(`${id}/approver`, id, 'approver', { desks: given?.approvers, absent, queue, away: [] }),
      ];
    }),
    post(WINDOW, WINDOW, 'clerk', { desks: input.window.clerks, absent: input.window.absent, queue: input.window.queue, away: [] }),
  ];
}

export const ROLES: Readonly<Record<Post['role'], (department: Text) => Text>> = {
  reviewer: ({ zh, en }) => ({ zh: `${zh}承办人`, en: `${en}, reviewers` }),
  approver: ({ zh, en }) => ({ zh: `${zh}审批人`, en: `${en}, approvers` }),
  clerk: () => ({ zh: '综合窗口', en: 'Window' }),
};

/** Hours of work a working day that come to a post on average. */
function load(services: readonly ServiceModel[], department: string, role: Post['role']): number {
  return services.reduce((sum, service) => sum + service.perDay * (role === 'clerk' ? meanOf(service.handOver) : service.plan.items
    .filter((item) => item.department === department)
    .reduce((work, item) => work + shareOf(service, item) * workOn(item, service.items[item.id]!, role), 0)), 0);
}

function shareOf({ forms }: ServiceModel, item: ItemPlan): number {
  return forms.filter((form) => applies(item, form)).length / forms.length;
}

function workOn(plan: ItemPlan, item: ItemModel, role: Post['role']): number {
  const decided = plan.instant ? 0 : 1;
  if (role === 'approver') return meanOf(item.confirm) * (plan.grantBy === 'approver' ? decided : item.refused);
  const procedure = plan.procedures.length > 0 ? item.procedure * meanOf(item.arrange) : 0;
  return meanOf(item.examine) + item.deficient * meanOf(item.recheck) + decided * (meanOf(item.decide) + procedure);
}

export function openFrom(text: string): OfficeHours[number] {
  const [opens = 0, closes = 0] = text.split('-').map((time) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60);
  return [opens, closes];
}
