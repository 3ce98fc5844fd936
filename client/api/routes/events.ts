import { streamSSE } from 'hono/streaming';
import { IdentityError } from '../../identity/identity-error.ts';
import { type ApiContext, newRoutes, signedInOf } from '../api-context.ts';
import { LIMITS } from '../middleware/limits.ts';
import { ApiProblem } from '../problem.ts';
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
  const { streams: most, streamCheck } = { ...LIMITS, ...context.limits };
  const open = new Map<string, number>();
  const opened = (person: string, by: 1 | -1) => {
    const now = (open.get(person) ?? 0) + by;
    if (now > 0) open.set(person, now);
    else open.delete(person);
  };
  routes.get('/events', async (request) => {
    const asked = request;
    const { id: person } = signedInOf(asked);
    const only = request.req.query('case');
    // Who may not see the case is refused before the stream begins.
    if (only !== undefined) await openCase(context, asked, only);
    if ((open.get(person) ?? 0) >= most) throw new ApiProblem('events.tooMany', { most: String(most) });
    opened(person, 1);
    return streamSSE(request, async (stream) => {
      const over = Promise.withResolvers<void>();
      const send = (caseNo: string | null) => void stream.writeSSE({ event: 'moved', data: JSON.stringify({ caseNo }) }).catch(() => over.resolve());
      const quiet = atMost(AT_MOST_EVERY, () => send(null));
      const end = context.moves.listen((caseNo) => {
        if (only === undefined) quiet.tell();
        else if (caseNo === only || caseNo === '*') send(only);
      });
      const alive = setInterval(() => void stream.writeSSE({ event: 'alive', data: '' }).catch(() => over.resolve()), ALIVE_EVERY);
      const check = setInterval(() => void isStillSignedIn(context, request.req.raw, person).then((is) => is || over.resolve()), streamCheck);
      stream.onAbort(() => over.resolve());
      if (stream.aborted) over.resolve();
      await stream.writeSSE({ event: 'alive', data: '' }).catch(() => over.resolve());
      await over.promise;
      opened(person, -1);
      clearInterval(alive);
      clearInterval(check);
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

/** A store that does not answer just now signs nobody out. */
async function isStillSignedIn({ identity }: ApiContext, request: Request, person: string): Promise<boolean> {
  try {
    return (await identity.authenticate(request))?.signedIn.id === person;
  } catch (error) {
    return !(error instanceof IdentityError && error.status < 500);
  }
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
