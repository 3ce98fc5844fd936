import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a file as a process of its own and returns what it prints last, read as JSON. */
export async function inOwnProcess(file: string, options: { node?: readonly string[]; arguments?: readonly string[] } = {}): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [...(options.node ?? []), file, ...(options.arguments ?? [])]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
