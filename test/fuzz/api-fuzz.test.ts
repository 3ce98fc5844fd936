import { Agent, type IncomingHttpHeaders, request as open } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openApiDocument } from '../../client/api/client/openapi-document.ts';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { upload } from '../../client/api/test-support/uploads.ts';
import { COMMANDS } from '../../workflows/case/command-table.ts';
import { type Caller, type ServingSystem, startServingSystem } from '../support/serving-system.ts';
import { type Components, type JsonSchema, misfits } from './json-schema.ts';
import { type FuzzedRequest, type Operation, requestsTo } from './requests.ts';

/** Requests an operation. `FUZZ_RUNS=1000` looks for longer, `PROPERTY_SEED=new` elsewhere. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 24);
const CALLERS = ['nobody', 'citizen', 'clerk-1', 'reviewer-market-regulation-1', 'manager-1', 'auditor-1'] as const;

interface Described extends Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>>;
}
interface Answered { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

const document = openApiDocument() as { readonly components: { readonly schemas: Components }; readonly paths: Readonly<Record<string, Readonly<Record<string, Pick<Operation, 'parameters'> & Pick<Described, 'responses'> & { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> } }>>>> };
const components = document.components.schemas;
const operations: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters = [], responses, requestBody }]) => ({
  method: method.toUpperCase(), path, parameters, responses, body: requestBody?.content['application/json']?.schema ?? null,
})));

const carriedOut = new Set<Described>();
const agent = new Agent({ keepAlive: true });
let system: ServingSystem;
let callers: Readonly<Record<(typeof CALLERS)[number], Readonly<Record<string, string>>>>;
let known: Record<string, readonly unknown[]>;

beforeAll(async () => {
  system = await startServingSystem({ limits: { perMinute: 10_000_000 } });
  const citizen = await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
  const clerk = await system.as('clerk-1');
  const { body: { caseNo } } = await clerk.post<{ caseNo: string }>('/cases', RECEIPT);
  const file = await upload(system, citizen, Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'));
  const documents = await clerk.get<{ number: string }[]>(`/cases/${caseNo}/documents`);
  const tasks = await clerk.get<{ id: string; item: string }[]>(`/cases/${caseNo}/tasks`);
  const cases = await clerk.get<{ next: string | null }>('/cases?size=1');
  known = {
    caseNo: [caseNo], case: [caseNo], number: documents.body.map(({ number }) => number), code: ['open-restaurant'], hash: [system.plans[0]!.hash], clock: ['examination', 'constructor'], complaint: ['1'],
    id: [file.body.id, '1', 'draft-1'], region: ['371302', '3713'], service: ['open-restaurant'], department: ['health', 'market-regulation'], role: ['reviewer', 'approver'], person: ['clerk-1'], to: ['reviewer-market-regulation-2', 'clerk-2'],
    taskId: tasks.body.map(({ id }) => id), item: tasks.body.map((one) => one.item), do: Object.keys(COMMANDS), after: [cases.body.next ?? 'x'], idNumber: [APPLICANT.idNumber], applicant: [APPLICANT], form: [RECEIPT.form], Receipt: [RECEIPT], OnlineApplication: [RECEIPT],
    Command: [...tasks.body.map((one) => ({ do: 'examine', with: { item: one.item, answer: 'complete' } })), { do: 'complain', with: { text: '进度太慢。' } }],
  };
  const headers = async (who: Caller) => ({ cookie: who.cookie, 'x-csrf-token': (await who.get<{ csrf: string }>('/me')).body.csrf });
  callers = Object.fromEntries(await Promise.all(CALLERS.map(async (one) => [one, one === 'nobody' ? {} : await headers(one === 'citizen' ? citizen : await system.as(one))]))) as typeof callers;
}, 120_000);
afterAll(async () => {
  agent.destroy();
  await system?.end();
});

describe('whatever is asked, by whomever', () => {
  it('is asked of the operations that the system says it has', async () => {
    expect((await system.anybody.get('/openapi.json')).body).toEqual(JSON.parse(JSON.stringify(document)));
    expect(operations.length).toBeGreaterThan(60);
  });

  it.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', async (_, operation) => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...CALLERS), requestsTo(operation, components, known), async (who, request) => {
      const answer = await ask({ ...request, headers: { ...callers[who], ...request.headers } });
      if (answer.status < 300) carriedOut.add(operation);
      expect({ ...answer, wrong: wrongWith(operation, answer) }).toEqual({ ...answer, wrong: [] });
    }), { numRuns: RUNS, interruptAfterTimeLimit: 50_000, endOnFailure: true });
  });

  it('is not only turned away at the door: most operations were carried out', () => {
    expect(carriedOut.size).toBeGreaterThan(operations.length * 0.7);
  });
});

describe('what once failed inside', () => {
  const asked = async (method: string, path: string, body: string | null, type = 'application/json') => {
    const { status, body: answer } = await ask({ method, path, body, headers: { ...callers['clerk-1'], ...(body === null ? {} : { 'content-type': type }) } });
    return [status, (JSON.parse(answer || '{}') as { readonly code?: string }).code];
  };

  it('is refused: a body that says it is no JSON', async () => {
    expect(await asked('PUT', '/api/v1/drafts/a', '{"service":"x","body":{}}', 'application/xml')).toEqual([415, 'request.mediaType']);
  });

  it.each([
    ['a NUL in a body', 'PUT', '/api/v1/drafts/a', '{"service":"x","body":{"a":"b\\u0000"}}'],
    ['a NUL in a name', 'PUT', '/api/v1/drafts/a', '{"service":"x","body":{"\\u0000":1}}'], ['half a character', 'PUT', '/api/v1/drafts/a', '{"service":"x","body":{"a":"\\ud800"}}'],
    ['a hundred thousand levels', 'PUT', '/api/v1/drafts/a', `{"service":"x","body":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
  ])('is refused: %s', async (_, method, path, body) => {
    expect(await asked(method, path, body)).toEqual([422, 'request.unsound']);
  });

  it.each(['/api/v1/services/%00', '/api/v1/people?department=a%00b'])('is refused: a NUL in the address %s', async (path) => {
    expect(await asked('GET', path, null)).toEqual([422, 'request.unsound']);
  });

  it('is taken: a backslash before u0000, and an unusual character', async () => {
    expect(await asked('PUT', '/api/v1/drafts/a', '{"service":"x","body":{"a":"C:\\\\u0000","b":"\\ud83d\\udca5𠮷"}}')).toEqual([204, undefined]);
  });
});

/** What is wrong with an answer: nothing fails inside, a refusal says why, and everything else is as it is described. */
function wrongWith({ path, responses }: Described, { status, headers, body }: Answered): readonly string[] {
  const type = headers['content-type'] ?? '';
  if (status === 416 || (status === 206 && path.endsWith('/files/{id}'))) return [];
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return [`a refusal of type ${type}`];
    const problem = JSON.parse(body) as { readonly code?: string; readonly status?: number };
    return [
      ...(status >= 500 && status !== 503 && status !== 504 ? ['it failed inside'] : []), ...misfits(problem, { $ref: '#/components/schemas/Problem' }, components),
      ...misfits(problem, { type: 'object', required: ['requestId'] }, components), ...(problem.status === status ? [] : ['another status inside']), ...(/^[a-z]\w*\.\w+$/i.test(problem.code ?? '') ? [] : ['a code that is none']),
    ];
  }
  const described = responses[status];
  if (!described) return [`${status} is not described`];
  if (!described.content) return body === '' ? [] : ['a body that is not described'];
  const [expected, schema] = Object.entries(described.content)[0]!;
  if (expected === 'application/json') return type.startsWith(expected) ? misfits(JSON.parse(body), schema.schema, components) : [`of type ${type}`];
  return [];
}

/** Sends it as it is: `fetch` would mend paths. Of a stream without an end, only how it begins is read. */
function ask({ method, path, headers, body }: FuzzedRequest): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = open(system.url, { method, path, headers: { ...headers, ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, agent }, (answer) => {
      const { statusCode: status = 0, headers: got } = answer;
      if (got['content-type']?.startsWith('text/event-stream')) {
        answer.destroy();
        resolve({ status, headers: got, body: '' });
      } else text(answer).then((read) => resolve({ status, headers: got, body: read }), reject);
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}
