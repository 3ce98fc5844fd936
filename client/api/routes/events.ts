import { streamSSE } from 'hono/streaming';
import { type ApiContext, type ApiRequest, newRoutes, signedInOf } from '../api-context.ts';
import { openCase } from './case-access.ts';

/** Between two signs of life. Proxies close what is silent for a minute. ms */
const ALIVE_EVERY = 20_000;
/** An inbox and a board are told of other people's cases: how often at most. ms */
const AT_MOST_EVERY = 1_000;

/**
 * Server-sent events: `moved` says that something may have changed and is to be read again. What changed is not in it, so nobody
 * is told more than he may read. `?case=NO` follows one case; without it everything moves whoever listens, at most once a second.
 */
export function eventRoutes(context: ApiContext) {
  const routes = newRoutes();
  routes.get('/events', async (request) => {
    const asked = request as unknown as ApiRequest;
    signedInOf(asked);
    const only = request.req.query('case');
    // Who may not see the case is refused before the stream begins.
    if (only !== undefined) await openCase(context, asked, only);
    return streamSSE(request, async (stream) => {
      const over = Promise.withResolvers<void>();
      const send = (caseNo: string | null) => void stream.writeSSE({ event: 'moved', data: JSON.stringify({ caseNo }) }).catch(() => over.resolve());
      const quiet = atMost(AT_MOST_EVERY, () => send(null));
      const end = context.moves.listen((caseNo) => {
        if (only === undefined) quiet.tell();
        else if (caseNo === only || caseNo === '*') send(only);
      });
      const alive = setInterval(() => void stream.writeSSE({ event: 'alive', data: '' }).catch(() => over.resolve()), ALIVE_EVERY);
      stream.onAbort(() => over.resolve());
      await stream.writeSSE({ event: 'alive', data: '' });
      await over.promise;
      clearInterval(alive);
      quiet.end();
      end();
    });
  });
  routes.openAPIRegistry.registerPath({
    method: 'get', path: '/events', operationId: 'events', tags: ['events'], summary: 'What has moved, as server-sent events',
    description: '`?case=NO` follows one case, without it everything. An event `moved` means: read again. `alive` comes every twenty seconds.',
    responses: { 200: { description: 'A stream of events.', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
  });
  return routes;
}

/** Tells at once, and then at most once in so many ms. */
function atMost(ms: number, tell: () => void): { tell(): void; end(): void } {
  let waiting: NodeJS.Timeout | undefined;
  let last = 0;
  return {
    tell() {
      if (waiting) return;
      const wait = Math.max(0, last + ms - performance.now());
      waiting = setTimeout(() => {
        waiting = undefined;
        last = performance.now();
        tell();
      }, wait);
    },
    end: () => clearTimeout(waiting),
  };
}
