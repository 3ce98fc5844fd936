import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CertificateAsked } from '../certificate-store.ts';

export interface StoreCall {
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
  readonly asked: CertificateAsked & { readonly id: string };
}

/** What a store answers: a status and a body; null: it says nothing until it is closed. */
type StoreAnswer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown } | null;

/** A certificate store: a real HTTP server on an ephemeral port. */
export interface StoreServer {
  readonly url: string;
  readonly calls: StoreCall[];
  answer: (call: StoreCall) => StoreAnswer;
  close(): Promise<void>;
}

export const NONE = { body: { certificate: null } } as const;

export async function startStoreServer(): Promise<StoreServer> {
  const calls: StoreCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const call = { headers: request.headers, text, asked: JSON.parse(text) as StoreCall['asked'] };
    calls.push(call);
    const answer = running.answer(call);
    if (answer === null) return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running: StoreServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certificates`, calls, answer: () => NONE,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;
}

/** The answer that has a certificate: what was asked for, of whom it was asked. */
export function certificate({ asked: { material, holder } }: StoreCall, document: Uint8Array, facts: object = {}): NonNullable<StoreAnswer> {
  return {
    body: {
      certificate: {
        material: material.code, holder: holder.idNumber, number: '电照鲁2024-0815', issuer: '兰山区行政审批服务局', issuedOn: '2024-05-06', validUntil: null,
        document: { type: 'application/pdf', content: Buffer.from(document).toString('base64') }, ...facts,
      },
    },
  };
}
