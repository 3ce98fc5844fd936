import type { Core } from '../../definitions/proof/core.ts';
import { cast } from '../../client/scenario/cast.ts';
import { type Difference, firstDifference } from '../../client/scenario/expectation.ts';
import { moment } from '../../client/scenario/play.ts';
import type { Scenario } from '../../client/scenario/scenario.ts';
import type { Decree } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';

const CASE_NO = '371302-20260302-0001';

/** Plays a scenario on a core alone, waking it when it asked to be woken: the first difference, or null. Without servers. */
export function playOnCore(core: Core, plan: CasePlan, decrees: readonly Decree[], scenario: Scenario): Difference | null {
  const { at: from, as, expect: first, refused: _, materials: __, online, ...receive } = scenario.receive;
  const begun = { ...receive, caseNo: CASE_NO, by: cast(as, scenario), materials: [], ...(online ? { origin: 'online' } : {}) };
  const opened = core.open(plan, decrees, begun as Parameters<Core['open']>[2], moment(from));
  if (opened.state === null) return { path: 'refused', expected: null, actual: opened.rejection.code };
  let now = opened;
  const changes = [...opened.changes];
  const take = (result: typeof now) => { now = result; changes.push(...result.changes); };
  const look = (expected: Scenario['receive']['expect']): Difference | null => (expected
    ? firstDifference(expected, { state: now.state, plan, calendar: now.calendar, changes, tasks: [] } as unknown as Parameters<typeof firstDifference>[1]) : null);
  const early = look(first);
  if (early) return early;
  for (const step of scenario.steps) {
    const at: Instant = moment(step.at);
    for (let wakes = 0; now.next !== null && now.next.dueAt <= at && wakes < 100; wakes += 1) take(core.tick(plan, now.calendar, now.state, now.next.dueAt));
    if (step.do !== undefined) {
      const { document, minutes } = (step.with ?? {}) as { document?: unknown; minutes?: unknown };
      const numbered = (name: string, end: unknown) => (typeof end === 'string' ? { [name]: `${CASE_NO}-${end}` } : {});
      const said = { ...step.with, ...numbered('document', document), ...numbered('minutes', minutes) };
      take(core.step(plan, now.calendar, now.state, { id: step.at, do: step.do, as: cast(step.as ?? 'clerk', scenario), with: said } as unknown as Command, at));
      const code = now.rejection?.code ?? null;
      if (code !== (step.refused ?? null)) return { path: 'refused', expected: step.refused ?? null, actual: code };
    }
    const difference = look(step.expect);
    if (difference) return difference;
  }
  return null;
}
