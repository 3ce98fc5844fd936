import { startTemporaryPostgres } from '../embedded-postgres.ts';
import { openStore, type Store } from '../open-store.ts';

/** A store of its own, in a PostgreSQL of its own: test files run at the same time, and one shared server would end with the first. */
export async function openTestStore(options: { connections?: number } = {}): Promise<{ store: Store; url: string; end(): Promise<void> }> {
  const postgres = await startTemporaryPostgres();
  const store = await openStore(postgres.url, options);
  return {
    store, url: postgres.url,
    async end() {
      await store.close();
      await postgres.stop();
    },
  };
}
