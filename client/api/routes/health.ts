import { createRoute, z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { bearerOf } from '../../identity/bearer-token.ts';
import { isSameSecret } from '../../identity/csrf.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes } from '../api-context.ts';
import type { Metrics } from '../metrics.ts';
import { isLocal } from '../middleware/address.ts';
import { ApiProblem } from '../problem.ts';
import { json, PROBLEMS } from '../schemas/common.ts';

const Health = z.object({ status: z.literal('ok'), parts: z.record(z.string(), z.boolean()) }).openapi('Health');

/** For whoever keeps it running: is it alive, is it ready, how is it doing. No sign-in, and nothing of any case. */
export function healthRoutes(context: ApiContext, metrics: Metrics) {
  const routes = newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/health/live', operationId: 'isAlive', tags: ['health'], summary: 'Whether the process is alive', responses: { 200: json(Health, 'It is.') },
    }), (request) => request.json({ status: 'ok' as const, parts: {} }, 200))
    .openapi(createRoute({
      method: 'get', path: '/health/ready', operationId: 'isReady', tags: ['health'], summary: 'Whether Temporal and the store answer', responses: { 200: json(Health, 'Both do.'), ...PROBLEMS },
    }), async (request) => {
      const [store, temporal] = await Promise.all([inTime(sql`select 1`.execute(dbOf(context))), inTime(context.temporalAnswers())]);
      const silent = Object.entries({ store, temporal }).filter(([, answers]) => !answers).map(([name]) => name);
      if (silent.length > 0) throw new ApiProblem('server.notReady', { parts: silent.join(', ') });
      return request.json({ status: 'ok' as const, parts: { store, temporal } }, 200);
    });
  routes.get('/metrics', async (request) => {
    if (!mayMeasure(context, request)) throw new ApiProblem('metrics.notYours');
    return request.text(await metrics.text(), 200, { 'Content-Type': metrics.contentType });
  });
  return routes;
}

/** Somebody on this machine, or who has the token. */
function mayMeasure({ metricsToken }: ApiContext, request: ApiRequest): boolean {
  const token = bearerOf(request.req.raw);
  return token !== null && metricsToken !== undefined ? isSameSecret(metricsToken, token) : isLocal(request);
}

/** Whether something answers within two seconds, and does not say no. */
async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), 2_000)));
  return Promise.race([work.then((answer) => answer !== false, () => false), late]).finally(() => clearTimeout(timer));
}
