import { describe, expect, it } from '@jest/globals';
import { brokenBy } from '../../definitions/proof/format-proof.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { DECREES, planOf } from './samples.ts';

describe('proved are', () => {
  for (const file of [
    'definitions/catalogue/open-restaurant.yaml', 'definitions/catalogue/child-born.yaml', 'definitions/catalogue/hire-employee.yaml',
    'test/scenarios/definitions/drugstore.yaml', 'test/scenarios/definitions/second-hand-house.yaml', 'test/scenarios/definitions/convenience-store.yaml',
    'test/scenarios/definitions/beauty-salon.yaml',
    'test/scenarios/definitions/rented-shop.yaml',
  ]) {
    it(file, () => {
      const proof = prove(planOf(file), DECREES);
      expect([...brokenBy(proof)]).toEqual([]);
      expect(proof.explored.filter((one) => one.bounded)).toEqual([]);
    });
  }
});
