import { setTimeout as pause } from 'node:timers/promises';
import { findRunningSystem, type SystemParts } from '../../workers/running-system.ts';

/** Waits through starts, kills and restarts until the system of a folder answers. */
export async function untilRunning(folder: string, withinMs = 60_000): Promise<SystemParts> {
  for (const end = performance.now() + withinMs; ; await pause(100)) {
    const found = await findRunningSystem(folder);
    if (found.state === 'running') return found.parts;
    if (performance.now() > end) throw new Error(`the system in ${folder} is ${found.state}`);
  }
}
