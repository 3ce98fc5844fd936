import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { clamd } from './clamd.ts';
import { EICAR, startClamd } from './test-support/clamd-server.ts';

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ended.splice(0).map((end) => end()));
});

async function started(options: Parameters<typeof startClamd>[0] = {}): ReturnType<typeof startClamd> {
  const server = await startClamd(options);
  ended.push(server.end);
  return server;
}

const bytes = (...parts: (string | Buffer)[]) => Readable.from(parts.map((part) => Buffer.from(part)));

describe('ClamAV’s daemon', () => {
  it('finds nothing in what is clean, having seen all of it', async () => {
    const { address, scanned } = await started();
    expect(await clamd(address).scan(bytes(Buffer.alloc(70_000), 'end'))).toBeNull();
    expect(scanned).toEqual([70_003]);
  });

  it('names what it finds, wherever the chunks are cut', async () => {
    const { address } = await started();
    expect(await clamd(address).scan(bytes('before', EICAR.slice(0, 20), EICAR.slice(20), 'after'))).toBe('Eicar-Test-Signature');
  });

  it('is reached over a Unix socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onething-clamd-'));
    ended.push(() => rm(folder, { recursive: true, force: true }));
    const { address } = await started({ listen: join(folder, 'clamd.ctl') });
    expect(await clamd(address).scan(bytes(EICAR))).toBe('Eicar-Test-Signature');
  });

  it('that takes no more says so, although the rest was never sent', async () => {
    const { address } = await started({ limit: 100_000 });
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536);
    }
    await expect(clamd(address).scan(Readable.from(endless()))).rejects.toMatchObject({ code: 'file.scannerLimit', status: 503 });
  });

  it('that is not there, says nothing or hangs up has looked at nothing', async () => {
    await expect(clamd('127.0.0.1:1').scan(bytes('x'))).rejects.toMatchObject({ code: 'file.scannerSilent' });
    const silent = await started({ silent: true });
    await expect(clamd(silent.address, 50).scan(bytes('x'))).rejects.toMatchObject({ code: 'file.scannerSilent' });
    const hangsUp = await started({ silent: true });
    const asked = clamd(hangsUp.address).scan(Readable.from((async function* () {
      yield Buffer.from('x');
      await hangsUp.end();
    })()));
    await expect(asked).rejects.toMatchObject({ code: 'file.scannerSilent' });
  });

  it('is addressed by host and port, or by a path', () => {
    expect(() => clamd('clamav')).toThrow(/CLAMD_ADDRESS/);
    expect(() => clamd('[::1]:3310')).not.toThrow();
  });
});
