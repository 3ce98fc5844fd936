/** How long something takes. Every number is in hours; whose hours (working or any) the user of it says. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** The logarithm is normal with mean `mu` and standard deviation `sigma`. */
  | { readonly kind: 'logNormal'; readonly mu: number; readonly sigma: number }
  /** What was seen: equally spaced quantiles, from the least to the greatest, with straight lines between them. */
  | { readonly kind: 'empirical'; readonly quantiles: readonly number[] };

/** So many durations are needed at least before anything is fitted to them. */
const FEWEST = 5;
/** From so many on, what was seen speaks for itself. */
const MANY = 50;
const STEPS = 100;
/** Nothing takes no time at all. */
const LEAST = 1 / 60;

const Z_90 = 1.2815515655446004;

/** A log-normal one that half of the times stays below `median` and nine in ten below `p90`. */
export function logNormal(median: number, p90: number): Distribution {
  return { kind: 'logNormal', mu: Math.log(median), sigma: Math.log(p90 / median) / Z_90 };
}

/**
 * What fits durations that were seen: themselves where they are many (50), else the log-normal distribution of greatest
 * likelihood. Null when they are too few (5) to say anything.
 */
export function fit(hours: readonly number[]): Distribution | null {
  if (hours.length < FEWEST) return null;
  const sorted = hours.map((one) => Math.max(one, LEAST)).sort((a, b) => a - b);
  if (sorted.length >= MANY) return { kind: 'empirical', quantiles: Array.from({ length: STEPS + 1 }, (_, step) => between(sorted, step / STEPS)) };
  const logs = sorted.map(Math.log);
  const mu = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  return { kind: 'logNormal', mu, sigma: Math.sqrt(logs.reduce((sum, one) => sum + (one - mu) ** 2, 0) / logs.length) };
}

/**
 * The duration below which the share `p` of all stays (0 < p < 1). With a chance number as `p` this draws from the
 * distribution: the same number gives a long one under every distribution, or a short one under every one.
 */
export function quantile(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'exponential':
      return -distribution.mean * Math.log(1 - p);
    case 'logNormal':
      return Math.exp(distribution.mu + distribution.sigma * standardNormal(p));
    case 'empirical':
      return between(distribution.quantiles, p);
    default:
      return distribution satisfies never;
  }
}

export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'exponential':
      return distribution.mean;
    case 'logNormal':
      return Math.exp(distribution.mu + distribution.sigma ** 2 / 2);
    case 'empirical': {
      const { quantiles } = distribution;
      const inner = quantiles.slice(1, -1).reduce((sum, one) => sum + one, 0);
      return (inner + (quantiles[0]! + quantiles.at(-1)!) / 2) / (quantiles.length - 1);
    }
    default:
      return distribution satisfies never;
  }
}

function between(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (place - low);
}

/** The inverse of the standard normal distribution, to nine digits. @see P. J. Acklam, 2003 */
export function standardNormal(p: number): number {
  const u = Math.min(Math.max(p, 1e-12), 1 - 1e-12);
  if (u > 0.97575) return -standardNormal(1 - u);
  if (u < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(u));
    return polynomial(TAIL, q) / (polynomial(TAIL_BELOW, q) * q + 1);
  }
  const q = u - 0.5;
  const r = q * q;
  return (polynomial(MIDDLE, r) * q) / (polynomial(MIDDLE_BELOW, r) * r + 1);
}

const MIDDLE = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
const MIDDLE_BELOW = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const TAIL = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const TAIL_BELOW = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, one) => sum * x + one, 0);
}
