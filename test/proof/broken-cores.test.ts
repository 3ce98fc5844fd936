import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Scenario } from '../../client/scenario/scenario.ts';
import { REAL_CORE } from '../../definitions/proof/core.ts';
import type { PropertyId } from '../../definitions/proof/properties/property.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { scenarioOf } from '../../definitions/proof/scenario-file.ts';
import { storyOf } from '../../definitions/proof/story.ts';
import { BROKEN_CORES } from './broken-cores.ts';
import { playOnCore } from './play-scenario.ts';
import { DECREES, sample } from './samples.ts';

describe('a core that', () => {
  for (const { name, breaks, items, core } of BROKEN_CORES) {
    it(`${name} is not proved: ${breaks}`, () => {
      const plan = sample(items);
      const { violations } = prove(plan, DECREES, { core, hasty: true });
      const found = violations.find((one) => one.offence.property === breaks);
      if (!found) throw new Error(`found only: ${violations.map((one) => one.offence.property).join(', ') || 'nothing'}`);
      expect(storyOf(found)).toMatch(/违反：[^]*2026-03-02 09:00[^]*✘[^]*Violated:[^]*✘/);
      const scenario = Scenario.parse(parse(scenarioOf(found)));
      if (Object.keys(found.offence.lawful).length === 0) return;
      const shown = playOnCore(core, found.ground.plan, DECREES, scenario);
      expect({ broken: shown !== null, real: playOnCore(REAL_CORE, found.ground.plan, DECREES, scenario) }).toEqual({ broken: true, real: null });
    });
  }

  it('breaks each promise is among them', () => {
    const broken: readonly PropertyId[] = BROKEN_CORES.map((one) => one.breaks);
    expect(broken).toEqual(expect.arrayContaining(['received', 'answers', 'ends', 'deadline', 'oneNotice', 'acceptedFirst', 'secondPerson', 'suspension', 'extension', 'join', 'ownMerits', 'packet']));
  });
});
