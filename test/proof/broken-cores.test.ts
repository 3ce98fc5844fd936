import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Scenario } from '../../client/scenario/scenario.ts';
import { type Core, REAL_CORE } from '../../definitions/proof/core.ts';
import type { PropertyId } from '../../definitions/proof/properties/property.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { scenarioOf } from '../../definitions/proof/scenario-file.ts';
import { storyOf } from '../../definitions/proof/story.ts';
import { BROKEN_CORES } from './broken-cores.ts';
import { playOnCore } from './play-scenario.ts';
import { DECREES, sample, serviceOf } from './samples.ts';

const NOT_SEEN: readonly string[] = ['tells nobody what is overdue', 'leaves what was not corrected without a way out'];

describe('a core that', () => {
  for (const { name, breaks, items, core } of BROKEN_CORES) {
    it(`${name} is not proved: ${breaks}`, () => {
      const plan = sample(items);
      const { violations } = prove(plan, DECREES, { core, hasty: true });
      const found = violations.find((one) => one.offence.property === breaks);
      if (!found) throw new Error(`found only: ${violations.map((one) => one.offence.property).join(', ') || 'nothing'}`);
      expect(storyOf(found)).toMatch(/违反：[^]*2026-03-02 09:00[^]*✘[^]*Violated:[^]*✘/);
      const whole = serviceOf(items);
      const text = scenarioOf(found, whole);
      const scenario = Scenario.parse(parse(text));
      const played = text.includes('these items alone') ? found.ground.plan : whole;
      // What is not seen from outside (whom the engine told, what a paper says in passing) fails no scenario.
      if (NOT_SEEN.includes(name)) return;
      const shown = playOnCore(throwingNothing(core), played, DECREES, scenario);
      expect({ broken: shown !== null, real: playOnCore(REAL_CORE, played, DECREES, scenario) }).toEqual({ broken: true, real: null });
    });
  }

  it('breaks each promise is among them', () => {
    const broken: readonly PropertyId[] = BROKEN_CORES.map((one) => one.breaks);
    expect(broken).toEqual(expect.arrayContaining(['received', 'preReview', 'answers', 'ends', 'deadline', 'oneNotice', 'acceptedFirst', 'secondPerson', 'suspension', 'extension', 'hearing', 'siteCheck', 'join', 'ownMerits', 'packet', 'afterCheck', 'otherDepartments']));
  });
});

/** In the running system a core that throws refuses the command as a defect of the engine. */
function throwingNothing(core: Core): Core {
  return {
    ...core,
    step: (plan, calendar, state, ...rest) => {
      try {
        return core.step(plan, calendar, state, ...rest);
      } catch {
        return { state, plan, calendar, changes: [], next: null, rejection: { code: 'engine.defect', params: {}, allowed: [] } };
      }
    },
  };
}
