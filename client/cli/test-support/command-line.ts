import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..');
const WORKER = join(CLI, '..', '..', 'workers', 'main.ts');

/** What a command line came to. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandLine {
  /** Runs `onething` with these words. @throws when it shows a stack trace: nothing that a person types may lead to one */
  run(...words: readonly string[]): Promise<Ran>;
  /** Runs it with `--json`, which must succeed, and reads what it prints. */
  json<T>(...words: readonly string[]): Promise<T>;
}

/** The command line of one data folder, each run a process of its own. `npx`: through the file that `npx onething` starts. */
export function commandLine(home: string, { npx = false } = {}): CommandLine {
  const run = async (...words: readonly string[]): Promise<Ran> => {
    const child = spawn(process.execPath, [join(CLI, npx ? 'onething.mjs' : 'main.ts'), ...words], { env: environment(home), stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = [collect(child.stdout), collect(child.stderr)];
    const [code] = (await once(child, 'close')) as [number | null];
    if (code === 70 || /^\s+at .+:\d+:\d+\)?$/m.test(out() + err())) throw new Error(`onething ${words.join(' ')} broke:\n${out()}${err()}`);
    return { code, out: out(), err: err() };
  };
  return {
    run,
    async json<T>(...words: readonly string[]) {
      const { code, out, err } = await run(...words, '--json');
      if (code !== 0) throw new Error(`onething ${words.join(' ')} ended with ${code}:\n${out}${err}`);
      return JSON.parse(out) as T;
    },
  };
}

export interface RunningChild {
  /** @returns the exit code */
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

/** What `npm start` runs, as a process of its own; there when it says so. */
export async function startSystem(home: string): Promise<RunningChild> {
  const child: ChildProcess = spawn(process.execPath, [WORKER], { env: environment(home), stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const said = [collect(child.stdout!), collect(child.stderr!)];
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => said[0]!().includes('The system runs') && resolve());
    void exited.then(([code]) => reject(new Error(`the system ended with ${code}:\n${said.map((text) => text()).join('')}`)));
  });
  return {
    async stop(signal) {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}

/** Compiled once for all runs: nearly half of what a run costs. */
function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, ONETHING_HOME: home, SAMPLES: 'no', PORT: '0', NODE_COMPILE_CACHE: join(tmpdir(), 'onething-compiled') };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}
