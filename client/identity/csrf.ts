import { createHash, timingSafeEqual } from 'node:crypto';
import type { Authenticated } from './authenticated.ts';
import { IdentityError } from './identity-error.ts';

export const CSRF_HEADER = 'X-CSRF-Token';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something. A cookie goes along with whatever another site makes the browser send; the session's
 * token does not. Bearer tokens need none: no browser sends them by itself.
 *
 * @throws IdentityError `identity.csrf`
 */
export function requireCsrf(authenticated: Authenticated | null, request: Request): void {
  if (SAFE.has(request.method) || !authenticated || authenticated.csrf === null) return;
  if (!isSameSecret(authenticated.csrf, request.headers.get(CSRF_HEADER))) throw new IdentityError('identity.csrf');
}

/** Compares in a time that tells nothing of either, not even their lengths. */
export function isSameSecret(expected: string, given: string | null | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given ?? '')) && given !== null && given !== undefined;
}
