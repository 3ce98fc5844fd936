import { describe, expect, it } from '@jest/globals';
import { fit, logNormal, meanOf, quantile, standardNormal } from './distribution.ts';
import { randomOf } from './random.ts';

const drawn = (many: number, draw: (u: number) => number): number[] => {
  const random = randomOf(42);
  return Array.from({ length: many }, () => draw(random.next()));
};

describe('fit', () => {
  it('recovers the log-normal distribution that durations were drawn from', () => {
    const truth = logNormal(2, 6);
    // From many single samples of 40, so that it is the likelihood and not the empirical quantiles that is tried.
    const all = drawn(40 * 200, (u) => quantile(truth, u));
    const fits = Array.from({ length: 200 }, (_, index) => fit(all.slice(index * 40, index * 40 + 40))!);
    const mean = (of: (one: { mu: number; sigma: number }) => number) => fits.reduce((sum, one) => sum + of(one as never), 0) / fits.length;
    expect(fits.every((one) => one.kind === 'logNormal')).toBe(true);
    expect(mean((one) => one.mu)).toBeCloseTo(Math.log(2), 1);
    expect(mean((one) => one.sigma)).toBeCloseTo(Math.log(3) / 1.28155, 1);
  });

  it('lets many durations speak for themselves', () => {
    const fitted = fit(drawn(5000, (u) => quantile({ kind: 'exponential', mean: 3 }, u)))!;
    expect(fitted.kind).toBe('empirical');
    for (const p of [0.1, 0.5, 0.9]) expect(quantile(fitted, p)).toBeCloseTo(-3 * Math.log(1 - p), 0);
    expect(meanOf(fitted)).toBeGreaterThan(2.8);
    expect(meanOf(fitted)).toBeLessThan(3.3);
  });

  it('says nothing of four', () => {
    expect(fit([1, 2, 3, 4])).toBeNull();
  });
});

describe('quantile', () => {
  it('has median and p90 where they were put, and a mean that draws agree with', () => {
    const distribution = logNormal(2, 6);
    expect(quantile(distribution, 0.5)).toBeCloseTo(2, 6);
    expect(quantile(distribution, 0.9)).toBeCloseTo(6, 6);
    const many = drawn(200_000, (u) => quantile(distribution, u));
    expect(many.reduce((sum, one) => sum + one, 0) / many.length).toBeCloseTo(meanOf(distribution), 1);
  });

  it('knows the normal distribution', () => {
    for (const [p, z] of [[0.5, 0], [0.975, 1.959963985], [0.001, -3.090232306], [0.999, 3.090232306]] as const) expect(standardNormal(p)).toBeCloseTo(z, 6);
  });
});

describe('random', () => {
  it('is the same for the same keys, even, and another for others', () => {
    const [one, same, other] = [randomOf(1, 2), randomOf(1, 2), randomOf(2, 1)].map((random) => Array.from({ length: 4 }, () => random.next()));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    const buckets = Array.from({ length: 20 }, () => 0);
    for (const u of drawn(100_000, (value) => value)) buckets[Math.floor(u * 20)]! += 1;
    const chiSquare = buckets.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom, one in a thousand
  });
});
