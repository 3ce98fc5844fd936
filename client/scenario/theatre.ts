import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { createFreshDatabase } from '../../store/embedded/fresh-database.ts';
import { startTemporaryPostgres } from '../../store/embedded-postgres.ts';
import { openStore } from '../../store/open-store.ts';
import type { KeyRing } from '../../workers/payload-codec.ts';
import { onStage, type Stage } from './stage.ts';

/** Has something played on a stage of its own. */
export type OnOwnStage = <T>(work: (stage: Stage) => Promise<T>) => Promise<T>;

/** A PostgreSQL of its own for some stories, gone without a trace afterwards; each story gets its own stage on it. */
export async function withTheatre<T>(keys: KeyRing, work: (onOwnStage: OnOwnStage) => Promise<T>): Promise<T> {
  const theatre = await openTheatre(keys);
  try {
    return await work(theatre.onOwnStage);
  } finally {
    await theatre.close();
  }
}

/** The same, for who opens and closes at different places. */
export async function openTheatre(keys: KeyRing): Promise<{ onOwnStage: OnOwnStage; close(): Promise<void> }> {
  const postgres = await startTemporaryPostgres();
  const database = await createFreshDatabase(postgres.url);
  const store = await openStore(database.url);
  const decrees = loadDecrees();
  return {
    onOwnStage: (work) => onStage({ store, keys, decrees }, work),
    async close() {
      await store.close();
      await postgres.stop();
    },
  };
}
