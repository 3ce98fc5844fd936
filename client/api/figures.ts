import type { Database } from '../../store/open-store.ts';

/** Figures of many days change slowly. ms */
const KEPT_MS = 15_000;
/** More are never asked for at once by people; what is forgotten is counted again. */
const MOST = 500;

const kept = new WeakMap<Database, Map<string, { readonly until: number; readonly figures: Promise<unknown> }>>();

/**
 * Figures that take long to count are counted once for everybody who asks for the same within a quarter of a minute, and once for
 * those who ask while they are counted. What was counted before a failure is not kept.
 * @param key what is counted, with everything it is narrowed by: whoever has the same key may see the same figures
 */
export function countedOnce<T>(db: Database, key: string, count: () => Promise<T>, now: number = Date.now()): Promise<T> {
  const known = kept.get(db) ?? new Map<string, { until: number; figures: Promise<unknown> }>();
  kept.set(db, known);
  const found = known.get(key);
  if (found && found.until > now) return found.figures as Promise<T>;
  if (known.size >= MOST) known.clear();
  const figures = count();
  known.set(key, { until: now + KEPT_MS, figures });
  figures.catch(() => known.delete(key));
  return figures;
}
