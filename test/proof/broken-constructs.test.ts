import { describe, expect, it } from '@jest/globals';
import { type Core, REAL_CORE } from '../../definitions/proof/core.ts';
import { extract } from '../../definitions/proof/extract.ts';
import type { PropertyId } from '../../definitions/proof/properties/property.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { storyOf } from '../../definitions/proof/story.ts';
import type { CasePlan, ItemPlan } from '../../workflows/case/case-plan.ts';
import { DECREES, planOf } from './samples.ts';
import { without } from './spoil.ts';

/** A core that does not know some word of the language: it runs every case by a plan without it. */
function ignoring(...words: readonly (keyof ItemPlan)[]): Core {
  const known = new Map<CasePlan, CasePlan>();
  const less = (plan: CasePlan): CasePlan => {
    const found = known.get(plan) ?? { ...plan, items: plan.items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => !(words as string[]).includes(key))) as unknown as ItemPlan) };
    known.set(plan, found);
    return found;
  };
  return {
    open: (plan, decrees, { chosen: _, ...receipt }, at, options) => REAL_CORE.open(less(plan), decrees, receipt, at, options),
    step: (plan, ...rest) => REAL_CORE.step(less(plan), ...rest),
    tick: (plan, ...rest) => REAL_CORE.tick(less(plan), ...rest),
  };
}

/** A core that lets a licence expire in silence. */
const expires: Core = {
  ...REAL_CORE,
  tick: (plan, calendar, state, at) => without(REAL_CORE.tick(plan, calendar, state, at), state, (change) => change.kind === 'itemGranted' && change.deemed !== undefined),
};

const BROKEN: readonly { readonly name: string; readonly core: Core; readonly breaks: PropertyId; readonly service: string; readonly items: readonly string[] }[] = [
  { name: 'starts an item before its date', core: ignoring('notBefore'), breaks: 'order', service: 'house-and-meters', items: ['power'] },
  { name: 'starts an item that the results do not call for', core: ignoring('conditionOnResult'), breaks: 'order', service: 'disability-benefits', items: ['assessment', 'care-subsidy'] },
  { name: 'grants after the main item is lost', core: ignoring('main'), breaks: 'order', service: 'house-and-meters', items: ['transfer-registration', 'power'] },
  { name: 'undoes the rest when an optional item is refused', core: ignoring('optional'), breaks: 'ownMerits', service: 'disability-benefits', items: ['assessment', 'bus-card'] },
  { name: 'lets a licence expire in silence', core: expires, breaks: 'renewal', service: 'drugstore-renewal', items: ['drug-licence'] },
];

describe('a core that', () => {
  it.each(BROKEN)('$name is not proved: $breaks', ({ core, breaks, service, items }) => {
    const plan = extract(definition(service), items);
    const { violations } = prove(plan, DECREES, { core, hasty: true });
    const found = violations.find((one) => one.offence.property === breaks);
    if (!found) throw new Error(`found only: ${violations.map((one) => one.offence.property).join(', ') || 'nothing'}`);
    expect(storyOf(found)).toMatch(/违反：[^]*✘[^]*Violated:[^]*✘/);
  });

  it.each([...new Set(BROKEN.map(({ service }) => service))])('is the real one is proved: %s', (service) => {
    expect(prove(definition(service), DECREES).violations).toEqual([]);
  });
});

function definition(service: string): CasePlan {
  return planOf(`test/scenarios/definitions/${service}.yaml`);
}
