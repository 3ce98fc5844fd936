import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { interactionPolicy, type JWKS, Provider } from 'oidc-provider';

export interface ExternalProvider {
  readonly issuer: string;
  /** Who signs in next, without being asked: his claims. */
  next: { readonly sub: string; readonly [claim: string]: unknown };
  /** An access token as this provider signs them, with whatever it should say. */
  token(claims: Record<string, unknown>, options?: { readonly alg?: string; readonly key?: Parameters<SignJWT['sign']>[0]; readonly lasts?: string }): Promise<string>;
  /** Answers nothing any more, until it is brought back. */
  goAway(): Promise<void>;
  /** Does nothing when it is there. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Another OpenID provider, as a city would have one: not ours, on a port of its own, with one client. */
export async function startExternalProvider({ client, secret, redirectTo }: { readonly client: string; readonly secret: string; readonly redirectTo: () => string }): Promise<ExternalProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: JWK = { ...await exportJWK(privateKey), kid: 'external', alg: 'RS256', use: 'sig' };
  const people = new Map<string, ExternalProvider['next']>();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] } as unknown as JWKS,
    clients: [],
    adapter: memory((id) => (id === client
      ? { client_id: client, client_secret: secret, redirect_uris: [`${redirectTo()}/auth/callback`], post_logout_redirect_uris: [`${redirectTo()}/auth/logged-out`], grant_types: ['authorization_code'], response_types: ['code'] }
      : undefined)),
    cookies: { keys: ['external'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'id_number', 'zjhm'] },
    interactions: { policy, url: (_, { uid }) => `/enter/${uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    findAccount: (_, id) => {
      const claims = people.get(id);
      return claims && { accountId: id, claims: () => ({ ...claims }) };
    },
  });
  const protocol = provider.callback();
  const attach = () => server.on('request', (request, response) => {
    if (!request.url?.startsWith('/enter/')) return void protocol(request, response);
    people.set(external.next.sub, external.next);
    void provider.interactionFinished(request, response, { login: { accountId: external.next.sub } });
  });
  attach();
  const goAway = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  const external: ExternalProvider = {
    issuer, next: { sub: 'nobody' }, goAway,
    token: (claims, { alg = 'RS256', key = privateKey, lasts = '5m' } = {}) => new SignJWT({ iss: issuer, ...claims })
      .setProtectedHeader({ alg, kid: 'external', typ: 'at+jwt' }).setIssuedAt().setExpirationTime(lasts).sign(key),
    async comeBack() {
      if (server.listening) return;
      server = await listen(port);
      attach();
    },
    close: async () => (server.listening ? goAway() : undefined),
  };
  return external;
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', () => listening(server)));
}

type Stored = Record<string, unknown>;

/** Forgets nothing and knows one client: enough for a test. */
function memory(clientNamed: (id: string) => Stored | undefined) {
  const all = new Map<string, Stored>();
  return (model: string) => ({
    find: async (id: string) => (model === 'Client' ? clientNamed(id) : all.get(`${model} ${id}`)),
    findByUid: async (uid: string) => [...all].find(([key, one]) => key.startsWith(`${model} `) && one['uid'] === uid)?.[1],
    findByUserCode: async () => undefined,
    upsert: async (id: string, payload: Stored) => void all.set(`${model} ${id}`, payload),
    consume: async (id: string) => void Object.assign(all.get(`${model} ${id}`) ?? {}, { consumed: Math.floor(Date.now() / 1_000) }),
    destroy: async (id: string) => void all.delete(`${model} ${id}`),
    revokeByGrantId: async (grant: string) => void [...all].filter(([, one]) => one['grantId'] === grant).forEach(([key]) => all.delete(key)),
  });
}
