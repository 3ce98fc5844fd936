import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { SignedIn } from '../../store/access/signed-in.ts';
import type { Database } from '../../store/open-store.ts';
import { personOf } from './directory.ts';
import { IdentityError } from './identity-error.ts';
import type { IdentitySettings } from './settings.ts';

/** Whose tokens are good, and for whom. */
export interface TokenRules extends Pick<IdentitySettings, 'audience' | 'systemClaim'> {
  readonly issuer: () => Promise<string>;
  readonly keys: JWTVerifyGetKey;
}

/** Signatures with a public key alone: nobody who can check a token can make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const CLOCK_TOLERANCE_S = 30;

/** The token of an `Authorization: Bearer` header; null: there is none. */
export function bearerOf(request: Request): string | null {
  const [, token] = /^bearer(?:\s+(.*))?$/is.exec(request.headers.get('authorization')?.trim() ?? '') ?? [null, null];
  return token === null ? null : token ?? '';
}

/** Whose access token it is. @throws IdentityError `identity.token…` */
export async function signedInByToken(db: Database, token: string, rules: TokenRules): Promise<SignedIn> {
  const payload = await verified(token, rules);
  const claim = payload[rules.systemClaim];
  const id = typeof claim === 'string' ? claim : '';
  const person = id === '' ? null : await personOf(db, id);
  if (!person) throw new IdentityError('identity.tokenPersonUnknown', { person: id || '—' });
  return person;
}

async function verified(token: string, { issuer, audience, keys }: TokenRules): Promise<Readonly<Record<string, unknown>>> {
  const trusted = await issuer();
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: trusted, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'] });
    return payload;
  } catch (error) {
    if (error instanceof IdentityError) throw error;
    if (error instanceof errors.JWTExpired) throw new IdentityError('identity.tokenExpired', {}, error);
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') throw new IdentityError('identity.tokenIssuer', {}, error);
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') throw new IdentityError('identity.tokenAudience', { audience }, error);
    throw new IdentityError('identity.tokenInvalid', {}, error);
  }
}

/** A provider's keys, fetched when the first token comes, and again when one names a key that is new. */
export function remoteKeys(keysUrl: () => Promise<URL>): JWTVerifyGetKey {
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null;
  return async (header, token) => {
    keys ??= createRemoteJWKSet(await keysUrl());
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported) throw error;
      // Keys that could not be fetched say nothing about the token.
      throw new IdentityError('identity.providerUnavailable', {}, error);
    }
  };
}
