import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The command line of a running process, its arguments joined by blanks; null when there is none, or only a zombie.
 * Pids are used again, so a recorded pid proves nothing: a process is ours when its command line names our program and our data.
 */
export function commandLineOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux') return ps(['-o', 'command=', '-p', String(pid)]).trim() || null;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    return null;
  }
}

/** Running processes whose command line matches, this one excepted. */
export function findProcesses(commandLine: RegExp): { pid: number; commandLine: string }[] {
  const all =
    process.platform === 'linux'
      ? readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [{ pid: Number(name), commandLine: commandLineOf(Number(name)) ?? '' }] : []))
      : ps(['-axww', '-o', 'pid=,command=']).split('\n').map((line) => ({ pid: Number.parseInt(line, 10), commandLine: line.trim().replace(/^\d+\s+/, '') }));
  return all.filter((found) => found.pid !== process.pid && commandLine.test(found.commandLine));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another account.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return commandLineOf(pid) !== null;
}

/** Resolves when the process is gone; for processes that are not our children and so send no `exit`. */
export async function goneFor(pid: number, withinMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (const end = performance.now() + withinMs; isAlive(pid); ) {
    if (performance.now() > end) return false;
    await sleep(50, undefined, { ref: withinMs !== Number.POSITIVE_INFINITY });
  }
  return true;
}

/** Awaits an event that does not itself keep Node running, such as the exit of an unreferenced child. */
export async function settled(event: Promise<void>): Promise<void> {
  const keepRunning = setInterval(() => {}, 1_000);
  await event;
  clearInterval(keepRunning);
}

/** Ends a process: each signal gets its time, and the last resort is `SIGKILL`. */
export async function endProcess(pid: number, ...patience: readonly { signal: NodeJS.Signals; ms: number }[]): Promise<void> {
  for (const { signal, ms } of [...patience, { signal: 'SIGKILL' as const, ms: 5_000 }]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await goneFor(pid, ms)) return;
  }
}

function ps(args: readonly string[]): string {
  return execFileSync('ps', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
