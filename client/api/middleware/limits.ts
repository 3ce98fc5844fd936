import { getConnInfo } from '@hono/node-server/conninfo';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnv, ApiLimits } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';

export const LIMITS: ApiLimits = { body: 1_000_000, perMinute: 600, time: 40_000 };
/** Codes are guessed, and a name says nothing: who has not signed in may ask for less. */
const UNKNOWN_SHARE = 10;

/** JSON bodies have a size. Files come in by a route of their own. */
export function bodySize({ body }: Pick<ApiLimits, 'body'>) {
  const limit = bodyLimit({ maxSize: body, onError: () => { throw new ApiProblem('request.tooLarge', { bytes: String(body) }); } });
  return createMiddleware<ApiEnv>(async (request, next) => (request.req.path.endsWith('/files') ? next() : limit(request, next)));
}

/** So many requests a minute, of a person or of an address. */
export function requestRate({ perMinute }: Pick<ApiLimits, 'perMinute'>) {
  const persons = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const addresses = new RateLimiterMemory({ points: Math.max(1, Math.round(perMinute / UNKNOWN_SHARE)), duration: 60 });
  return createMiddleware<ApiEnv>(async (request, next) => {
    const { signedIn } = request.var;
    try {
      await (signedIn ? persons.consume(signedIn.id) : addresses.consume(getConnInfo(request).remote.address ?? 'unknown'));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = String(Math.ceil(error.msBeforeNext / 1000));
      request.header('Retry-After', seconds);
      throw new ApiProblem('request.tooMany', { seconds });
    }
    await next();
  });
}

/** No request waits for ever; a stream of events is no answer that is waited for. */
export function answerTime({ time }: Pick<ApiLimits, 'time'>) {
  return createMiddleware<ApiEnv>(async (request, next) => {
    if (/\/(events|files)(\/|$)/.test(request.req.path)) return next();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ApiProblem('request.timeout')), time);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  });
}
