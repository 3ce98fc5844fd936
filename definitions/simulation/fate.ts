import { quantile } from './distribution.ts';
import type { ItemModel, ServiceModel } from './model.ts';
import type { Random } from './random.ts';

/** What will become of an item, whenever its turn comes. Times of work are in milliseconds. */
export interface ItemFate {
  readonly examine: number;
  readonly deficient: boolean;
  readonly recheck: number;
  readonly satisfied: boolean;
  readonly arrange: number;
  /** The special procedure that will be needed: which of the item's, how long it takes, and the working days told for it. */
  readonly procedure: { readonly index: number; readonly takes: number; readonly days: number } | null;
  readonly decide: number;
  readonly refused: boolean;
  readonly confirm: number;
}

/** A case's luck, drawn in full when it comes in: what others do, and when, cannot change it any more. */
export interface Fate {
  readonly form: number;
  readonly items: readonly ItemFate[];
  /** From the notice to the answer; null when the applicant never answers. */
  readonly corrects: number | null;
  readonly handOver: number;
}

const HOUR = 3_600_000;

export function fateOf({ plan, forms, items, applicant, handOver }: ServiceModel, random: Random, hoursADay: number): Fate {
  const silent = random.next() < applicant.silent;
  const corrects = quantile(applicant.corrects, random.next()) * HOUR;
  return {
    form: Math.floor(random.next() * forms.length),
    corrects: silent ? null : corrects,
    handOver: quantile(handOver, random.next()) * HOUR,
    items: plan.items.map(({ id, procedures }) => itemFate(items[id]!, procedures.length, random, hoursADay)),
  };
}

/** Always draws the same number of times, so that no setting of one item moves the luck of the next. */
function itemFate(model: ItemModel, procedures: number, random: Random, hoursADay: number): ItemFate {
  const work = (of: 'examine' | 'recheck' | 'arrange' | 'decide' | 'confirm'): number => Math.max(1, Math.round(quantile(model[of], random.next()) * HOUR));
  const happens = (chance: number): boolean => random.next() < chance;
  const [examine, deficient, recheck, unsatisfied, arrange, needed] =
    [work('examine'), happens(model.deficient), work('recheck'), happens(model.unsatisfied), work('arrange'), happens(model.procedure)];
  const which = Math.floor(random.next() * procedures);
  const takes = Math.round(quantile(model.procedureTakes, random.next()) * HOUR);
  // Whoever arranges it knows how long such things take, and tells a time that nineteen in twenty keep.
  const days = Math.max(1, Math.ceil(quantile(model.procedureTakes, 0.95) / hoursADay));
  return {
    examine, deficient, recheck, satisfied: !unsatisfied, arrange, procedure: needed && procedures > 0 ? { index: which, takes, days } : null,
    decide: work('decide'), refused: happens(model.refused), confirm: work('confirm'),
  };
}
