import { html, raw } from 'hono/html';
import type { JWK } from 'jose';
import { type AdapterPayload, type Configuration, errors, interactionPolicy, type JWKS, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Database } from '../../../store/open-store.ts';
import { messagePage, type Page, pageHeaders, pageText } from '../page.ts';
import type { IdentitySettings } from '../settings.ts';
import { findAccount } from './accounts.ts';
import { memoryAdapter } from './memory-adapter.ts';

export interface ProviderParts {
  readonly db: Database;
  readonly settings: IdentitySettings;
  readonly issuer: string;
  readonly signingKey: JWK;
  readonly cookieKey: string;
  readonly clientId: string;
  readonly secretOf: (clientId: string) => string;
}

const HOUR_S = 3_600;

/** One client for people, and one for each system of the directory. */
export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configurationOf(parts));
  provider.proxy = true;
  return provider;
}

function configurationOf({ db, settings, signingKey, cookieKey, clientId, secretOf }: ProviderParts): Configuration {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    jwks: { keys: [signingKey] } as unknown as JWKS,
    adapter: memoryAdapter((id) => clientNamed(db, id, secretOf)),
    clients: [{
      client_id: clientId, client_secret: secretOf(clientId), redirect_uris: [`${settings.publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${settings.publicUrl}/auth/logged-out`], grant_types: ['authorization_code'], response_types: ['code'],
    }],
    cookies: {
      keys: [cookieKey], names: { session: 'onething_provider_session', interaction: 'onething_provider_sign_in', resume: 'onething_provider_resume' },
      long: { httpOnly: true, sameSite: 'lax', path: '/identity' }, short: { httpOnly: true, sameSite: 'lax' },
    },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', settings.idNumberClaim] },
    pkce: { required: () => true },
    ttl: { AccessToken: HOUR_S, AuthorizationCode: 60, ClientCredentials: HOUR_S, Grant: 12 * HOUR_S, IdToken: HOUR_S, Interaction: HOUR_S, Session: 12 * HOUR_S },
    interactions: { policy, url: (_, { uid }) => `/identity/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: signOut, postLogoutSuccessSource: (ctx) => show(ctx, SIGNED_OUT) },
      resourceIndicators: {
        enabled: true,
        // A person's own access token opens nothing but who he is.
        defaultResource: (_, client) => (client.grantTypeAllowed('client_credentials') ? settings.audience : []),
        getResourceServerInfo(_, resource, client) {
          if (resource !== settings.audience || !client.grantTypeAllowed('client_credentials')) throw new errors.InvalidTarget();
          return { scope: '', audience: settings.audience, accessTokenFormat: 'jwt', accessTokenTTL: HOUR_S, jwt: { sign: { alg: 'RS256' } } };
        },
        useGrantedResource: () => true,
      },
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    async findAccount(_, id) {
      const account = await findAccount(db, id);
      if (!account) return undefined;
      const number = account.idNumber === null ? {} : { [settings.idNumberClaim]: account.idNumber };
      return { accountId: id, claims: async () => ({ sub: id, preferred_username: id, name: account.name, ...number }) };
    },
    renderError: (ctx, { error }) => show(ctx, messagePage({
      title: { zh: '登录未完成', en: 'Not signed in' }, zh: `身份服务无法处理此请求（${error}）。请重新登录。`, en: `The identity provider could not do this (${error}). Sign in again.`,
      link: { href: `${settings.publicUrl}/auth/login`, zh: '重新登录', en: 'Sign in again' },
    })),
  };
}

/** A system of the directory, under its id. */
async function clientNamed(db: Database, id: string, secretOf: ProviderParts['secretOf']): Promise<AdapterPayload | undefined> {
  const account = await findAccount(db, id);
  if (account?.role !== 'system') return undefined;
  return { client_id: id, client_name: account.name, client_secret: secretOf(id), grant_types: ['client_credentials'], response_types: [], redirect_uris: [] };
}

const SIGNED_OUT = messagePage({
  title: { zh: '您已退出', en: 'You are signed out' }, zh: '可以关闭此页面。', en: 'You can close this page.', link: { href: '/auth/login', zh: '重新登录', en: 'Sign in again' },
});

/** Who comes with the ID token of this very session has been asked already; anybody else is asked, since another site may have sent him. */
async function signOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { session, entities } = ctx.oidc;
  const hint = entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
  const { postLogoutRedirectUri } = (session!.state ?? {}) as { postLogoutRedirectUri?: string };
  if (hint?.payload?.sub === session!.accountId && postLogoutRedirectUri) {
    await session!.destroy();
    ctx.redirect(postLogoutRedirectUri);
    return;
  }
  await show(ctx, {
    title: '退出登录 Sign out',
    body: html`<section class="card message"><h1>要退出登录吗？ <small lang="en">Sign out?</small></h1>${raw(form)}
<p><button class="button" type="submit" form="op.logoutForm" name="logout" value="yes">退出 Sign out</button></p></section>`,
  });
}

async function show(ctx: KoaContextWithOIDC, page: Page): Promise<void> {
  ctx.set(pageHeaders(page));
  ctx.body = await pageText(page);
}
