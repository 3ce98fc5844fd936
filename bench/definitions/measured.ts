import { inOwnProcess } from '../own-process.ts';

/** What one process took for its work, the program's own start not counted in the times, but in the memory. */
export interface Measured {
  /** Milliseconds by what was done. */
  readonly times: Readonly<Record<string, number>>;
  /** Most memory that the process held at once, in MB. */
  readonly peak: number;
}

/** In a file that measures itself: `if (import.meta.main) report({ check: timed(() => …) })`. */
export function report(times: Readonly<Record<string, number>>): void {
  console.log(JSON.stringify({ times, peak: process.resourceUsage().maxRSS / 1024 } satisfies Measured));
}

export function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** The same in this process’s own time on the processor, which does not grow when others use the machine too. */
export function timedOnProcessor(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** Runs such a file in a process of its own. `memory` in MB is all that its heap may take. */
export async function measured(file: string, argument: string, { memory }: { memory?: number } = {}): Promise<Measured> {
  return (await inOwnProcess(file, { arguments: [argument], ...(memory === undefined ? {} : { node: [`--max-old-space-size=${memory}`] }) })) as Measured;
}
