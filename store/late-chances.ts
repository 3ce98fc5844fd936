import type { Database } from './open-store.ts';

export interface Forecast {
  /** When it was made. ms */
  readonly at: number;
  readonly seed: number;
  /** Futures that were played. */
  readonly runs: number;
  /** By case number, 0 to 1. */
  readonly chances: ReadonlyMap<string, number>;
}

const BATCH = 1000;

/** Keeps a forecast in place of the one before. Whoever reads meanwhile sees the old one or the new one, never a mixture. */
export async function keepForecast(db: Database, { at, seed, runs, chances }: Forecast): Promise<void> {
  const rows = [...chances].map(([caseNo, chance]) => ({ case_no: caseNo, chance, at, seed, runs }));
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('late_chance').execute();
    for (let from = 0; from < rows.length; from += BATCH) {
      await tx.insertInto('late_chance').values(rows.slice(from, from + BATCH)).onConflict((conflict) => conflict.column('case_no').doUpdateSet((excluded) => ({
        chance: excluded.ref('excluded.chance'), at: excluded.ref('excluded.at'), seed: excluded.ref('excluded.seed'), runs: excluded.ref('excluded.runs'),
      }))).execute();
    }
  });
}
