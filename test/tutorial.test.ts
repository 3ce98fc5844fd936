import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningChild, startSystem } from '../client/cli/test-support/command-line.ts';

const ROOT = join(import.meta.dirname, '..');

/** A fenced block: a file to write, or commands with what they print. */
type Step = { readonly file: string; readonly content: string } | { readonly command: string; readonly prints: string };

const text = await readFile(join(ROOT, 'docs', 'tutorial.md'), 'utf8');
const steps = [...text.matchAll(/^```(console|yaml (\S+))\n([^]*?)^```$/gm)].flatMap(([, kind, file, content = '']): Step[] =>
  (kind !== 'console' ? [{ file: file!, content }]
    : [...content.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command = '', prints = '']) => ({ command, prints }))));

let folder: string;
let system: RunningChild | undefined;
/** The number of the case that the tutorial calls CASE. */
let caseNo: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-tutorial-'));
  await mkdir(join(folder, 'bin'));
  // What `npx onething` starts in a checkout.
  await writeFile(join(folder, 'bin', 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(ROOT, 'client/cli/main.ts')}' "$@"\n`);
  await chmod(join(folder, 'bin', 'npx'), 0o755);
});
afterAll(async () => {
  await system?.stop('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as somebody would who works in the folder. A command that watches is stopped when it has printed what it should. */
async function shell(command: string, enough: RegExp | null): Promise<string> {
  const child = spawn('sh', ['-c', `exec 2>&1; ${command}`], {
    cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, ONETHING_HOME: join(folder, 'home'), NODE_COMPILE_CACHE: join(tmpdir(), 'onething-compiled') },
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (enough?.test(out)) process.kill(-child.pid!, 'SIGINT');
  });
  await once(child, 'close');
  return out;
}

/** `…` is anything; everything else is as it stands. */
function asPrinted(prints: string): RegExp {
  const literal = prints.replaceAll('CASE', caseNo ?? 'CASE').trimEnd().split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${literal.join('[^]*?')}\\s*$`);
}

describe('the tutorial', () => {
  it('has steps', () => {
    expect(steps.length).toBeGreaterThan(20);
  });

  it.each(steps.map((step) => ({ name: 'file' in step ? `writes ${step.file}` : step.command, step })))('$name', async ({ step }) => {
    if ('file' in step) return writeFile(join(folder, step.file), step.content);
    if (step.command === 'npm start') {
      system = await startSystem(join(folder, 'home'));
      return;
    }
    const command = step.command.replaceAll('CASE', caseNo ?? 'CASE');
    const watches = command.includes('--watch');
    const out = await shell(command, watches ? asPrinted(`${step.prints.trimEnd()}…`) : null);
    expect(out).toMatch(asPrinted(step.prints));
    caseNo ??= /^✔ (\d{6}-\d{8}-\d{4}): /m.exec(out)?.[1];
  }, 120_000);
});
