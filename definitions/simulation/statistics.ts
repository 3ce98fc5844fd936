/** A share with the interval that holds the true one in 95 of 100 simulations. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of cases over several replications, and its 95% interval. The cases of one replication share their queues and are
 * not independent; the replications are, so the interval comes from how they differ (ratio estimator, Student's t).
 */
export function shareOf(replications: readonly { readonly hits: number; readonly of: number }[]): Share {
  const { share, half } = ratio(replications);
  return { share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

/** By how much a share differs from another one of the same cases, with its interval: the same replications, compared in pairs. */
export function differenceOf(replications: readonly { readonly hits: number; readonly than: number; readonly of: number }[]): Share {
  const { share, half } = ratio(replications.map(({ hits, than, of }) => ({ hits: hits - than, of })));
  return { share, low: Math.max(-1, share - half), high: Math.min(1, share + half) };
}

function ratio(replications: readonly { readonly hits: number; readonly of: number }[]): { share: number; half: number } {
  const count = replications.length;
  const of = sum(replications.map((one) => one.of));
  if (of === 0) return { share: 0, half: 0 };
  const share = sum(replications.map((one) => one.hits)) / of;
  if (count < 2) return { share, half: 1 };
  const residuals = sum(replications.map((one) => (one.hits - share * one.of) ** 2));
  return { share, half: studentT975(count - 1) * Math.sqrt(residuals / (count * (count - 1))) / (of / count) };
}

/** The 97.5% quantile of Student's t. @see Abramowitz and Stegun 26.7.5; the first three, where the series is poor, are written out */
function studentT975(freedom: number): number {
  const small = [12.706, 4.303, 3.182][freedom - 1];
  if (small !== undefined) return small;
  const z = 1.959963985;
  const terms = [(z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96, (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384];
  return terms.reduce((t, term, index) => t + term / freedom ** (index + 1), z);
}

/** The value below which the share `p` lies; 0 of nothing. */
export function quantileOf(values: readonly number[], p: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}

export function meanOfAll(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
