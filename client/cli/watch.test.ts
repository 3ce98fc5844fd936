import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');

it('check --watch looks again when a file is saved, however the editor does it, and ends with Ctrl-C', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onething-watch-'));
  const file = join(folder, 'service.yaml');
  await copyFile(join(ROOT, 'definitions/catalogue/child-born.yaml'), file);
  const child = spawn(process.execPath, [join(ROOT, 'client/cli/main.ts'), 'check', '--watch', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); heard.forEach((look) => look()); });
  const until = (what: string) => new Promise<void>((resolve) => {
    const look = () => { if (said.includes(what)) resolve(); };
    heard.push(look);
    look();
  });
  try {
    await until('OK, ');
    const good = await readFile(file, 'utf8');
    // In place, as some editors save.
    await writeFile(file, good.replace('department: police', 'department: polise'));
    await until('department.unknown');
    // A new file put in its place, as others do.
    said = '';
    await writeFile(join(folder, 'service.yaml~'), good);
    await rename(join(folder, 'service.yaml~'), file);
    await until('OK, ');
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
