import { isLoopback } from '../loopback.ts';
import { IdentityError } from './identity-error.ts';

/** Whom the system trusts to say who somebody is. The variables are described in `docs/identity.md`. */
export interface IdentitySettings {
  /** The origin people type, without a slash at the end. */
  readonly publicUrl: string;
  /** Null: the embedded development provider. */
  readonly external: { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string | null } | null;
  readonly scope: string;
  /**
   * Which claim names a person of the directory; where a provider leaves it out, `sub` does. By default `sub`: user names are
   * often chosen by people themselves, and would choose them their post.
   */
  readonly personClaim: string;
  readonly idNumberClaim: string;
  /** Which claim of an access token names the system, or person, of the directory. */
  readonly systemClaim: string;
  /** For whom access tokens must be meant. */
  readonly audience: string;
}

/** @throws IdentityError for what cannot be right, so that the system does not start with it */
export function identitySettings(env: NodeJS.ProcessEnv, publicUrl: string): IdentitySettings {
  const origin = originOf(publicUrl);
  const set = (name: string) => env[name]?.trim() || null;
  const external = externalOf(set('OIDC_ISSUER'), set('OIDC_CLIENT_ID'), set('OIDC_CLIENT_SECRET'));
  if (!external && !isLoopback(new URL(origin).hostname) && set('IDENTITY_DEVELOPMENT') !== 'yes') throw new IdentityError('identity.developmentOnly', { url: origin });
  const audience = set('OIDC_AUDIENCE') ?? `${origin}/api`;
  if (audience === external?.clientId) throw new IdentityError('identity.audienceIsClient');
  return {
    publicUrl: origin, external, audience,
    scope: set('OIDC_SCOPE') ?? 'openid profile',
    personClaim: set('OIDC_PERSON_CLAIM') ?? 'sub',
    idNumberClaim: set('OIDC_ID_NUMBER_CLAIM') ?? 'id_number',
    systemClaim: set('OIDC_SYSTEM_CLAIM') ?? 'sub',
  };
}

function externalOf(issuer: string | null, clientId: string | null, clientSecret: string | null): IdentitySettings['external'] {
  if (!issuer) return null;
  const url = URL.parse(issuer);
  // Over plain http anybody on the way could sign in as anybody.
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))) throw new IdentityError('identity.issuerInsecure', { issuer });
  if (!clientId) throw new IdentityError('identity.clientMissing');
  return { issuer: url, clientId, clientSecret };
}

function originOf(publicUrl: string): string {
  const url = URL.parse(publicUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) throw new IdentityError('identity.publicUrl', { url: publicUrl });
  return url.origin;
}
