import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import { findSession } from '../../store/access/sessions.ts';
import type { Database } from '../../store/open-store.ts';
import type { Authenticated } from './authenticated.ts';
import { bearerOf, remoteKeys, signedInByToken, type TokenRules } from './bearer-token.ts';
import { sessionTokenOf } from './cookies.ts';
import { type DevelopmentProvider, openDevelopmentProvider } from './development/development-provider.ts';
import { stillThere } from './directory.ts';
import { keysOf } from './kept-secret.ts';
import { relyingParty } from './relying-party.ts';
import { identitySettings } from './settings.ts';
import { signInRoutes } from './sign-in-routes.ts';

export type { Authenticated };

export interface Identity {
  /** Mounted at `/auth`: `GET login?return_to=/path`, `GET callback`, `POST logout`, `GET logged-out`. */
  readonly routes: Hono;
  /** Who asks; null: nobody signed in. @throws IdentityError for a bearer token that is not good; the cookie does not help it then */
  authenticate(request: Request): Promise<Authenticated | null>;
  /** The embedded development provider, for requests under `/identity/`; null when `OIDC_ISSUER` names another. */
  readonly provider: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  close(): Promise<void>;
}

export interface IdentityOptions {
  readonly db: Database;
  /** The origin people type, such as `http://127.0.0.1:8080`. */
  readonly publicUrl: string;
  /** Where secrets are kept, readable by this account alone. */
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Who somebody is: by a session of the browser, or by a system's token. @throws IdentityError for settings that cannot be right */
export async function openIdentity({ db, publicUrl, folder, env = process.env }: IdentityOptions): Promise<Identity> {
  const settings = identitySettings(env, publicUrl);
  const keys = await keysOf(folder);
  const development = settings.external ? null : await openDevelopmentProvider({ db, settings, keys, folder });
  const party = relyingParty(settings.external ?? development!.client, settings);
  const rules: TokenRules = development ? { ...settings, ...issuedBy(development) } : { ...settings, issuer: party.issuer, keys: remoteKeys(party.keysUrl) };
  return {
    routes: signInRoutes({ db, settings, party, keys }),
    async authenticate(request) {
      const bearer = bearerOf(request);
      if (bearer !== null) return { signedIn: await signedInByToken(db, bearer, rules), csrf: null };
      const token = sessionTokenOf(request);
      const session = token === null ? null : await findSession(db, token);
      const signedIn = session && await stillThere(db, session.person);
      return signedIn ? { signedIn, csrf: session!.csrf } : null;
    },
    provider: development?.handle ?? null,
    close: async () => development?.close(),
  };
}

/** The embedded provider is asked for nothing over the network: its keys are at hand. */
function issuedBy({ client, publicKeys }: DevelopmentProvider): Pick<TokenRules, 'issuer' | 'keys'> {
  return { issuer: async () => client.issuer.href, keys: publicKeys };
}
