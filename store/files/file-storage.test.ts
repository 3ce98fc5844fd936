import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileStorage } from './file-storage.ts';
import { localFolder } from './local-folder.ts';
import { s3Bucket } from './s3-bucket.ts';
import { S3_KEYS, startS3 } from './test-support/s3-server.ts';

let folder: string;
let s3: Awaited<ReturnType<typeof startS3>>;
const environment = { ...process.env };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-files-'));
  s3 = await startS3('materials');
  Object.assign(process.env, S3_KEYS, { AWS_REGION: 'cn-north-1' });
});
afterAll(async () => {
  process.env = environment;
  await s3.end();
  await rm(folder, { recursive: true });
});

const KINDS: readonly [string, () => FileStorage][] = [
  ['a folder', () => localFolder(join(folder, 'kept'))],
  ['a bucket', () => s3Bucket({ bucket: 'materials', endpoint: s3.endpoint })],
];

async function arrived(bytes: Buffer): Promise<{ path: string; sha256: string; size: number }> {
  const path = join(folder, randomBytes(8).toString('hex'));
  await writeFile(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

describe.each(KINDS)('%s as file storage', (_, open) => {
  it('gives back what it keeps, whole or in part', async () => {
    const storage = open();
    const bytes = randomBytes(300_000);
    const { path, ...content } = await arrived(bytes);
    expect(await storage.open(content.sha256)).toBeNull();
    await storage.keep(path, content);
    expect((await buffer((await storage.open(content.sha256))!)).equals(bytes)).toBe(true);
    expect((await buffer((await storage.open(content.sha256, { from: 1_000, to: 1_999 }))!)).equals(bytes.subarray(1_000, 2_000))).toBe(true);
  });

  it('keeps the same content once, and can do without it', async () => {
    const storage = open();
    const bytes = randomBytes(1_000);
    const [one, other] = [await arrived(bytes), await arrived(bytes)];
    await storage.keep(one.path, one);
    await storage.keep(other.path, other);
    await storage.remove(one.sha256);
    await storage.remove(one.sha256);
    expect(await storage.open(one.sha256)).toBeNull();
  });
});

describe('a folder', () => {
  it('is for this account alone, and puts right what a fault left of a file', async () => {
    const place = join(folder, 'mended');
    const bytes = randomBytes(500);
    const { sha256, size, path } = await arrived(bytes);
    await localFolder(place).keep(path, { sha256, size });
    const kept = join(place, sha256.slice(0, 2), sha256.slice(2));
    expect((await stat(join(place, sha256.slice(0, 2)))).mode & 0o777).toBe(0o700);
    await writeFile(kept, bytes.subarray(0, 10));
    await localFolder(place).keep((await arrived(bytes)).path, { sha256, size });
    expect((await buffer((await localFolder(place).open(sha256))!)).equals(bytes)).toBe(true);
    expect(await readdir(join(place, sha256.slice(0, 2)))).toHaveLength(1);
  });
});

describe('a bucket', () => {
  it('is asked for by path, and sent the same content once', async () => {
    const { path, sha256, size } = await arrived(randomBytes(2_000));
    const storage = s3Bucket({ bucket: 'materials', endpoint: s3.endpoint });
    await storage.keep(path, { sha256, size });
    await storage.keep(path, { sha256, size });
    expect(s3.requests.filter((request) => request.startsWith(`PUT /materials/${sha256.slice(0, 2)}/${sha256}`))).toHaveLength(1);
  });

  it('takes no other bytes than those that were hashed', async () => {
    const { path, size } = await arrived(randomBytes(2_000));
    const { sha256 } = await arrived(randomBytes(2_000));
    await expect(s3Bucket({ bucket: 'materials', endpoint: s3.endpoint }).keep(path, { sha256, size })).rejects.toMatchObject({ code: 'file.storageUnavailable' });
    expect(s3.objects.has(`${sha256.slice(0, 2)}/${sha256}`)).toBe(false);
  });

  it('that is not there, takes no such key or does not answer is said to be unavailable, not empty', async () => {
    const { sha256 } = await arrived(randomBytes(10));
    await expect(s3Bucket({ bucket: 'others', endpoint: s3.endpoint }).open(sha256)).rejects.toMatchObject({ code: 'file.storageUnavailable', status: 503 });
    await expect(s3Bucket({ bucket: 'materials', endpoint: 'http://127.0.0.1:1' }).open(sha256)).rejects.toMatchObject({ code: 'file.storageUnavailable' });
    process.env['AWS_SECRET_ACCESS_KEY'] = 'another';
    await expect(s3Bucket({ bucket: 'materials', endpoint: s3.endpoint }).open(sha256)).rejects.toMatchObject({ code: 'file.storageUnavailable' });
  });
});
