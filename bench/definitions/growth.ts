import { atMost, type Figure, told } from '../figure.ts';
import { measured, type Measured } from './measured.ts';
import { PROVE_ONCE } from './prove-once.ts';

const SIZES = [5, 10, 20, 40] as const;

/** How checking, compiling and proving grow with the number of items: no two of them with the same limits, half of them conditional. */
export async function* benchGrowth(): AsyncGenerator<Figure> {
  const all = new Map<number, Measured>();
  for (const size of SIZES) {
    const one = await measured(PROVE_ONCE, String(size));
    all.set(size, one);
    yield told(`definitions: ${size} items, check and compile`, 'ms', one.times['check']!);
    yield told(`definitions: ${size} items, compile alone`, 'ms', one.times['compile']!);
    yield told(`definitions: ${size} items, prove`, 's', one.times['prove']! / 1000);
    yield told(`definitions: ${size} items, peak memory`, 'MB', one.peak);
  }
  // Sixteen times as many pairs.
  yield atMost(6, 'definitions: prove, 40 items against 10', 'times', all.get(40)!.times['prove']! / all.get(10)!.times['prove']!);
}
