import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { consoleBundle } from './build.ts';

/** Bytes, compressed: what a first visit may load before something can be seen. */
const FIRST_LOAD = 350 * 1024;

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'onething-console-'));
});
afterAll(() => rm(cache, { recursive: true }));

describe('the built console', () => {
  it('is built once per content, also when two ask at the same time', async () => {
    const [one, other] = await Promise.all([consoleBundle({ folder: cache }), consoleBundle({ folder: cache })]);
    expect(other).toBe(one);
    const { mtimeMs } = await stat(join(one, 'index.html'));
    expect(await consoleBundle({ folder: cache })).toBe(one);
    expect((await stat(join(one, 'index.html'))).mtimeMs).toBe(mtimeMs);
    expect(await readdir(cache)).toHaveLength(1);
  }, 180_000);

  it('shows something before more than 350 KB have come, and leaves charts for later', async () => {
    const folder = await consoleBundle({ folder: cache });
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name!);
    const sizes = await Promise.all(first.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
    expect(first.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD);
    expect(first.filter((name) => name.includes('charts'))).toEqual([]);
  });
});
