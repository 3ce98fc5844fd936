import { setTimeout as pause } from 'node:timers/promises';
import type { CaseClient } from '../client/case-client.ts';
import { channelsFromEnvironment } from '../client/notifications/channels-from-environment.ts';
import { runDispatcher } from '../client/notifications/dispatcher.ts';
import type { CaseMoves } from '../store/access/case-moves.ts';
import { removeOrphans } from '../store/files/remove-orphans.ts';
import type { FileDesk } from '../store/files/take-file.ts';
import { periodsFrom } from '../store/pruning/periods.ts';
import { prune } from '../store/pruning/prune.ts';

/** How often commands that were left behind are looked for. */
const RECONCILE_EVERY_MS = 5_000;
/** How often uploads that nobody used are cleared away, and what was kept long enough. */
const CLEAR_EVERY_MS = 3_600_000;

export interface Background {
  /** Nothing new is begun; what is under way comes to its end. */
  stop(): Promise<void>;
}

/** What goes on beside the worker: commands left behind are finished, people are told, unused uploads and what was kept long enough are cleared away. @throws StoreError `keep.period` */
export function startBackground({ client, moves, files, publicUrl }: { readonly client: CaseClient; readonly moves: CaseMoves; readonly files: FileDesk; readonly publicUrl: string }): Background {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { db } = client.store;
  const periods = periodsFrom(process.env);
  const work = [
    every(RECONCILE_EVERY_MS, 'reconciler', () => client.reconcile(), signal),
    every(CLEAR_EVERY_MS, 'files', () => removeOrphans(db, files), signal),
    every(CLEAR_EVERY_MS, 'pruning', () => prune(db, periods), signal),
    runDispatcher({ db, channels: channelsFromEnvironment(process.env, publicUrl), moves, signal, onTrouble: (error) => say('notifications', error) }),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(work);
    },
  };
}

async function every(ms: number, name: string, work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      // Temporal or the store is away; it comes back, and nothing was lost meanwhile.
      say(name, error);
    }
    await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}

function say(name: string, error: unknown): void {
  console.error(`${name}:`, error instanceof Error ? error.message : error);
}
