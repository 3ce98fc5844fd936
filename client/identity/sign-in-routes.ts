import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { closeSession, findSession, openSession } from '../../store/access/sessions.ts';
import type { Database } from '../../store/open-store.ts';
import { ATTEMPT_LASTS_S, cookiesOf, sessionTokenOf } from './cookies.ts';
import { CSRF_HEADER, isSameSecret } from './csrf.ts';
import { signedInBy } from './directory.ts';
import { IdentityError } from './identity-error.ts';
import type { KeyFor } from './kept-secret.ts';
import { messagePage, type Page, pageHeaders, pageText } from './page.ts';
import type { Attempt, RelyingParty } from './relying-party.ts';
import { returnAddress } from './return-to.ts';
import { seal, unseal } from './sealed.ts';
import type { IdentitySettings } from './settings.ts';

export interface SignInParts {
  readonly db: Database;
  readonly settings: IdentitySettings;
  readonly party: RelyingParty;
  readonly keys: KeyFor;
}

/** A working day, as long as a session can last. */
const ID_TOKEN_LASTS_S = 36_000;
/** Browsers keep no cookie above 4 KB. */
const LARGEST_COOKIE = 3_800;
const LARGEST_FORM = 16_384;

/** The browser's pages under `/auth`: signing in and out. */
export function signInRoutes({ db, settings, party, keys }: SignInParts): Hono {
  const { publicUrl } = settings;
  const routes = new Hono();
  routes.use('*', async (request, next) => {
    await next();
    request.header('Cache-Control', 'no-store');
  });
  routes.onError((error, request) => {
    if (!(error instanceof IdentityError)) throw error;
    return request.req.method === 'GET' ? showPage(request, refusalPage(error), error.status) : problem(request, error);
  });

  routes.get('/login', async (request) => {
    const { return_to: returnTo, at } = request.req.query();
    // The cookies belong to the host that people type; whoever came by another name of it is sent there, once.
    const here = request.req.header('host');
    if (at !== 'public' && here !== undefined && here !== new URL(publicUrl).host) {
      return request.redirect(`${publicUrl}/auth/login?${new URLSearchParams({ at: 'public', ...(returnTo === undefined ? {} : { return_to: returnTo }) })}`);
    }
    const { url, attempt } = await party.begin(returnAddress(publicUrl, returnTo));
    cookiesOf(request, publicUrl).keepAttempt(attempt.state, await seal(keys('attempt'), { ...attempt }, ATTEMPT_LASTS_S));
    return request.redirect(url.href);
  });

  routes.get('/callback', async (request) => {
    const cookies = cookiesOf(request, publicUrl);
    const attempt = await unseal(keys('attempt'), cookies.takeAttempt(request.req.query('state') ?? '')) as (Attempt & object) | null;
    if (!attempt) throw new IdentityError('identity.attemptUnknown');
    // Behind a proxy the request has another address than the one that the provider was told.
    const callback = new URL(`${publicUrl}/auth/callback${new URL(request.req.url).search}`);
    const { claims, idToken } = await party.complete(callback, attempt);
    const signedIn = await signedInBy(db, claims, settings);
    // Whatever session the browser came with ends: nobody goes on in one that he, or somebody else, had before.
    const before = sessionTokenOf(request.req.raw);
    if (before !== null) await closeSession(db, before);
    const session = await openSession(db, signedIn);
    cookies.keepSession(session.token);
    const sealed = await seal(keys('idToken'), { idToken }, ID_TOKEN_LASTS_S);
    if (sealed.length <= LARGEST_COOKIE) cookies.keepIdToken(sealed);
    else cookies.dropIdToken();
    return request.redirect(attempt.returnTo);
  });

  routes.post('/logout', bodyLimit({ maxSize: LARGEST_FORM }), async (request) => {
    const cookies = cookiesOf(request, publicUrl);
    const token = sessionTokenOf(request.req.raw);
    const session = token === null ? null : await findSession(db, token);
    const isForm = request.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
    const given = request.req.header(CSRF_HEADER) ?? (isForm ? (await request.req.parseBody())['csrf'] : undefined);
    if (session && !isSameSecret(session.csrf, typeof given === 'string' ? given : null)) throw new IdentityError('identity.csrf');
    const idToken = session ? await unseal(keys('idToken'), cookies.idToken()) : null;
    if (token !== null) await closeSession(db, token);
    cookies.dropSession();
    cookies.dropIdToken();
    const location = (session && await atProvider(party, idToken?.['idToken'])) ?? `${publicUrl}/auth/logged-out`;
    return isForm ? request.redirect(location, 303) : request.json({ location });
  });

  routes.get('/logged-out', (request) => showPage(request, messagePage({
    title: { zh: '您已退出', en: 'You are signed out' }, zh: '在公共电脑上，请同时关闭浏览器窗口。', en: 'On a shared computer, close the browser window too.',
    link: { href: '/auth/login', zh: '重新登录', en: 'Sign in again' },
  })));
  return routes;
}

/** Where the provider signs people out. Ours is over in any case, also when the provider does not answer. */
async function atProvider(party: RelyingParty, idToken: unknown): Promise<string | null> {
  try {
    return (await party.endUrl(typeof idToken === 'string' ? idToken : null))?.href ?? null;
  } catch (error) {
    if (error instanceof IdentityError) return null;
    throw error;
  }
}

function refusalPage({ text }: IdentityError): Page {
  return messagePage({ title: { zh: '登录未完成', en: 'Not signed in' }, ...text, link: { href: '/auth/login', zh: '重新登录', en: 'Sign in again' } });
}

async function showPage(request: Context, page: Page, status = 200): Promise<Response> {
  return request.body(await pageText(page), status as ContentfulStatusCode, pageHeaders(page));
}

/** @see RFC 9457 */
function problem(request: Context, { code, status, text }: IdentityError): Response {
  const body = { type: `urn:onething:problem:${code}`, status, code, title: code, detail: `${text.zh} ${text.en}`, text };
  return request.body(JSON.stringify(body), status as ContentfulStatusCode, { 'Content-Type': 'application/problem+json' });
}
