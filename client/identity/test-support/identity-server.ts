import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Database } from '../../../store/open-store.ts';
import { requireCsrf } from '../csrf.ts';
import { type Identity, openIdentity } from '../identity.ts';
import { IdentityError } from '../identity-error.ts';
import { Browser } from './browser.ts';

export interface IdentityServer {
  readonly url: string;
  readonly folder: string;
  readonly identity: Identity;
  close(): Promise<void>;
}

/**
 * A server as small as can be that asks who is there: `GET /me` tells, `POST /change` wants the session's token, and every other
 * address is a page. On a port of its own; `public` is the host name that people type.
 */
export async function startIdentityServer(db: Database, { env = {}, folder, host = '127.0.0.1' }: { env?: NodeJS.ProcessEnv; folder?: string; host?: string } = {}): Promise<IdentityServer> {
  const kept = folder ?? await mkdtemp(join(tmpdir(), 'onething-identity-'));
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const identity = await openIdentity({ db, publicUrl: url, folder: kept, env });
  const listener = getRequestListener(smallApp(identity).fetch);
  server.on('request', (request, response) => {
    if (identity.provider && request.url?.startsWith('/identity/')) identity.provider(request, response);
    else void listener(request, response);
  });
  return {
    url, folder: kept, identity,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await identity.close();
      if (folder === undefined) await rm(kept, { recursive: true, force: true });
    },
  };
}

function smallApp(identity: Identity): Hono {
  const app = new Hono();
  app.onError((error, request) => {
    if (!(error instanceof IdentityError)) throw error;
    return request.json({ code: error.code, text: error.text }, error.status as 401);
  });
  app.route('/auth', identity.routes);
  app.get('/me', async (request) => request.json(await identity.authenticate(request.req.raw)));
  app.post('/change', async (request) => {
    const authenticated = await identity.authenticate(request.req.raw);
    if (!authenticated) return request.json({ code: 'identity.needed' }, 401);
    requireCsrf(authenticated, request.req.raw);
    return request.json({ changed: true });
  });
  app.get('*', (request) => request.text(`page ${request.req.path}`));
  return app;
}

/** Signs somebody in by the development provider's page. */
export async function signIn({ url }: Pick<IdentityServer, 'url'>, person: string, { browser = new Browser(), returnTo }: { browser?: Browser; returnTo?: string } = {}): Promise<Browser> {
  await browser.go(`${url}/auth/login${returnTo === undefined ? '' : `?${new URLSearchParams({ return_to: returnTo })}`}`);
  await browser.submit(browser.address, { person });
  return browser;
}

export async function me({ url }: Pick<IdentityServer, 'url'>, browser: Browser): Promise<{ signedIn: { id: string; role: string; idNumber: string | null; department: string | null; name: string }; csrf: string } | null> {
  return (await browser.once(`${url}/me`)).json() as never;
}
