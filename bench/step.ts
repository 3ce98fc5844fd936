import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import type { Actor, Role } from '../workflows/case/actor.ts';
import type { CasePlan, ItemPlan } from '../workflows/case/case-plan.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { Command } from '../workflows/case/command-table.ts';
import type { Form } from '../workflows/case/condition.ts';
import { type Instant, instantOf, parsePlainDate } from '../workflows/case/plain-date.ts';
import type { Receipt } from '../workflows/case/receipt.ts';
import { open, step } from '../workflows/case/step.ts';
import { atMost, type Figure, told } from './figure.ts';

const FILE = join(import.meta.dirname, '..', 'definitions', 'catalogue', 'open-restaurant.yaml');
const SIZES = [5, 10, 20, 40] as const;
const ROUNDS = 12;
const WARM_UP = 4;
const MINUTE = 60_000;

/** One step of the pure core, as the median over all commands of a plain case, at growing numbers of items. */
export async function* benchStep(): AsyncGenerator<Figure> {
  const plans = SIZES.map((size) => ({ size, plan: planOf(size), steps: [] as number[], rejections: [] as number[] }));
  // Interleaved, so that a busy moment of the machine falls on all sizes alike.
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const { plan, steps, rejections } of plans) {
      const measured = playPlainCase(plan);
      if (round >= 0) steps.push(median(measured.steps));
      if (round >= 0) rejections.push(median(measured.rejections));
    }
  }
  for (const { size, steps, rejections } of plans) {
    yield size === 20 ? atMost(1, `step: ${size} items`, 'ms', steps) : told(`step: ${size} items`, 'ms', steps);
    yield size === 20 ? atMost(1, `step: a refused command, ${size} items`, 'ms', rejections) : told(`step: a refused command, ${size} items`, 'ms', rejections);
  }
  const [, ten, , forty] = plans;
  yield atMost(5, 'step: 40 items against 10', 'times', median(forty!.steps) / median(ten!.steps));
  for (const { size, plan } of plans) yield told(`step: plan of ${size} items`, 'KB', Buffer.byteLength(JSON.stringify(plan)) / 1024);
}

/** The restaurant's items over and over, all of them part of the case, each group depending on itself as in the restaurant. */
function planOf(size: number): CasePlan {
  const { plan } = checkDefinition(readFileSync(FILE, 'utf8'), { file: FILE });
  if (!plan) throw new Error(`${FILE} does not compile`);
  const nth = (id: string, round: number) => (round === 0 ? id : `${id}-${round + 1}`);
  const items = Array.from({ length: size }, (_, index): ItemPlan => {
    const round = Math.floor(index / plan.items.length);
    const item = plan.items[index % plan.items.length]!;
    const { condition: _condition, instant: _instant, ...rest } = item;
    return { ...rest, id: nth(item.id, round), dependsOn: item.dependsOn.map((one) => nth(one, round)), examination: { mode: 'within' } };
  });
  return { ...plan, items, fields: [] };
}

function playPlainCase(plan: CasePlan): { steps: number[]; rejections: number[] } {
  const steps: number[] = [];
  const rejections: number[] = [];
  let at = instantOf(parsePlainDate('2026-03-02')!, 9);
  const opened = open(plan, loadedDecrees, receiptOf(plan), at);
  if (opened.state === null) throw new Error(opened.rejection.code);
  let { state, calendar }: { state: CaseState; calendar: typeof opened.calendar } = opened;
  const give = (role: Role, name: string, args: object, department?: string): void => {
    at = (at + MINUTE) as Instant;
    const as: Actor = { id: role, name: role, role, ...(department ? { department } : {}) };
    const command = { id: `${at}`, do: name, as, with: args } as Command;
    const begin = performance.now();
    const result = step(plan, calendar, state, command, at);
    (result.rejection ? rejections : steps).push(performance.now() - begin);
    ({ state, calendar } = result);
  };
  for (const item of plan.items) give('reviewer', 'examine', { item: item.id, answer: 'complete' }, item.department);
  for (const item of plan.items) {
    give('reviewer', 'examine', { item: item.id, answer: 'complete' }, item.department);
    give('reviewer', 'proposeGrant', { item: item.id, opinion: '符合条件' }, item.department);
    if (item.grantBy === 'approver') give('approver', 'confirm', { item: item.id, opinion: '同意' }, item.department);
  }
  give('clerk', 'handOver', { items: plan.items.map((item) => item.id), way: 'pickUp', recipient: '张三' });
  if (state.phase !== 'closed') throw new Error(`the plain case ended in ${state.phase}`);
  return { steps, rejections };
}

const loadedDecrees = loadDecrees();
const NO_FORM: Form = {};

function receiptOf(plan: CasePlan): Receipt {
  return {
    caseNo: '371302-20260302-0001', region: '371302', window: '1', by: { id: 'clerk', name: 'clerk', role: 'clerk' },
    applicant: { id: 'applicant', kind: 'person', name: '张三', idNumber: '37130219900101001X', phone: '13800000000' }, agent: null,
    serviceWay: 'electronic', policy: 'separable', form: NO_FORM, onTheSpot: [],
    materials: plan.materials.map((one) => ({ material: one.code, form: 'paper', files: [], suppliedOn: parsePlainDate('2026-03-02')! })),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

if (import.meta.main) for await (const { name, value, unit, budget, ok } of benchStep()) console.log(`${ok === false ? '✗' : ' '} ${name}: ${value.toFixed(3)} ${unit}${budget === null ? '' : ` (${budget})`}`);
