import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

const FILES: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' };

/** A page to read and try the API with, from files of our own: nothing is fetched from elsewhere. */
export function referenceRoutes(): Hono {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const routes = new Hono();
  routes.get('/reference', (request) => request.html(PAGE));
  routes.get('/reference/:file', async (request) => {
    const file = request.req.param('file');
    if (file === 'start.js') return request.body(START, 200, { 'Content-Type': 'text/javascript' });
    const type = Object.hasOwn(FILES, file) ? FILES[file]! : null;
    if (type === null) return request.notFound();
    return request.body(new Uint8Array(await readFile(join(folder, file))), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' });
  });
  return routes;
}

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>onething · API</title>
<link rel="stylesheet" href="/reference/swagger-ui.css"></head>
<body><main id="reference"></main><script src="/reference/swagger-ui-bundle.js"></script><script src="/reference/start.js"></script></body></html>`;

/** Requests tried out here carry the session's token against forged requests, as the console's do. */
const START = `
let csrf = null;
fetch('/api/v1/me').then((answer) => answer.ok ? answer.json() : null).then((me) => { csrf = me && me.csrf; });
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, filter: true, requestInterceptor: (request) => {
  if (csrf && !['GET', 'HEAD'].includes(request.method)) request.headers['X-CSRF-Token'] = csrf;
  return request;
} });
`;
