import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { OperatorError } from '../../store/embedded/operator-message.ts';
import type { Identity } from '../identity/identity.ts';
import { CONTENT, createApi } from './api.ts';
import type { ApiContext, ApiEnv } from './api-context.ts';
import { addressRate, LIMITS } from './middleware/limits.ts';
import { problemOf } from './problem.ts';

export interface ServedApi {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly context: ApiContext;
  readonly identity: Pick<Identity, 'routes' | 'provider'>;
  /** Folder of the console as it is built, as soon as it is there; null: only the API is served. */
  readonly console: Promise<string> | string | null;
  readonly server: HttpServer;
}

/** A port that is ours already, before anything is known that needs its address. */
export interface HttpServer {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

/** How long an open answer may still take when the server is closed. ms */
const GRACE_MS = 3_000;

/** Takes a port. 0: any that is free. @throws OperatorError `port.taken` */
export async function listen({ port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string }): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 30_000, keepAliveTimeout: 65_000 }, starting);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new OperatorError('port.taken', {
      zh: `端口 ${port} 不可用（${error.code}）。请设置 PORT 换一个端口，例如 PORT=8081 npm start。`, en: `Port ${port} cannot be had (${error.code}). Choose another one with PORT, as in PORT=8081 npm start.`,
    }) : error));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server, port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Serves everything on one port: the API, signing in, the development identity provider, the console. */
export function serveApi({ context, identity, console: folder, server: { server, port, close } }: ServeOptions): ServedApi {
  const [api, signIn, pages] = [createApi(context), signInOf(context, identity), pagesOf(folder)];
  const answer = getRequestListener((request, env) => {
    const { pathname } = new URL(request.url);
    const part = OF_SIGN_IN.test(pathname) ? signIn : OF_THE_API.test(pathname) ? api : pages;
    return part.fetch(request, env);
  });
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (identity.provider && OF_THE_PROVIDER.test(request.url ?? '')) identity.provider(request, response);
    else void answer(request, response);
  });
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Signing in asks the provider and the store: nobody does so without end. */
function signInOf(context: ApiContext, { routes }: Pick<Identity, 'routes'>): Hono<ApiEnv> {
  const signIn = new Hono<ApiEnv>();
  signIn.onError((error, request) => {
    const found = problemOf(error);
    if (!found) throw error;
    return request.json(found, found.status, { 'Content-Type': 'application/problem+json' });
  });
  return signIn.use(addressRate({ ...LIMITS, ...context.limits }, context)).route('/auth', routes);
}

const OF_SIGN_IN = /^\/auth(\/|$)/;
const OF_THE_API = /^\/(api|health)\/|^\/(openapi\.json|metrics|reference)(\/|$)/;
const OF_THE_PROVIDER = /^\/identity(\/|$)/;

/** The console's files, and for every other address its one page, which knows what to show there. */
function pagesOf(built: Promise<string> | string | null): Hono {
  const pages = new Hono();
  pages.use(secureHeaders({ contentSecurityPolicy: CONTENT, referrerPolicy: 'same-origin', xFrameOptions: 'DENY' }));
  pages.get('*', async (request) => {
    const folder = await Promise.resolve(built).catch(() => null);
    if (folder === null) return request.notFound();
    const asked = decoded(request.req.path);
    if (asked === null) return request.notFound();
    const path = normalize(asked);
    const file = join(folder, path);
    const isFile = file.startsWith(folder + sep) && extname(file) !== '';
    const packed = isFile && /\bgzip\b/.test(request.req.header('Accept-Encoding') ?? '') ? await readFile(`${file}.gz`).catch(() => null) : null;
    const bytes = packed ?? (isFile ? await readFile(file).catch(() => null) : null);
    if (bytes) {
      // Everything but the page itself has its content's hash in its name.
      const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return request.body(new Uint8Array(bytes), 200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': cache, Vary: 'Accept-Encoding', ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
    }
    if (path.startsWith('/assets/')) return request.notFound();
    return request.body(new Uint8Array(await readFile(join(folder, 'index.html'))), 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  });
  return pages;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json', '.map': 'application/json',
};

/** An address as it is meant; null: it means nothing. */
function decoded(path: string): string | null {
  try {
    const meant = decodeURIComponent(path);
    return meant.includes('\0') ? null : meant;
  } catch {
    return null;
  }
}

/** Until everything is up. */
function starting(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' }).end('正在启动…… Starting…\n');
}
