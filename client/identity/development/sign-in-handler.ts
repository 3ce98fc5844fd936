import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Database } from '../../../store/open-store.ts';
import { messagePage, type Page, pageHeaders, pageText } from '../page.ts';
import type { IdentitySettings } from '../settings.ts';
import { allAccounts, findAccount } from './accounts.ts';
import { signInPage } from './sign-in-page.ts';

export interface SignInHandlerParts {
  readonly db: Database;
  readonly provider: Provider;
  readonly settings: IdentitySettings;
  readonly issuer: string;
  readonly secretOf: (clientId: string) => string;
}

const LARGEST_FORM = 4_096;

/** The page that asks who is there, and its answer. The handler tells whether a request was for it. */
export function signInHandler({ db, provider, settings, issuer, secretOf }: SignInHandlerParts): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://provider');
    if (!/^\/interaction\/[\w-]+$/.test(pathname)) return false;
    if (!await isUnderWay(provider, request, response)) {
      await show(response, 400, OVER);
      return true;
    }
    if (request.method === 'POST') {
      const account = await findAccount(db, new URLSearchParams(await bodyOf(request)).get('person') ?? '');
      if (account && account.role !== 'system') {
        await provider.interactionFinished(request, response, { login: { accountId: account.id, remember: false } });
        return true;
      }
    }
    const accounts = await allAccounts(db);
    await show(response, 200, signInPage({ accounts, query: searchParams.get('q') ?? '', issuer, audience: settings.audience, secretOf }));
    return true;
  };
}

const OVER = messagePage({
  title: { zh: '此登录页已失效', en: 'This sign-in page is out of date' }, zh: '可能已在别处登录，或停留过久。', en: 'You may have signed in elsewhere, or it was open for too long.',
  link: { href: '/auth/login', zh: '重新登录', en: 'Sign in again' },
});

/** Whether this browser was sent here to sign in: its cookie says so, which belongs to this one page. */
async function isUnderWay(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  try {
    await provider.interactionDetails(request, response);
    return true;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false;
    throw error;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LARGEST_FORM) return '';
  }
  return text;
}

async function show(response: ServerResponse, status: number, page: Page): Promise<void> {
  response.writeHead(status, pageHeaders(page)).end(await pageText(page));
}
