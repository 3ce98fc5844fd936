import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EICAR, startClamd } from '../../store/files/test-support/clamd-server.ts';
import { docx, pdf, PNG, zip } from '../../store/files/test-support/sample-files.ts';
import { type Caller, type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { pdfText } from '../documents/test-support/pdf-text.ts';
import type { SeenCase } from './schemas/seen-case.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import { download, pour, upload, type UploadedFile } from './test-support/uploads.ts';

const MB = 2 ** 20;

let folder: string;
let scanner: Awaited<ReturnType<typeof startClamd>>;
let system: ServingSystem;
let clerk: Caller;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-api-files-'));
  scanner = await startClamd();
  system = await startServingSystem({ env: { FILES_FOLDER: folder, CLAMD_ADDRESS: scanner.address } });
  clerk = await system.as('clerk-1');
}, 120_000);
afterAll(async () => {
  await system?.end();
  await scanner?.end();
  await rm(folder, { recursive: true, force: true });
});

interface Refused { readonly code: string; readonly status: number; readonly text: { zh: string; en: string } }

/** What lies in the storage: kept, and arriving. */
async function kept(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of buffers that somebody still holds, in this process, which serves and sends. */
function held(): number {
  // The second one ends what the first has begun.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const reference = ({ id, sha256, size, type }: UploadedFile) => ({ id, sha256, size, type });
const material = (code: string, ...files: UploadedFile[]) => ({ material: code, form: 'file', files: files.map(reference) });

describe('a file', () => {
  it('comes back as it went in, under a name that is safe to save', async () => {
    const content = await pdf('as it went in');
    const { status, body } = await upload(system, clerk, content, { name: '../../C:\\evil\\租赁 "合同".html', type: 'text/html' });
    expect([status, body]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: content.length, type: 'application/pdf', name: '租赁 _合同_.html.pdf', scan: 'clean' }]);
    const back = await download(system, clerk, body.id);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-length': String(content.length), 'content-disposition': `attachment; filename="__ ____.html.pdf"; filename*=UTF-8''${encodeURIComponent('租赁 _合同_.html.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', etag: `"${body.sha256}"`,
    });
  });

  it('is shown in the browser only when it is a page or a picture', async () => {
    const [page, picture, text] = [await upload(system, clerk, await pdf()), await upload(system, clerk, PNG), await upload(system, clerk, docx())];
    const way = async ({ body }: typeof page, query = '?inline=1') => (await download(system, clerk, body.id + query)).headers.get('content-disposition')!.split(';')[0];
    expect([await way(page), await way(picture), await way(text), await way(page, '')]).toEqual(['inline', 'inline', 'attachment', 'attachment']);
  });

  it('is given out in parts', async () => {
    const content = await pdf('in parts');
    const { id, sha256 } = (await upload(system, clerk, content)).body;
    const part = async (range: string, headers = {}) => {
      const answer = await download(system, clerk, id, { range, ...headers });
      return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).toString('latin1')];
    };
    const { length } = content;
    expect(await part('bytes=0-4')).toEqual([206, `bytes 0-4/${length}`, '%PDF-']);
    expect(await part('bytes=-6')).toEqual([206, `bytes ${length - 6}-${length - 1}/${length}`, content.toString('latin1', length - 6)]);
    expect(await part(`bytes=${length - 2}-`)).toEqual([206, `bytes ${length - 2}-${length - 1}/${length}`, content.toString('latin1', length - 2)]);
    expect(await part(`bytes=5-${length * 2}`, { 'if-range': `"${sha256}"` })).toEqual([206, `bytes 5-${length - 1}/${length}`, content.toString('latin1', 5)]);
    expect(await part('bytes=0-4', { 'if-range': '"another"' })).toEqual([200, null, content.toString('latin1')]);
    expect(await part(`bytes=${length}-`)).toEqual([416, `bytes */${length}`, '']);
    for (const unknown of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=4-2']) expect(await part(unknown)).toEqual([200, null, content.toString('latin1')]);
  });
});

describe('an upload', () => {
  let before: string[];
  beforeEach(async () => {
    before = await kept();
  });

  it('needs somebody who has signed in, and his page’s word', async () => {
    const bare = (headers: Record<string, string>) => fetch(`${system.url}/api/v1/files`, { method: 'POST', body: PNG, headers }).then(async (answer) => [answer.status, ((await answer.json()) as Refused).code]);
    expect(await bare({})).toEqual([401, 'identity.needed']);
    expect(await bare({ cookie: clerk.cookie })).toEqual([403, 'identity.csrf']);
    expect(await kept()).toEqual(before);
  });

  it.each([
    ['a page that is called a PDF', 'file.markup', '<!DOCTYPE html><script>alert(document.cookie)</script>'],
    ['a picture that is also a page', 'file.twoKinds', Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')])],
    ['a drawing that runs scripts', 'file.markup', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'file.program', Buffer.from('MZ\x90\0\x03')],
    ['an archive', 'file.archive', zip({ 'a.pdf': '%PDF-' })],
    ['nothing', 'file.empty', ''],
  ])('of %s is refused, in both languages, and not kept', async (_, code, content) => {
    const { status, headers, body } = await upload<Refused>(system, clerk, Buffer.from(content));
    expect([body.code, body.status, headers.get('content-type')]).toEqual([code, status, expect.stringContaining('application/problem+json')]);
    expect(status).toBeGreaterThanOrEqual(415);
    expect(body.text).toEqual({ zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/^[A-Z]/) });
    expect(await kept()).toEqual(before);
  });

  it('of something infected is refused and not kept', async () => {
    const { status, body } = await upload<Refused>(system, clerk, Buffer.concat([await pdf(), Buffer.from(EICAR)]));
    expect([status, body.code]).toEqual([422, 'file.infected']);
    expect(await kept()).toEqual(before);
    const { rows } = (await (await system.as('auditor-1')).get<{ rows: object[] }>('/audit/accesses?person=clerk-1')).body;
    expect(rows[0]).toMatchObject({ action: 'POST /api/v1/files', outcome: 'refused', code: 'file.infected', caseNo: null });
  });

  it('of 45 MB, in as many pieces as it takes, never lies in memory', async () => {
    const before = held();
    let most = 0;
    const { status } = await pour(system, clerk, await pdf('large'), 45 * MB, (sent) => {
      if (sent % (5 * MB) < 65_536) most = Math.max(most, held() - before);
    });
    expect(status).toBe(201);
    // What was let go of a moment ago may still be counted; the whole would be more.
    expect(most).toBeLessThan(25 * MB);
    expect(scanner.scanned.at(-1)).toBeGreaterThan(45 * MB - 1);
  }, 120_000);

  it('over the limit is refused, at once when it says so, else at the limit, and nothing stays', async () => {
    const told = await upload<Refused>(system, clerk, Buffer.concat([await pdf(), Buffer.alloc(60 * MB)]));
    expect([told.status, told.body.code, told.body.text.en]).toEqual([413, 'file.tooLarge', expect.stringContaining('50 MB')]);
    const { status, code, sent } = await pour(system, clerk, await pdf(), 60 * MB);
    expect([status, code]).toEqual([413, 'file.tooLarge']);
    expect(sent).toBeGreaterThan(50 * MB);
    expect(await kept()).toEqual(before);
    expect((await upload(system, clerk, await pdf('after that'))).status).toBe(201);
  }, 120_000);

  it('that breaks off leaves nothing', async () => {
    const aborting = new AbortController();
    const content = await pdf('half');
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(content),
      // Half of it lies there: now the browser is closed.
      async pull() {
        while ((await kept()).length === before.length) await new Promise((resolve) => setImmediate(resolve));
        aborting.abort();
      },
    });
    await expect(upload(system, clerk, half, { signal: aborting.signal })).rejects.toThrow(/abort/i);
    while ((await kept()).length > before.length) await new Promise((resolve) => setImmediate(resolve));
    expect(await kept()).toEqual(before);
  });

  it('of what is there already keeps it once', async () => {
    const content = await pdf('twice');
    const [one, other] = await Promise.all([upload(system, clerk, content), upload(system, await system.as('clerk-2'), content)]);
    expect(one.body.sha256).toBe(other.body.sha256);
    expect(one.body.id).not.toBe(other.body.id);
    expect((await kept()).length).toBe(before.length + 1);
  });
});

describe('who may have a file', () => {
  const citizen = { name: APPLICANT.name, idNumber: APPLICANT.idNumber };
  const statusFor = async (person: Parameters<ServingSystem['as']>[0], id: string) => (await download(system, await system.as(person), id)).status;

  it('is who uploaded it, as long as no case refers to it', async () => {
    const { id } = (await upload(system, await system.as(citizen), await pdf('a draft’s'))).body;
    expect(await statusFor(citizen, id)).toBe(200);
    for (const other of ['clerk-1', 'manager-1', 'auditor-1', { name: '李明', idNumber: '371302198505050011' }]) expect([other, await statusFor(other, id)]).toEqual([other, 404]);
    expect((await system.anybody.get<Refused>(`/files/${id}`)).status).toBe(401);
    expect((await clerk.get<Refused>(`/files/${id}`)).body.code).toBe('file.unknown');
    expect((await clerk.get<Refused>('/files/..%2f..%2fetc%2fpasswd')).body.code).toBe('file.unknown');
  });

  it('is then who the case shows its material to, and each is on record', async () => {
    const [plan, staff] = [(await upload(system, clerk, await pdf('the floor plan'))).body, (await upload(system, clerk, await pdf('the staff'))).body];
    const { status, body } = await clerk.post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: [material('floor-plan', plan), material('staff-list', staff)] });
    expect(status).toBe(201);
    // Floor plan: market regulation. List of staff: market regulation and health.
    const seen = async (person: Parameters<ServingSystem['as']>[0]) => [await statusFor(person, plan.id), await statusFor(person, staff.id)];
    expect(await seen('reviewer-market-regulation-1')).toEqual([200, 200]);
    expect(await seen('reviewer-health-1')).toEqual([404, 200]);
    expect(await seen('reviewer-water-1')).toEqual([404, 404]);
    expect(await seen('manager-1')).toEqual([404, 404]);
    expect(await seen('auditor-1')).toEqual([404, 404]);
    expect(await seen('clerk-2')).toEqual([200, 200]);
    expect(await seen(citizen)).toEqual([200, 200]);
    expect(await seen({ name: '李明', idNumber: '371302198505050011' })).toEqual([404, 404]);
    const { rows } = (await (await system.as('auditor-1')).get<{ rows: { person: string; outcome: string; action: string }[] }>(`/audit/accesses?case=${body.caseNo}`)).body;
    const downloads = rows.filter((row) => row.action === 'GET /api/v1/files/:id').map((row) => `${row.person} ${row.outcome}`).reverse();
    expect(downloads).toEqual([
      'reviewer-market-regulation-1 read', 'reviewer-market-regulation-1 read', 'reviewer-health-1 refused', 'reviewer-health-1 read', 'reviewer-water-1 refused', 'reviewer-water-1 refused',
      'manager-1 refused', 'manager-1 refused', 'auditor-1 refused', 'auditor-1 refused', 'clerk-2 read', 'clerk-2 read', '371302198505050011 refused', '371302198505050011 refused',
    ]);
  });

  it('of an agent’s power of attorney is the window, both of them and the departments that decide', async () => {
    const agent = { name: '王芳', idNumber: '371302198806060020' };
    const caller = await system.as(agent);
    const paper = (await upload(system, caller, await pdf('the power of attorney'), { name: '授权委托书.pdf' })).body;
    const apply = (powerOfAttorney: string, files?: readonly unknown[]) => caller.post<Refused & { caseNo: string; places: readonly { path: string }[] }>('/applications', { ...RECEIPT, agent: { ...agent, powerOfAttorney, ...(files ? { powerOfAttorneyFiles: files } : {}) } });
    // Neither named nor handed in.
    expect((await apply('')).body).toMatchObject({ code: 'request.invalid', places: [{ path: 'json.agent.powerOfAttorney' }] });
    const own = (await upload(system, clerk, await pdf('the clerk’s'))).body;
    expect((await apply('', [reference(own)])).body.code).toBe('file.notYours');
    const { status, body: { caseNo } } = await apply('', [reference(paper)]);
    expect(status).toBe(201);
    expect(await Promise.all(['clerk-1', agent, citizen].map((person) => statusFor(person, paper.id)))).toEqual([200, 200, 200]);
    await clerk.command(caseNo, 'answerPreReview', { ready: true });
    const departments = ['reviewer-market-regulation-1', 'approver-market-regulation-1', 'reviewer-health-1'];
    expect(await Promise.all(departments.map((person) => statusFor(person, paper.id)))).toEqual([200, 200, 200]);
    const others = ['reviewer-water-1', 'manager-1', 'government-head', 'auditor-1', { name: '李明', idNumber: '371302198505050011' }];
    expect(await Promise.all(others.map((person) => statusFor(person, paper.id)))).toEqual(others.map(() => 404));
    const seen = async (person: string) => (await (await system.as(person)).get<SeenCase>(`/cases/${caseNo}`)).body;
    expect((await seen('reviewer-health-1')).agent).toEqual({ name: '王芳', idNumber: expect.stringContaining('*'), powerOfAttorney: '', powerOfAttorneyFiles: [reference(paper)] });
    expect((await seen('manager-1')).agent).toBeNull();
    // The receipt says what entitles him.
    const receipt = (await seen('clerk-1')).documents.find(({ kind }) => kind === 'receipt')!;
    const printed = await fetch(`${system.url}/api/v1/documents/${encodeURIComponent(receipt.number)}/pdf`, { headers: { cookie: clerk.cookie } });
    expect((await pdfText(Buffer.from(await printed.arrayBuffer()))).text).toMatch(/授权委托书\s*电子文件\s*1\s*份/);
    // It belongs to this case.
    expect((await apply('', [reference(paper)])).body.code).toBe('file.ofOtherCase');
  });

  it('of a power of attorney at the window is also named there: a clerk writes down what he has seen', async () => {
    const agent = { name: '王芳', idNumber: '371302198806060020' };
    const scan = (await upload(system, clerk, await pdf('a scan of it'))).body;
    const receive = (given: object) => clerk.post<Refused & { caseNo: string; places: readonly { path: string }[] }>('/cases', { ...RECEIPT, agent: { ...agent, ...given } });
    expect((await receive({ powerOfAttorney: ' ', powerOfAttorneyFiles: [reference(scan)] })).body).toMatchObject({ code: 'request.invalid', places: [{ path: 'json.agent.powerOfAttorney' }] });
    expect((await receive({ powerOfAttorney: '委托书二号' })).status).toBe(201);
    const { body: { caseNo } } = await receive({ powerOfAttorney: '委托书二号', powerOfAttorneyFiles: [reference(scan)] });
    expect((await (await system.as('reviewer-market-regulation-1')).get<SeenCase>(`/cases/${caseNo}`)).body.agent).toMatchObject({ powerOfAttorney: '委托书二号', powerOfAttorneyFiles: [{ id: scan.id }] });
    expect(await statusFor(agent, scan.id)).toBe(200);
  });

  it('is nobody, once its content is found infected', async () => {
    const { id, sha256 } = (await upload(system, clerk, await pdf('found later'))).body;
    await system.store.db.updateTable('file').set({ scan: 'infected' }).where('sha256', '=', sha256).execute();
    expect((await clerk.get<Refused>(`/files/${id}`)).body.code).toBe('file.infected');
  });
});

describe('a receipt, and a command', () => {
  it('refer to files of who gives them, as they are', async () => {
    const other = (await upload(system, await system.as('clerk-2'), await pdf('another’s'))).body;
    const own = (await upload(system, clerk, await pdf('one’s own'))).body;
    const receive = async (file: UploadedFile) => (await clerk.post<Refused>('/cases', { ...RECEIPT, materials: [material('floor-plan', file)] })).body.code;
    expect(await receive(other)).toBe('file.notYours');
    expect(await receive({ ...own, id: '00000000-0000-4000-8000-000000000000' })).toBe('file.unknown');
    expect(await receive({ ...own, sha256: other.sha256 })).toBe('file.differs');
    const { caseNo } = (await clerk.post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: [material('floor-plan', own)] })).body;
    const onTheSpot = (file: UploadedFile) => clerk.command<Refused>(caseNo, 'correctOnSpot', { fields: {}, materials: [material('staff-list', file)], note: '当场补交' });
    expect((await onTheSpot(other)).body.code).toBe('file.notYours');
    const added = (await upload(system, clerk, await pdf('added on the spot'))).body;
    expect((await onTheSpot(added)).status).toBe(200);
    expect((await download(system, await system.as('reviewer-health-1'), added.id)).status).toBe(200);
    expect(await receive(added)).toBe('file.ofOtherCase');
  });
});
