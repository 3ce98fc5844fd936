import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { ApiContext, ApiEnv } from '../api-context.ts';
import type { Metrics } from '../metrics.ts';

/** Every request has a number, which its answer, its log lines and its audit entries carry; and is measured. */
export function surroundings({ log }: Pick<ApiContext, 'log'>, metrics: Metrics) {
  return createMiddleware<ApiEnv>(async (request, next) => {
    const given = request.req.header('X-Request-Id');
    const requestId = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    const began = performance.now();
    request.set('requestId', requestId);
    request.set('log', log.child({ requestId }));
    request.set('signedIn', null);
    request.set('csrf', null);
    request.header('X-Request-Id', requestId);
    await next();
    const seconds = (performance.now() - began) / 1000;
    const route = routePath(request, -1);
    metrics.observe({ method: request.req.method, route, status: request.res.status, seconds });
    // The route, never the address or a body: those hold what a log should not.
    const by = request.var.signedIn;
    request.var.log.info({ method: request.req.method, route, status: request.res.status, ms: Math.round(seconds * 1000), person: by?.role === 'citizen' ? 'citizen' : by?.id }, 'request');
  });
}
