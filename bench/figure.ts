/** One measured figure of a run, beside its budget in `docs/design.md` §5. */
export interface Figure {
  readonly name: string;
  /** With several runs, their median. */
  readonly value: number;
  readonly unit: string;
  /** Such as `≤ 60`; null for what is only told. */
  readonly budget: string | number | null;
  /** Whether it keeps its budget; null without one. */
  readonly ok: boolean | null;
  readonly runs?: Runs;
}

export interface Runs { readonly count: number; readonly min: number; readonly median: number; readonly max: number }

/** Lower is better: `≤ most`. */
export function atMost(most: number, name: string, unit: string, runs: number | readonly number[]): Figure {
  const { value, ...rest } = valueOf(runs);
  return { name, value, unit, budget: `≤ ${most}`, ok: value <= most, ...rest };
}

/** Higher is better: `≥ least`. */
export function atLeast(least: number, name: string, unit: string, runs: number | readonly number[]): Figure {
  const { value, ...rest } = valueOf(runs);
  return { name, value, unit, budget: `≥ ${least}`, ok: value >= least, ...rest };
}

/** Told beside the others, without a budget of its own. */
export function told(name: string, unit: string, runs: number | readonly number[]): Figure {
  const { value, ...rest } = valueOf(runs);
  return { name, value, unit, budget: null, ok: null, ...rest };
}

function valueOf(runs: number | readonly number[]): { value: number; runs?: Runs } {
  if (typeof runs === 'number') return { value: runs };
  const sorted = [...runs].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { value: median, runs: { count: sorted.length, min: sorted[0]!, median, max: sorted.at(-1)! } };
}
