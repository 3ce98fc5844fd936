import { describe, expect, it } from '@jest/globals';
import { prove } from '../../definitions/proof/prove.ts';
import { scenarioOf } from '../../definitions/proof/scenario-file.ts';
import { storyOf } from '../../definitions/proof/story.ts';
import { BROKEN_PLANS } from './broken-plans.ts';
import { DECREES, sample } from './samples.ts';

describe('a plan in which', () => {
  for (const { name, breaks, items, spoil } of BROKEN_PLANS) {
    it(`${name} is not proved: ${breaks}`, () => {
      const plan = spoil(sample(items));
      const { violations } = prove(plan, DECREES, { hasty: true });
      const found = violations.find((one) => one.offence.property === breaks);
      if (!found) throw new Error(`found only: ${violations.map((one) => one.offence.property).join(', ') || 'nothing'}`);
      expect(storyOf(found)).toContain('✘');
      expect(scenarioOf(found, plan)).toContain('receive:');
    });
  }
});
