import * as oidc from 'openid-client';
import type { Claims } from './directory.ts';
import { IdentityError } from './identity-error.ts';

/** The provider as one of its clients sees it. */
export interface Client {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** How the provider is reached, where that is not by its own address. */
  readonly fetch?: oidc.CustomFetch;
}

/** A sign-in under way, kept by the browser until it comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

export interface RelyingParty {
  /** Where the browser goes to sign in, and what it must bring back. */
  begin(returnTo: string): Promise<{ readonly url: URL; readonly attempt: Attempt }>;
  /** Exchanges what the browser brought back. @throws IdentityError */
  complete(callback: URL, attempt: Attempt): Promise<{ readonly claims: Claims; readonly idToken: string }>;
  /** Where the browser goes to sign out; null: the provider has no such place. */
  endUrl(idToken: string | null): Promise<URL | null>;
  /** Its name as its tokens spell it, and where its public keys are. @throws IdentityError `identity.providerUnavailable` */
  issuer(): Promise<string>;
  keysUrl(): Promise<URL>;
}

const TIMEOUT_S = 10;

/**
 * Authorisation code with PKCE, state and nonce. The provider is asked for its description when it is first needed, since the
 * embedded one is served by this very process, and again after it did not answer.
 */
export function relyingParty(client: Client, { publicUrl, scope }: { readonly publicUrl: string; readonly scope: string }): RelyingParty {
  let discovered: Promise<oidc.Configuration> | null = null;
  const configuration = () => (discovered ??= discover(client).catch((error: unknown) => {
    discovered = null;
    throw new IdentityError('identity.providerUnavailable', {}, error);
  }));
  return {
    async begin(returnTo) {
      const config = await configuration();
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: `${publicUrl}/auth/callback`, scope, state: attempt.state, nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256',
      });
      return { url, attempt };
    },
    async complete(callback, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
        const idClaims = tokens.claims()!;
        // Some providers tell the name and the number only there. The signed claims win.
        const more = config.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(config, tokens.access_token, idClaims.sub) : {};
        return { claims: { ...more, ...idClaims }, idToken: tokens.id_token! };
      } catch (error) {
        throw refusalOf(error);
      }
    },
    async endUrl(idToken) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${publicUrl}/auth/logged-out`, ...(idToken === null ? {} : { id_token_hint: idToken }) });
    },
    issuer: async () => (await configuration()).serverMetadata().issuer,
    async keysUrl() {
      const { jwks_uri: keys } = (await configuration()).serverMetadata();
      if (!keys) throw new IdentityError('identity.providerUnavailable');
      return new URL(keys);
    },
  };
}

function discover({ issuer, clientId, clientSecret, fetch: reach = fetch as oidc.CustomFetch }: Client): Promise<oidc.Configuration> {
  return oidc.discovery(issuer, clientId, undefined, clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_S, [oidc.customFetch]: answered(reach),
    // The ID token's signature is checked too, not only who delivered it. Plain http reaches no further than this machine.
    execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
  });
}

/** No answer, or one of a server that is out of order, says nothing about who signs in. */
function answered(reach: oidc.CustomFetch): oidc.CustomFetch {
  return async (url, options) => {
    const response = await reach(url, options).catch((error: unknown) => {
      throw new IdentityError('identity.providerUnavailable', {}, error);
    });
    if (response.status >= 500) throw new IdentityError('identity.providerUnavailable');
    return response;
  };
}

/** The provider's own no, or what does not fit together. */
function refusalOf(error: unknown): IdentityError {
  if (error instanceof IdentityError) return error;
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  if (cause instanceof IdentityError) return cause;
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) return new IdentityError('identity.refused', { reason: printable(error.error) }, error);
  return new IdentityError('identity.refused', { reason: typeof code === 'string' ? code : 'error' }, error);
}

/** An OAuth error code, as the standard spells them; other texts could come from anybody. */
function printable(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'error';
}
