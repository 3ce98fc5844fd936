import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { ApiLimits } from '../../client/api/api-context.ts';
import { serveSystem } from '../../client/api/serve-system.ts';
import { listen } from '../../client/api/server.ts';
import { caseMoves } from '../../store/access/case-moves.ts';
import { personOf } from '../../client/identity/directory.ts';
import { fileDesk } from '../../store/files/take-file.ts';
import { openSession } from '../../store/access/sessions.ts';
import type { SignedIn } from '../../store/access/signed-in.ts';
import { registerPlan } from '../../store/apply-changes.ts';
import { seedPeople } from '../../store/people.ts';
import { setEmbedded } from '../../store/registry/plan-in-force.ts';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { type LiveOptions, type LiveSystem, startLiveSystem } from './live-system.ts';

/** The whole system with its API on a port of its own. */
export interface ServingSystem extends LiveSystem {
  readonly url: string;
  readonly plans: readonly CasePlan[];
  /** Somebody's requests: of the directory by id, or a citizen by name and number. */
  as(person: string | { readonly name: string; readonly idNumber: string }): Promise<Caller>;
  /** Requests of somebody who has not signed in. */
  readonly anybody: Caller;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Requests with one person's session, as his browser would send them. */
export interface Caller {
  readonly cookie: string;
  get<T = unknown>(path: string): Promise<Answer<T>>;
  send<T = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  command<T = unknown>(caseNo: string, name: string, args: Record<string, unknown>, key?: string): Promise<Answer<T>>;
}

export interface ServingOptions extends LiveOptions {
  readonly services?: readonly string[];
  /** Services that no catalogue has, by the names of their files in `test/scenarios/definitions`. */
  readonly furtherServices?: readonly string[];
  readonly limits?: Partial<ApiLimits>;
  /** Folder of the built console; default: none. */
  readonly console?: string | null;
  readonly env?: NodeJS.ProcessEnv;
  /** Default: errors alone, on the terminal. */
  readonly log?: Logger;
}

const FURTHER = join(import.meta.dirname, '..', 'scenarios', 'definitions');

export async function startServingSystem({ services = ['open-restaurant'], furtherServices = [], simulation = false, database, limits, console: pages = null, env = {}, log = pino({ level: 'error', base: null }, pino.destination(2)) }: ServingOptions = {}): Promise<ServingSystem> {
  const live = await startLiveSystem(services[0], { simulation, ...(database === undefined ? {} : { database }) });
  const folder = await mkdtemp(join(tmpdir(), 'onething-serving-'));
  const plans = await Promise.all([...services.map((service) => fileCatalogue({ service })), ...furtherServices.map((name) => fileCatalogue({ service: '', definition: join(FURTHER, `${name}.yaml`) }))]);
  for (const plan of plans) {
    await registerPlan(live.store.db, plan);
    await setEmbedded(live.store.db, plan);
  }
  await seedPeople(live.store.db, plans);
  const [server, moves] = await Promise.all([listen({ port: 0 }), caseMoves(live.databaseUrl)]);
  const served = await serveSystem({
    client: live.client, folder, server, moves, files: fileDesk({ FILES_FOLDER: join(folder, 'files'), ...env }), console: pages, temporalAnswers: () => live.temporal.workflowService.getSystemInfo({}).then(() => true, () => false),
    log, env, limits: { perMinute: 100_000, ...limits },
  });
  const system: ServingSystem = {
    ...live, plans, url: served.url, anybody: caller(served.url, null),
    async as(person) {
      const signedIn = typeof person === 'string' ? await ofDirectory(live, person) : citizen(person);
      const { token, csrf } = await openSession(live.store.db, signedIn);
      return caller(served.url, { cookie: `onething_session=${token}`, csrf });
    },
    async end() {
      await served.close();
      await moves.close();
      await live.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return system;
}

async function ofDirectory({ store }: LiveSystem, id: string): Promise<SignedIn> {
  const person = await personOf(store.db, id);
  if (!person) throw new Error(`Nobody is called ${id} in the directory.`);
  return person;
}

function citizen({ name, idNumber }: { readonly name: string; readonly idNumber: string }): SignedIn {
  return { id: idNumber, name, role: 'citizen', department: null, region: null, idNumber };
}

function caller(url: string, session: { readonly cookie: string; readonly csrf: string } | null): Caller {
  const ask = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const answer = await fetch(`${url}${path.startsWith('/api') || !path.startsWith('/') || /^\/(health|openapi|metrics|reference|auth)/.test(path) ? path : `/api/v1${path}`}`, {
      method, redirect: 'manual',
      headers: { ...(session ? { cookie: session.cookie, ...(method === 'GET' ? {} : { 'x-csrf-token': session.csrf }) } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
  };
  return {
    cookie: session?.cookie ?? '',
    get: (path) => ask('GET', path),
    send: (method, path, body, headers) => ask(method, path, body, headers),
    post: (path, body, headers) => ask('POST', path, body ?? {}, headers),
    command: (caseNo, name, args, key) => ask('POST', `/cases/${caseNo}/commands`, { do: name, with: args }, key === undefined ? {} : { 'idempotency-key': key }),
  };
}
