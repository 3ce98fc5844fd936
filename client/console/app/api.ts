import { Api, HttpClient } from '../../api/client/generated.ts';
import { notOurs, ProblemError, type Problem, unreachable } from './problem-error.ts';

const BASE = '/api/v1';

/** The API as its OpenAPI document describes it, by operation: `api.cases.getCase(caseNo)`. @throws ProblemError */
export const api = new Api(new HttpClient({ baseUrl: '', customFetch: answered }));

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Reads what `api` has no words for, and lists whose filters may be empty. What is null or undefined in `query` is left out. @throws ProblemError */
export function get<T>(path: string, query: Query = {}): Promise<T> {
  return request<T>('GET', path, { query });
}

/** What an unsafe request needs besides its body. */
export interface Sending {
  readonly body?: unknown;
  /** The session's, from `useMe()`; `useSend` and `useCommand` put it in. */
  readonly csrf: string;
  /** Commands, receipts and applications: the same key again has no second effect. */
  readonly idempotencyKey?: string;
}

/** Changes something. Components use `useSend` or `useCommand`, which know the session. @throws ProblemError */
export function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, { body, csrf, idempotencyKey }: Sending): Promise<T> {
  return request<T>(method, path, { body, headers: { 'X-CSRF-Token': csrf, ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }) } });
}

/** Address of something that the browser fetches itself: a PDF, a picture, an export. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null || value === '' ? [] : [[name, String(value)]]));
  return `${BASE}${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
}

async function request<T>(method: string, path: string, { query = {}, body, headers = {} }: { query?: Query; body?: unknown; headers?: Record<string, string> }): Promise<T> {
  const raw = body instanceof Blob;
  const answer = await answered(addressOf(path, query), {
    method,
    headers: { Accept: 'application/json', ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  if (answer.status === 204) return undefined as T;
  if (!(answer.headers.get('Content-Type') ?? '').includes('json')) throw notOurs(answer.status);
  return (await answer.json()) as T;
}

/** `fetch`, but what is not a good answer is thrown. @throws ProblemError */
async function answered(...request: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...request).catch(() => Promise.reject(unreachable()));
  if (answer.ok) return answer;
  const isProblem = (answer.headers.get('Content-Type') ?? '').includes('problem+json');
  throw isProblem ? new ProblemError((await answer.json()) as Problem) : notOurs(answer.status);
}
