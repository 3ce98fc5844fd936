import { globSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { readScenario } from '../../client/scenario/read-scenario.ts';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import type { Core } from '../../definitions/proof/core.ts';
import { assumedCalendar } from '../../definitions/simulation/assumed-calendar.ts';
import { chancesOfLateness } from '../../definitions/simulation/forecast.ts';
import { SimulationSchema } from '../../definitions/simulation/input-schema.ts';
import { NOTHING_KNOWN } from '../../definitions/simulation/known.ts';
import { resolve } from '../../definitions/simulation/resolve.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { addMonths, dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { open, step, tick } from '../../workflows/case/step.ts';
import { playOnCore } from '../proof/play-scenario.ts';

const DECREES = loadDecrees();
const STORIES = globSync(['definitions/scenarios/**/*.yaml', 'test/scenarios/**/*.yaml'], { exclude: (name) => name.includes('test/scenarios/definitions') }).sort();

interface Moment { readonly state: CaseState; readonly at: Instant }

/** Every state that a story passes through while its case runs. */
async function momentsOf(file: string): Promise<{ plan: CasePlan; moments: Moment[] }> {
  const story = await readScenario(file);
  const plan = await fileCatalogue({
    ...(story.service === undefined ? {} : { service: story.service }),
    ...(story.definition === undefined ? {} : { definition: resolvePath(dirname(file), story.definition) }),
  });
  const moments = new Map<CaseState, Moment>();
  const seen = <R extends { state: CaseState | null }>(result: R, at: Instant): R => {
    if (result.state !== null && result.state.phase !== 'closed' && result.state.phase !== 'archived') moments.set(result.state, { state: result.state, at });
    return result;
  };
  const core: Core = {
    open: (...given) => seen(open(...given), given[3]), step: (...given) => seen(step(...given), given[4]), tick: (...given) => seen(tick(...given), given[3]),
  };
  playOnCore(core, plan, DECREES, story);
  return { plan, moments: [...moments.values()] };
}

const RAN_OUT = ['statutory', 'joint', 'internal', 'promised', 'recheck', 'delivery'];

describe('a forecast from any moment of any story', () => {
  it('leads to the end by acts that the engine allows, and is certain of what is late already', async () => {
    let tried = 0;
    for (const file of STORIES) {
      const { plan, moments } = await momentsOf(file);
      // The first, the last, and some between: each story passes through dozens that differ in one clock.
      for (const { state, at } of moments.filter((_, index) => index % 4 === 0 || index === moments.length - 1)) {
        const today = dateOf(at);
        const { calendar } = assumedCalendar(DECREES, addMonths(today, -12), addMonths(today, 36));
        const input = SimulationSchema.parse({ services: [{ service: plan.service.code }] });
        const { model } = resolve(input, [{ plan, forms: [state.form] }], NOTHING_KNOWN, { from: today, to: today, calendar });
        const quiet = { ...model, services: model.services.map((one) => ({ ...one, perDay: 0 })) };
        const chance = chancesOfLateness(quiet, [{ plan, state }], at, 1).get(state.caseNo);
        const late = Object.values(state.clocks).some((clock) => clock.ranOutAt !== null && RAN_OUT.includes(clock.kind));
        expect([file, chance]).toEqual([file, late ? 1 : expect.any(Number)]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(200);
  }, 240_000);
});
