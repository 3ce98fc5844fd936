import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../../client/scenario/cast.ts';
import { readScenario } from '../../client/scenario/read-scenario.ts';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../../definitions/check-definition.ts';
import type { Decree } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { open, step, type StepResult, tick } from '../../workflows/case/step.ts';
import type { CaseExport } from '../../workflows/case-protocol.ts';

/** A case as the workflow would tell of it: what each command and each deadline changed, in order. */
export interface ToldCase {
  readonly caseNo: string;
  readonly plan: CasePlan;
  /** The first batch is the receipt. */
  readonly batches: readonly (readonly Change[])[];
  /** Everything about the case after so many batches. */
  exportAfter(batches: number): CaseExport;
}

const DEFINITIONS = join(import.meta.dirname, '..', '..', 'definitions');

export function restaurantPlan(): CasePlan {
  const { plan } = checkDefinition(readFileSync(join(DEFINITIONS, 'catalogue', 'open-restaurant.yaml'), 'utf8'));
  return plan!;
}

/** Six departments from receipt to archive: one notice, a review that stops a clock, an overdue promise, an extension, and a new decree. */
export async function restaurantCase(caseNo: string): Promise<ToldCase> {
  const plan = restaurantPlan();
  const scenario = await readScenario(join(DEFINITIONS, 'scenarios', 'open-restaurant', 'from-receipt-to-closing.yaml'));
  const decrees = loadDecrees();
  const { at, as, expect: _expect, refused: _refused, ...receipt } = scenario.receive;
  const opened = open(plan, decrees, {
    ...receipt, caseNo, by: cast(as, scenario),
    materials: receipt.materials.map((material) => ({ material, form: 'paper', files: [], suppliedOn: at.slice(0, 10) as PlainDate })),
  }, moment(at));
  if (opened.state === null) throw new Error(`not received: ${JSON.stringify(opened.rejection)}`);
  const results: StepResult[] = [opened];
  const last = () => results.at(-1)!;
  const passTime = (until: Instant) => {
    for (let { next } = last(); next && next.dueAt <= until; next = last().next) results.push(tick(plan, last().calendar, last().state, next.dueAt));
  };
  const give = (command: Command, when: Instant) => {
    passTime(when);
    results.push(step(plan, last().calendar, last().state, command, when));
  };
  for (const [index, one] of scenario.steps.entries()) {
    if (one.do === undefined) continue;
    const args = typeof one.with?.['document'] === 'string' ? { ...one.with, document: numberOf(caseNo, one.with['document']) } : one.with ?? {};
    give({ id: `${caseNo}/${index}`, do: one.do, as: cast(one.as ?? 'clerk', scenario), with: args } as Command, moment(one.at));
    if (index === 20) give({ id: `${caseNo}/decree`, do: 'publishCalendar', as: { id: 'calendar', name: '节假日安排', role: 'system' }, with: { decrees: [EXTRA_REST_DAY] } }, (moment(one.at) + 1000) as Instant);
  }
  passTime(Infinity as Instant);
  if (last().state.phase !== 'archived') throw new Error(`the story ends in ${last().state.phase}`);
  const told = results.filter((one) => one.changes.length > 0);
  return {
    caseNo, plan, batches: told.map((one) => one.changes),
    exportAfter: (count) => {
      const { state, calendar } = told[count - 1]!;
      return { caseNo, plan, decrees: calendar.decrees, state, changes: told.slice(0, count).flatMap((one) => one.changes) };
    },
  };
}

/** Two more rest days in April 2026, as nobody has decreed them: they move the joint limit and the last deliveries. */
const EXTRA_REST_DAY: Decree = {
  id: 'cn-2026-extra', documentNumber: null, publishedOn: '2026-03-01' as PlainDate, settlesYears: [],
  days: ['2026-04-08', '2026-04-09'].map((date) => ({ date: date as PlainDate, kind: 'rest', name: { zh: '临时放假', en: 'Extra rest day' } })),
};

function numberOf(caseNo: string, document: string): string {
  return document.startsWith(caseNo) ? document : `${caseNo}-${document}`;
}

/** `2026-02-10T24:00` is the end of that day. */
function moment(text: string): Instant {
  const [date, time] = text.split('T') as [PlainDate, string];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return (instantOf(date) + (hour * 60 + minute) * 60_000) as Instant;
}
