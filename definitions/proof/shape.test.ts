import { describe, expect, it } from '@jest/globals';
import { loadDecrees } from '../calendar/load-calendar.ts';
import { checkDefinition } from '../check-definition.ts';
import { generatedDefinition } from '../generated-definition.ts';
import { extract } from './extract.ts';
import { type Proof, prove } from './prove.ts';

const { plan } = checkDefinition(generatedDefinition(12));
const DECREES = loadDecrees();

const figures = ({ explored }: Proof) =>
  explored.map(({ group, grain, intake, states, transitions, depth, bounded }) => [group.items.join('+'), grain, intake.serviceWay, states, transitions, depth, bounded]);

describe('items that are alike but for names, conditions and the numbers of their own limits', () => {
  // Each of the three has its own condition, its own limits and its own field; the first and the last have one department.
  const three = extract(plan!, ['item-1', 'item-5', 'item-7']);

  it('are explored once, and exploring each of them comes to the same figures', () => {
    const [once, each] = [prove(three, DECREES, { walks: 0 }), prove(three, DECREES, { walks: 0, alikeToo: true })];
    const alike = once.explored.filter((one) => one.like !== null);
    expect(alike.map((one) => `${one.group.items.join('+')} ${one.grain} = ${one.like!.items.join('+')}`)).toEqual([
      'item-5 care = item-1', 'item-7 care = item-1', 'item-5+item-7 pair = item-1+item-5',
    ]);
    expect(each.explored.every((one) => one.like === null)).toBe(true);
    expect(figures(once)).toEqual(figures(each));
  });

  it('are not alike when one of them may bring a material later, or is decided by another person', () => {
    const [first, ...others] = three.items;
    const paper = three.materials.find((one) => one.code === 'paper-1')!;
    const deferred = { ...paper, neededBy: paper.neededBy.map((need) => ({ ...need, deferrable: three.delivery })) };
    for (const other of [
      { ...three, materials: three.materials.map((one) => (one === paper ? deferred : one)) },
      { ...three, items: [{ ...first!, grantBy: 'reviewer' as const }, ...others] },
    ]) {
      const { explored } = prove(extract(other, ['item-1', 'item-5']), DECREES, { walks: 0, mostStates: 50 });
      expect(explored.filter((one) => one.like !== null)).toEqual([]);
    }
  });
});
