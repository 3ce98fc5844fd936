import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { CustomFetch } from 'openid-client';
import type { Database } from '../../../store/open-store.ts';
import { type KeyFor, keptText } from '../kept-secret.ts';
import type { Client } from '../relying-party.ts';
import type { IdentitySettings } from '../settings.ts';
import { createProvider } from './provider-configuration.ts';
import { signInHandler } from './sign-in-handler.ts';

export interface DevelopmentProvider {
  /** Requests under `/identity/`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** What the sign-in of this system needs to use it. */
  readonly client: Client & { readonly clientSecret: string };
  readonly publicKeys: ReturnType<typeof createLocalJWKSet>;
  close(): Promise<void>;
}

export interface DevelopmentParts {
  readonly db: Database;
  readonly settings: IdentitySettings;
  readonly keys: KeyFor;
  readonly folder: string;
}

const PATH = '/identity';
const CLIENT_ID = 'onething-console';

/**
 * An OpenID provider for development: whoever comes is whom he says he is. Its keys are kept, so that tokens outlive a restart;
 * what it knows of sign-ins is not.
 */
export async function openDevelopmentProvider({ db, settings, keys, folder }: DevelopmentParts): Promise<DevelopmentProvider> {
  const issuer = settings.publicUrl + PATH;
  const publicUrl = new URL(settings.publicUrl);
  const signingKey = JSON.parse(await keptText(join(folder, 'identity-signing-key.json'), newSigningKey)) as JWK;
  const secretOf = (clientId: string) => createHmac('sha256', keys('clientSecret')).update(clientId).digest('base64url');
  const provider = createProvider({ db, settings, issuer, signingKey, cookieKey: keys('providerCookies').toString('base64url'), clientId: CLIENT_ID, secretOf });
  const protocol = provider.callback();
  const signIn = signInHandler({ db, provider, secretOf, settings, issuer });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!await signIn(request, response)) await protocol(request, response);
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    // The provider finds its own addresses by these; the one that people type is right whatever a request says of itself.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(PATH.length) || '/' });
    Object.assign(request.headers, { host: publicUrl.host, 'x-forwarded-proto': publicUrl.protocol.slice(0, -1) });
    delete request.headers['x-forwarded-host'];
    void answer(request, response).catch((error: unknown) => {
      console.error('identity:', error instanceof Error ? error.message : error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
  const back = await openBackDoor(handle);
  return {
    handle,
    client: { issuer: new URL(issuer), clientId: CLIENT_ID, clientSecret: secretOf(CLIENT_ID), fetch: back.fetchFor(settings.publicUrl) },
    publicKeys: createLocalJWKSet({ keys: [publicPartOf(signingKey)] }),
    close: back.close,
  };
}

async function newSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' });
}

function publicPartOf({ kty, n, e, kid, alg, use }: JWK): JWK {
  return { kty, n, e, kid, alg, use } as JWK;
}

/** The public address may be one that only browsers can reach, so our own questions take a way of their own, on this machine. */
async function openBackDoor(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ fetchFor(publicUrl: string): CustomFetch; close(): Promise<void> }> {
  const server = createServer(handle);
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    fetchFor: (publicUrl) => (url, options) => fetch(`http://127.0.0.1:${port}${url.slice(publicUrl.length)}`, options as RequestInit),
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}
