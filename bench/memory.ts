import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { atMost, type Figure, told } from './figure.ts';
import { inOwnProcess } from './own-process.ts';

const WARM_UP = 20;
const CASES = 200;

/**
 * What an idle case costs a worker that keeps it in its cache: 200 cases are received and left alone. `heap` is what lives in
 * the thread that runs workflows, where a heap snapshot collects all garbage first. `process` is the growth of the whole
 * process, and has the client's garbage and the SDK's native part in it; in a run of its own, as snapshots take memory.
 */
export async function* benchMemory(): AsyncGenerator<Figure> {
  const grown = async (of: keyof typeof MEASURES) => (await inOwnProcess(import.meta.filename, { node: ['--expose-gc'], arguments: [of] })) as number;
  yield atMost(500, 'memory: a cached workflow, live heap', 'KB', await grown('heap'));
  yield told('memory: a cached workflow, growth of the whole process', 'KB', await grown('process'));
}

const MEASURES = { heap: liveHeap, process: async () => process.memoryUsage.rss() } as const;

if (import.meta.main) console.log(await grownByCases(MEASURES[process.argv[2] as keyof typeof MEASURES]));

async function grownByCases(measure: (threads: readonly Worker[]) => Promise<number>): Promise<number> {
  const threads: Worker[] = [];
  subscribe('worker_threads', (message) => threads.push((message as { worker: Worker }).worker));
  const { withServers } = await import('./servers.ts');
  const { withOurSide } = await import('./sides.ts');
  const settled = async () => {
    // Let the last activations end first.
    await pause(1_000);
    globalThis.gc?.();
    return measure(threads);
  };
  return withServers((servers) => withOurSide(servers, async (side) => {
    for (let n = 0; n < WARM_UP; n += 1) await side.receive();
    const before = await settled();
    await Promise.all(Array.from({ length: 8 }, async (_, worker) => {
      for (let n = worker; n < CASES; n += 8) await side.receive();
    }));
    return ((await settled()) - before) / CASES / 1024;
  }));
}

async function liveHeap(threads: readonly Worker[]): Promise<number> {
  let heap = 0;
  // Threads that have ended have no id any more: webpack's, when the bundle had to be built.
  for (const thread of threads.filter(({ threadId }) => threadId !== -1)) {
    for await (const _ of await thread.getHeapSnapshot()) continue;
    heap += (await thread.getHeapStatistics()).used_heap_size;
  }
  return heap;
}
