import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tryLock, withLock } from './folder-lock.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'onething-lock-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('folder lock', () => {
  it('is held by one at a time', () => {
    const lock = tryLock(join(folder, 'one'));
    expect(lock).not.toBeNull();
    expect(tryLock(join(folder, 'one'))).toBeNull();
    lock?.release();
    const next = tryLock(join(folder, 'one'));
    expect(next).not.toBeNull();
    next?.release();
  });

  it('is given back when its holder is killed', async () => {
    const path = join(folder, 'killed');
    const script = `import { tryLock } from './store/embedded/folder-lock.ts'; console.log(tryLock(${JSON.stringify(path)}) !== null); setInterval(() => {}, 1000)`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [said] = (await once(holder.stdout, 'data')) as [Buffer];
      expect(said.toString().trim()).toBe('true');
      expect(tryLock(path)).toBeNull();
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    const lock = tryLock(path);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('lets those who wait in one after the other', async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(join(folder, 'queue'), async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 10));
        inside--;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
  });
});
