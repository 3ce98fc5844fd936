import { createMiddleware } from 'hono/factory';
import { requireCsrf } from '../../identity/csrf.ts';
import type { ApiContext, ApiEnv } from '../api-context.ts';

/** Who asks; and whether a browser that changes something was told to by our own page. */
export function authentication({ identity }: Pick<ApiContext, 'identity'>) {
  return createMiddleware<ApiEnv>(async (request, next) => {
    const found = await identity.authenticate(request.req.raw);
    if (found) {
      request.set('signedIn', found.signedIn);
      request.set('csrf', found.csrf);
    }
    // Known by then: a request that another site made in somebody's name is on record as his.
    requireCsrf(found, request.req.raw);
    await next();
  });
}
