import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';

const SESSION = 'onething_session';
/** Where the browser's pages for signing in are: what is needed for that alone goes nowhere else. */
const AUTH = '/auth';
const ATTEMPT = 'onething_attempt_';
const ID_TOKEN = 'onething_id_token';
/** Attempts that one browser may have under way at a time, in as many tabs. */
const MOST_ATTEMPTS = 4;

export const ATTEMPT_LASTS_S = 600;

/** The session's token that a request carries. */
export function sessionTokenOf(request: Request): string | null {
  return parse(request.headers.get('cookie') ?? '', SESSION)[SESSION] || null;
}

/** The cookies of a sign-in. No script reads any of them, and no other site's form makes the browser send them. */
export function cookiesOf(request: Context, publicUrl: string) {
  const options = { httpOnly: true, sameSite: 'Lax', secure: publicUrl.startsWith('https:') } as const;
  return {
    /** Until the browser is closed, or the session is over. */
    keepSession: (token: string) => setCookie(request, SESSION, token, { ...options, path: '/' }),
    dropSession: () => deleteCookie(request, SESSION, { ...options, path: '/' }),
    keepAttempt(state: string, sealed: string) {
      const others = Object.keys(getCookie(request)).filter((name) => name.startsWith(ATTEMPT));
      for (const name of others.slice(0, Math.max(0, others.length - MOST_ATTEMPTS + 1))) deleteCookie(request, name, { ...options, path: AUTH });
      setCookie(request, ATTEMPT + partOf(state), sealed, { ...options, path: AUTH, maxAge: ATTEMPT_LASTS_S });
    },
    /** What was kept under this state: it is good for one try. */
    takeAttempt(state: string): string | undefined {
      const name = ATTEMPT + partOf(state);
      deleteCookie(request, name, { ...options, path: AUTH });
      return getCookie(request, name);
    },
    keepIdToken: (sealed: string) => setCookie(request, ID_TOKEN, sealed, { ...options, path: AUTH }),
    idToken: () => getCookie(request, ID_TOKEN),
    dropIdToken: () => deleteCookie(request, ID_TOKEN, { ...options, path: AUTH }),
  };
}

/** Enough of a state to tell attempts apart, and nothing that a cookie's name could not hold. */
function partOf(state: string): string {
  return state.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 12);
}
