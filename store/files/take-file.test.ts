import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Change } from '../../workflows/case/case-change.ts';
import type { SuppliedMaterial } from '../../workflows/case/handed-in.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { saveDraft } from '../access/drafts.ts';
import { applyExport } from '../apply-changes.ts';
import { restaurantCase } from '../test-support/restaurant-case.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { clamd } from './clamd.ts';
import { localFolder } from './local-folder.ts';
import { openFile } from './open-file.ts';
import { removeOrphans } from './remove-orphans.ts';
import { requireFiles } from './require-files.ts';
import { findFile, type StoredFile } from './stored-file.ts';
import { type FileDesk, fileDesk, takeFile } from './take-file.ts';
import { EICAR, startClamd } from './test-support/clamd-server.ts';
import { S3_KEYS, startS3 } from './test-support/s3-server.ts';
import { pdf } from './test-support/sample-files.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
let folder: string;
let desk: FileDesk;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.end());
beforeEach(async () => {
  if (folder) await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'onething-desk-'));
  desk = { storage: localFolder(folder), scanner: null, arriving: join(folder, 'arriving'), maxBytes: 1_000_000 };
  await test.store.db.deleteFrom('file').execute();
  await test.store.db.deleteFrom('draft').execute();
});
afterAll(() => rm(folder, { recursive: true }));

const NOON = Date.UTC(2026, 2, 2, 4);
const HOUR = 3_600_000;

async function* chunks(content: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

function take(content: Buffer, { by = 'li-ming', now = NOON, name = '租赁合同.pdf', at = desk } = {}): Promise<StoredFile> {
  return takeFile(test.store.db, at, chunks(content), { name, by, now });
}

/** All that lies in the folder, the arriving and the kept. */
async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('taking in a file', () => {
  it('keeps its bytes under their hash, and what it is under an id', async () => {
    const content = await pdf();
    const file = await take(content);
    expect(file).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: content.length, type: 'application/pdf', name: '租赁合同.pdf',
      uploadedBy: 'li-ming', uploadedAt: NOON, scan: 'notScanned', caseNo: null,
    });
    expect(await findFile(test.store.db, file.id)).toEqual(file);
    expect((await buffer(await openFile(desk.storage, file))).equals(content)).toBe(true);
    expect(await files()).toEqual([file.sha256.slice(2)]);
  });

  it('keeps the same content once, whoever brings it', async () => {
    const content = await pdf();
    const [one, other] = await Promise.all([take(content), take(content, { by: 'wang-fang', name: '合同副本.pdf' })]);
    expect(one.id).not.toBe(other.id);
    expect(one.sha256).toBe(other.sha256);
    expect(await files()).toHaveLength(1);
  });

  it('stops at the limit, and nothing is left', async () => {
    const [head, taken] = [await pdf(), { bytes: 0 }];
    async function* endless() {
      for (;;) {
        taken.bytes += 65_536;
        yield Buffer.concat([head, randomBytes(65_536 - head.length)]);
      }
    }
    await expect(takeFile(test.store.db, desk, endless(), { name: 'x.pdf', by: 'li-ming', now: NOON })).rejects.toMatchObject({ code: 'file.tooLarge', status: 413 });
    expect(taken.bytes).toBeLessThanOrEqual(desk.maxBytes + 65_536);
    expect(await files()).toEqual([]);
  });

  it('leaves nothing of what breaks off, is empty, or is not taken', async () => {
    async function* broken() {
      yield await pdf();
      throw new Error('aborted');
    }
    await expect(takeFile(test.store.db, desk, broken(), { name: 'x.pdf', by: 'li-ming', now: NOON })).rejects.toMatchObject({ code: 'file.interrupted' });
    await expect(take(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file.empty' });
    await expect(take(Buffer.from('<html><script>alert(1)</script>'))).rejects.toMatchObject({ code: 'file.markup', status: 415 });
    expect(await files()).toEqual([]);
    expect(await test.store.db.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  it('forgets what the storage does not keep', async () => {
    const at = { ...desk, storage: { ...desk.storage, keep: () => Promise.reject(new Error('disk full')) } };
    await expect(take(await pdf(), { at })).rejects.toThrow('disk full');
    expect(await files()).toEqual([]);
    expect(await test.store.db.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  it('ends where somebody has uploaded more than fits any case', async () => {
    const { sha256, id } = await take(await pdf());
    await test.store.db.updateTable('file').set({ size: 2 ** 31 }).where('id', '=', id).execute();
    await expect(take(await pdf('another'))).rejects.toMatchObject({ code: 'file.tooManyWaiting', status: 429 });
    expect((await take(await pdf(), { by: 'wang-fang' })).sha256).toBe(sha256);
  });

  it('ends there also for many that arrive at once', async () => {
    const { id } = await take(await pdf());
    await test.store.db.updateTable('file').set({ size: 2 ** 31 - 1_000 }).where('id', '=', id).execute();
    const contents = await Promise.all(Array.from({ length: 6 }, (_, index) => pdf(`number ${index} ${'x'.repeat(1_500)}`)));
    const ends = await Promise.allSettled(contents.map((content) => take(content)));
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { code: string }).code] : []))).toEqual(Array.from({ length: 5 }, () => 'file.tooManyWaiting'));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('where files are taken in', () => {
  let s3: Awaited<ReturnType<typeof startS3>> | undefined;
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = environment;
    await s3?.end();
  });

  it('is a folder, or a bucket that only ever gets what was checked', async () => {
    s3 = await startS3('materials');
    Object.assign(process.env, S3_KEYS, { AWS_REGION: 'cn-north-1' });
    const at = fileDesk({ FILES_FOLDER: folder, FILES_S3_BUCKET: 'materials', FILES_S3_ENDPOINT: s3.endpoint });
    const content = await pdf();
    await expect(take(Buffer.from('<svg>'), { at })).rejects.toMatchObject({ code: 'file.markup' });
    const file = await take(content, { at });
    expect([...s3.objects.keys()]).toEqual([`${file.sha256.slice(0, 2)}/${file.sha256}`]);
    expect((await buffer(await openFile(at.storage, file))).equals(content)).toBe(true);
    expect(await removeOrphans(test.store.db, at, NOON + 25 * HOUR)).toBe(1);
    expect([s3.objects.size, await files()]).toEqual([0, []]);
  });

  it('is not anywhere that cannot be meant', () => {
    expect(fileDesk({}).maxBytes).toBe(52_428_800);
    expect(() => fileDesk({ FILES_MAX_BYTES: '50 MB' })).toThrow(expect.objectContaining({ code: 'files.limit' }));
    expect(() => fileDesk({ CLAMD_ADDRESS: 'clamav' })).toThrow(expect.objectContaining({ code: 'files.scanner' }));
  });
});

describe('the scanner', () => {
  let daemon: Awaited<ReturnType<typeof startClamd>> | undefined;
  afterEach(() => daemon?.end());

  it('sees all of a file before it is kept; what is infected is not, and taken out of hand wherever it is', async () => {
    daemon = await startClamd();
    const infected = Buffer.concat([await pdf(), Buffer.from(EICAR)]);
    const before = await take(infected);
    const at = { ...desk, scanner: clamd(daemon.address) };
    const clean = await take(await pdf('clean'), { at });
    expect(clean.scan).toBe('clean');
    expect(daemon.scanned).toEqual([clean.size]);
    await expect(take(infected, { at, by: 'wang-fang' })).rejects.toMatchObject({ code: 'file.infected', status: 422 });
    expect(await test.store.db.selectFrom('file').select('id').where('uploaded_by', '=', 'wang-fang').execute()).toEqual([]);
    await expect(openFile(desk.storage, (await findFile(test.store.db, before.id))!)).rejects.toMatchObject({ code: 'file.infected' });
    await expect(requireFiles(test.store.db, { id: 'li-ming' }, [material(before)], { caseNo: null })).rejects.toMatchObject({ code: 'file.infected' });
  });

  it('that does not answer lets nothing in', async () => {
    await expect(take(await pdf(), { at: { ...desk, scanner: clamd('127.0.0.1:1') } })).rejects.toMatchObject({ code: 'file.scannerSilent', status: 503 });
    expect(await files()).toEqual([]);
  });
});

describe('files of a command', () => {
  it('are whole, of who names them, and of this case or none', async () => {
    const { db } = test.store;
    const file = await take(await pdf());
    const asks = (person: string, given: Partial<StoredFile> = {}, caseNo: string | null = null) => requireFiles(db, { id: person }, [material({ ...file, ...given })], { caseNo, now: NOON });
    await asks('li-ming');
    await requireFiles(db, { id: 'li-ming' }, [{ files: [] }], { caseNo: null });
    await expect(asks('wang-fang')).rejects.toMatchObject({ code: 'file.notYours', status: 403 });
    await expect(asks('li-ming', { id: 'f0000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ code: 'file.unknown', status: 404 });
    await expect(asks('li-ming', { sha256: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'file.differs' });
    await expect(asks('li-ming', { size: file.size + 1 })).rejects.toMatchObject({ code: 'file.differs' });
    await expect(asks('li-ming', { type: 'image/png' })).rejects.toMatchObject({ code: 'file.differs', text: { en: expect.stringContaining('another type') } });
  });

  it('belong to the case as soon as its changes are in the store', async () => {
    const { db } = test.store;
    const [lease, other] = [await take(await pdf()), await take(await pdf('not in any case'))];
    const told = await restaurantCase('371302-20260105-0044');
    await db.transaction().execute((tx) => applyExport(tx, withFile(told.exportAfter(1), lease)));
    expect(await findFile(db, lease.id)).toMatchObject({ caseNo: told.caseNo });
    expect(await findFile(db, other.id)).toMatchObject({ caseNo: null });
    await requireFiles(db, { id: 'zhang-wei' }, [material(lease)], { caseNo: told.caseNo });
    await expect(requireFiles(db, { id: 'li-ming' }, [material(lease)], { caseNo: '371302-20260105-0045' })).rejects.toMatchObject({ code: 'file.ofOtherCase', status: 409 });
    await expect(requireFiles(db, { id: 'li-ming' }, [material(lease)], { caseNo: null })).rejects.toMatchObject({ code: 'file.ofOtherCase' });
    expect(await removeOrphans(db, desk, NOON + 25 * HOUR)).toBe(1);
    expect(await files()).toEqual([lease.sha256.slice(2)]);
  });
});

describe('files that no case refers to', () => {
  it('are removed after a day, their bytes when nobody else has the same', async () => {
    const content = await pdf();
    await take(content);
    const later = await take(content, { by: 'wang-fang', now: NOON + 2 * HOUR });
    expect(await removeOrphans(test.store.db, desk, NOON + 23 * HOUR)).toBe(0);
    expect(await removeOrphans(test.store.db, desk, NOON + 25 * HOUR)).toBe(1);
    expect((await buffer(await openFile(desk.storage, later))).equals(content)).toBe(true);
    expect(await removeOrphans(test.store.db, desk, NOON + 27 * HOUR)).toBe(1);
    expect(await files()).toEqual([]);
    await expect(openFile(desk.storage, later)).rejects.toMatchObject({ code: 'file.storageUnavailable' });
  });

  it('stay while a draft has them, or a command just named them', async () => {
    const { db } = test.store;
    const [drafted, named] = [await take(await pdf('drafted')), await take(await pdf('named'))];
    await saveDraft(db, 'li-ming', { id: 'd1', service: 'open-restaurant', body: { materials: { lease: [drafted.id] } } });
    await saveDraft(db, 'wang-fang', { id: 'd1', service: 'open-restaurant', body: { stolen: named.id } });
    await requireFiles(db, { id: 'li-ming' }, [material(named)], { caseNo: null, now: NOON + 20 * HOUR });
    expect(await removeOrphans(db, desk, NOON + 25 * HOUR)).toBe(0);
    expect(await removeOrphans(db, desk, NOON + 45 * HOUR)).toBe(1);
    expect(await findFile(db, drafted.id)).not.toBeNull();
  });

  it('do not go from under the same content that is just coming in', async () => {
    const { db } = test.store;
    const content = await pdf();
    await take(content);
    const now = NOON + 25 * HOUR;
    let fresh: Promise<StoredFile> | undefined;
    // The worst moment: they are about to be removed, nobody having referred to them.
    const remove = async (sha256: string) => {
      let isSettled = false;
      fresh = take(content, { by: 'wang-fang', now });
      void fresh.finally(() => (isSettled = true));
      while (!isSettled && !(await isSomebodyWaiting())) await setImmediate();
      await desk.storage.remove(sha256);
    };
    expect(await removeOrphans(db, { ...desk, storage: { ...desk.storage, remove } }, now)).toBe(1);
    expect((await buffer(await openFile(desk.storage, await fresh!))).equals(content)).toBe(true);
  });

  it('include what a killed process left half arrived', async () => {
    await take(await pdf());
    const [old, young] = [join(desk.arriving, 'old'), join(desk.arriving, 'young')];
    await writeFile(old, 'half');
    await writeFile(young, 'half');
    const now = Date.now();
    await utimes(old, new Date(now - 25 * HOUR), new Date(now - 25 * HOUR));
    await removeOrphans(test.store.db, desk, now);
    expect(await readdir(desk.arriving)).toEqual(['young']);
  });
});

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(test.store.db);
  return rows.length > 0;
}

function material({ id, sha256, size, type }: Pick<StoredFile, 'id' | 'sha256' | 'size' | 'type'>): SuppliedMaterial {
  return { material: 'premises-proof', form: 'file', files: [{ id, sha256, size, type }], suppliedOn: '2026-03-02' as PlainDate };
}

/** The same case, one of its materials being this file. */
function withFile<T extends { readonly changes: readonly Change[] }>(exported: T, { id, sha256, size, type }: StoredFile): T {
  const changes = exported.changes.map((change) => (!('materials' in change) ? change : { ...change, materials: change.materials.map((one, index) => (index > 0 ? one : { ...one, form: 'file' as const, files: [{ id, sha256, size, type }] })) }));
  return { ...exported, changes };
}
