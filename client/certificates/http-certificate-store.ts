import { randomUUID } from 'node:crypto';
import { signWebhook } from '../notifications/webhook-signature.ts';
import { readAnswer } from './answer-of-store.ts';
import { type CertificateStore, CertificateStoreError } from './certificate-store.ts';

export interface HttpCertificateStoreOptions {
  readonly url: string;
  readonly token: string | null;
  /** Signs every request as our webhooks are signed; null: unsigned. */
  readonly secret: string | null;
}

/** Documents of up to ten megabytes, in base 64, and what is said around them. */
const MOST_BYTES = 14 * 2 ** 20;

/**
 * A certificate store behind `POST`, as docs/certificates.md describes it. Redirects are not followed: the token and whose
 * certificate is asked for are for this address alone.
 */
export function httpCertificateStore({ url, token, secret }: HttpCertificateStoreOptions): CertificateStore {
  return {
    async find(asked, signal) {
      const id = randomUUID();
      const body = JSON.stringify({ id, ...asked });
      const response = await reach(signal, () => fetch(url, {
        method: 'POST', redirect: 'manual', signal, body,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(secret === null ? {} : signWebhook(secret, id, body, Date.now())) },
      }));
      if (response.status !== 200) {
        await response.body?.cancel();
        throw new CertificateStoreError(response.status >= 500 || response.status === 429 ? 'silent' : 'wrongAnswer', `HTTP ${response.status}`);
      }
      return readAnswer(await reach(signal, () => textOf(response)), asked);
    },
  };
}

/** The text of an answer, which may have no end. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new CertificateStoreError('wrongAnswer', `more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function reach<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CertificateStoreError) throw error;
    const { cause } = error as { cause?: { code?: string } };
    throw new CertificateStoreError('silent', signal.aborted ? 'no answer in time' : `no connection: ${cause?.code ?? 'unknown'}`);
  }
}
