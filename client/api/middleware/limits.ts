import { createHash } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { bearerOf } from '../../identity/bearer-token.ts';
import { sessionTokenOf } from '../../identity/cookies.ts';
import type { ApiContext, ApiEnv, ApiLimits, ApiRequest } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { addressOf } from './address.ts';

export const LIMITS: ApiLimits = { body: 1_000_000, perMinute: 600, time: 40_000, streams: 20, streamCheck: 60_000 };
/** Codes are guessed, and a name says nothing: who has not signed in may ask for less. */
const UNKNOWN_SHARE = 10;
/** So many sessions and tokens are remembered as good ones. */
const MOST_KNOWN = 20_000;

const UPLOAD = 'POST /api/v1/files';
const DOWNLOAD_OR_STREAM = /^GET \/api\/v1\/(events|files\/[^/]+)$/;
const asked = ({ req }: ApiRequest) => `${req.method} ${req.path}`;

/** JSON bodies have a size. Files come in by a route of their own. */
export function bodySize({ body }: Pick<ApiLimits, 'body'>) {
  const limit = bodyLimit({ maxSize: body, onError: () => { throw new ApiProblem('request.tooLarge', { bytes: String(body) }); } });
  return createMiddleware<ApiEnv>(async (request, next) => (asked(request) === UPLOAD ? next() : limit(request, next)));
}

/**
 * So many requests a minute: of an address while nobody has shown who he is, be it with a session or a token that is no good; of a
 * person from then on. `before` stands before the question who asks, `after` behind it.
 */
export function requestRate({ perMinute }: Pick<ApiLimits, 'perMinute'>, context: Pick<ApiContext, 'trustedProxy'>) {
  // A known session is looked up more often than its person may ask, so that the log says whose it is that is refused.
  const [addresses, credentials, persons] = [perMinuteOf(perMinute / UNKNOWN_SHARE), perMinuteOf(2 * perMinute), perMinuteOf(perMinute)];
  const known = new Set<string>();
  return {
    before: createMiddleware<ApiEnv>(async (request, next) => {
      const credential = credentialOf(request);
      const isKnown = credential !== null && known.has(credential);
      await (isKnown ? take(request, credentials, credential) : take(request, addresses, addressOf(request, context)));
      await next();
    }),
    after: createMiddleware<ApiEnv>(async (request, next) => {
      const { signedIn } = request.var;
      const credential = credentialOf(request);
      if (signedIn && credential !== null) {
        // Who many people share an address with is not held back by them.
        if (!known.has(credential)) await addresses.reward(addressOf(request, context), 1);
        known.add(credential);
        if (known.size > MOST_KNOWN) known.delete(known.values().next().value!);
        await take(request, persons, signedIn.id);
      } else if (credential !== null) known.delete(credential);
      await next();
    }),
  };
}

/** So many requests a minute of an address, where nobody is asked who he is. */
export function addressRate({ perMinute }: Pick<ApiLimits, 'perMinute'>, context: Pick<ApiContext, 'trustedProxy'>) {
  const addresses = perMinuteOf(perMinute);
  return createMiddleware<ApiEnv>(async (request, next) => {
    await take(request, addresses, addressOf(request, context));
    await next();
  });
}

/** No request waits for ever; files and a stream of events are no answers that are waited for. */
export function answerTime({ time }: Pick<ApiLimits, 'time'>) {
  return createMiddleware<ApiEnv>(async (request, next) => {
    if (asked(request) === UPLOAD || DOWNLOAD_OR_STREAM.test(asked(request))) return next();
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

function perMinuteOf(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points: Math.max(1, Math.round(points)), duration: 60 });
}

/** @throws ApiProblem `request.tooMany` */
async function take(request: ApiRequest, limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = String(Math.ceil(error.msBeforeNext / 1000));
    request.header('Retry-After', seconds);
    throw new ApiProblem('request.tooMany', { seconds });
  }
}

/** What a request shows who asks by, not to be read from here; null: nothing. */
function credentialOf({ req }: ApiRequest): string | null {
  const shown = bearerOf(req.raw) ?? sessionTokenOf(req.raw);
  return shown === null ? null : createHash('sha256').update(shown).digest('base64');
}
