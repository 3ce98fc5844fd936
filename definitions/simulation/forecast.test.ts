import { describe, expect, it } from '@jest/globals';
import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { open } from '../../workflows/case/step.ts';
import { receiptsOf } from './application.ts';
import { fateOf } from './fate.ts';
import { chancesOfLateness } from './forecast.ts';
import { randomOf } from './random.ts';
import { CALENDAR, RESTAURANT_FORM, restaurantModel } from './test-support/small-model.ts';

const NOW = instantOf('2026-03-04' as PlainDate, 10);

function received(model: ReturnType<typeof restaurantModel>, caseNo: string, at: Instant) {
  const { plan } = model.services[0]!;
  const opened = open(plan, CALENDAR.decrees, receiptsOf(plan, [])(caseNo, RESTAURANT_FORM, fateOf(model.services[0]!, randomOf(1), 7)), at);
  if (opened.state === null) throw new Error(opened.rejection.code);
  return { plan, state: opened.state };
}

describe('the chance to be late', () => {
  const many = (desks: number, decide: number) => {
    const model = restaurantModel({ perDay: 0.1, desks, item: { decide: { kind: 'exponential', mean: decide } } });
    return { model, cases: Array.from({ length: 6 }, (_, index) => received(model, `case-${index}`, instantOf('2026-03-03' as PlainDate, 9 + index / 10))) };
  };

  it('is none where nothing can go wrong, and certain where nobody could be in time', () => {
    const easy = many(9, 1);
    expect([...chancesOfLateness(easy.model, easy.cases, NOW, 10).values()]).toEqual([0, 0, 0, 0, 0, 0]);
    const hopeless = many(1, 900);
    expect([...chancesOfLateness(hopeless.model, hopeless.cases, NOW, 10).values()].every((chance) => chance > 0.9)).toBe(true);
  });

  it('grows with the pile before a case, and is the same for the same seed', () => {
    const { model, cases } = many(1, 20);
    const chances = chancesOfLateness(model, cases, NOW, 40);
    expect(chances.get('case-5')!).toBeGreaterThan(chances.get('case-0')!);
    expect(chancesOfLateness(model, cases, NOW, 40)).toEqual(chances);
  });
});
