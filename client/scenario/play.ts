import { dirname, resolve } from 'node:path';
import { DateTime } from 'luxon';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Instant, PlainDate } from '../../workflows/case/plain-date.ts';
import type { GivenCommand } from '../case-client.ts';
import { cast } from './cast.ts';
import { type Difference, firstDifference, type Seen } from './expectation.ts';
import type { Expectation, Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

export interface Played {
  readonly caseNo: string;
  readonly plan: CasePlan;
  readonly changes: readonly Change[];
  /** The first step whose expectation does not hold; null when every one does. */
  readonly failure: StepFailure | null;
}

export interface StepFailure extends Difference {
  /** 0 is the receipt, then the steps in order. */
  readonly step: number;
  readonly at: string;
}

/** Where a scenario gets its plan from: a service of the catalogue, or a definition file beside it. */
export type PlanSource = (want: { service?: string; definition?: string }) => Promise<CasePlan>;

/**
 * Plays a story on a stage: the case's clock begins at the receipt's time, runs through weeks in milliseconds, and each
 * expectation is compared with what the store shows. Stops at the first difference.
 */
export async function play(scenario: Scenario, stage: Stage, plans: PlanSource, file = ''): Promise<Played> {
  const plan = await plans({
    ...(scenario.service === undefined ? {} : { service: scenario.service }),
    ...(scenario.definition === undefined ? {} : { definition: resolve(dirname(file), scenario.definition) }),
  });
  const { at, as, expect, refused, online, onTheSpot, consents, ...said } = scenario.receive;
  const start = moment(at);
  const offset = start - (await stage.now());
  const application = {
    ...said, plan, by: cast(as, scenario),
    materials: said.materials.map((material) => ({ material, form: online ? 'file' as const : 'paper' as const, files: [], suppliedOn: at.slice(0, 10) as PlainDate })),
    simulation: { offset, receivedAt: start, prehistory: [] },
    decrees: stage.decrees.filter((decree) => !scenario.calendar || scenario.calendar.includes(decree.id)),
    ...(scenario.commandsPerRun === undefined ? {} : { commandsPerRun: scenario.commandsPerRun }),
  };
  const received = await (online ? stage.client.submit(application) : stage.client.receive({ ...application, onTheSpot, ...(consents.length > 0 ? { consents } : {}) }));
  const { caseNo } = received;
  const fail = (step: number, when: string, difference: Difference, changes: readonly Change[]): Played =>
    ({ caseNo, plan, changes, failure: { step, at: when, ...difference } });
  const code = received.ok ? null : received.rejection.code;
  if (code !== (refused ?? null)) {
    return fail(0, at, { path: 'refused', expected: refused ?? null, actual: received.ok ? null : received.rejection }, []);
  }
  if (!received.ok) return { caseNo, plan, changes: [], failure: null };
  const first = await differenceAt(stage, caseNo, expect, start);
  if (first) return fail(0, at, first, (await look(stage, caseNo)).changes);
  for (const [index, step] of scenario.steps.entries()) {
    const target = moment(step.at);
    await stage.sleepUntil(target - offset);
    await stage.settled(caseNo, target);
    if (step.do !== undefined) {
      const outcome = await stage.client.command(caseNo, {
        ...(step.id === undefined ? {} : { id: `${caseNo}/${step.id}` }),
        do: step.do, as: cast(step.as ?? 'clerk', scenario), with: await withPlan(spelledOut(step.with ?? {}, caseNo, stage.decrees), plans, file),
      } as GivenCommand);
      const actual = outcome.ok ? null : outcome.rejection.code;
      if (actual !== (step.refused ?? null)) {
        const why = outcome.ok ? null : outcome.rejection;
        return fail(index + 1, step.at, { path: 'refused', expected: step.refused ?? null, actual: why }, (await look(stage, caseNo)).changes);
      }
    }
    const difference = await differenceAt(stage, caseNo, step.expect, target);
    if (difference) return fail(index + 1, step.at, difference, (await look(stage, caseNo)).changes);
  }
  return { caseNo, plan, changes: (await look(stage, caseNo)).changes, failure: null };
}

async function differenceAt(stage: Stage, caseNo: string, expected: Expectation | undefined, at: Instant): Promise<Difference | null> {
  if (!expected) return null;
  await stage.settled(caseNo, at);
  return firstDifference(expected, await look(stage, caseNo));
}

async function look(stage: Stage, caseNo: string): Promise<Seen> {
  const { db } = stage.store;
  const [view, changes, tasks] = await Promise.all([
    stage.client.view(caseNo),
    db.selectFrom('case_change').select('change').where('case_no', '=', caseNo).orderBy('seq').execute(),
    db.selectFrom('task').select('id').where('case_no', '=', caseNo).execute(),
  ]);
  return { ...view, changes: changes.map((row) => row.change as Change), tasks: tasks.map((task) => task.id) };
}

/** `2026-02-10T24:00` is the end of that day. */
export function moment(text: string): Instant {
  return DateTime.fromISO(text, { zone: 'Asia/Shanghai' }).toMillis() as Instant;
}

/** A story names another version of its service by its file. */
async function withPlan(args: Record<string, unknown>, plans: PlanSource, file: string): Promise<Record<string, unknown>> {
  return typeof args['plan'] === 'string' ? { ...args, plan: await plans({ definition: resolve(dirname(file), args['plan']) }) } : args;
}

/** A story names a published decree by its id, and a document by the end of its number: the case's number is not known yet. */
function spelledOut(args: Record<string, unknown>, caseNo: string, published: Stage['decrees']): Record<string, unknown> {
  const { decrees, document, minutes } = args;
  const numbered = (value: unknown) => typeof value === 'string' && /^\p{Script=Han}\d+$/u.test(value);
  return {
    ...args,
    ...(numbered(document) ? { document: `${caseNo}-${document}` } : {}),
    ...(numbered(minutes) ? { minutes: `${caseNo}-${minutes}` } : {}),
    ...(Array.isArray(decrees)
      ? { decrees: decrees.map((one) => (typeof one === 'string' ? published.find((decree) => decree.id === one) : one)) }
      : {}),
  };
}
