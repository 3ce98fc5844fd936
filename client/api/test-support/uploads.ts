import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Caller, ServingSystem } from '../../../test/support/serving-system.ts';

export interface UploadedFile { readonly id: string; readonly sha256: string; readonly size: number; readonly type: string; readonly name: string; readonly scan: string }
export interface Answered<T> { readonly status: number; readonly headers: Headers; readonly body: T }

/** Uploads with somebody's session, as his browser would. */
export async function upload<T = UploadedFile>(system: ServingSystem, caller: Caller, content: Uint8Array | ReadableStream<Uint8Array>, { name = '材料.pdf', type = 'application/pdf', signal }: { readonly name?: string; readonly type?: string; readonly signal?: AbortSignal } = {}): Promise<Answered<T>> {
  const answer = await fetch(`${system.url}/api/v1/files`, {
    method: 'POST', body: content, duplex: 'half', ...(signal ? { signal } : {}),
    headers: { cookie: caller.cookie, 'x-csrf-token': await csrfOf(caller), 'x-file-name': encodeURIComponent(name), 'content-type': type },
  } as RequestInit);
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) as T };
}

/**
 * Sends a body as fast as the server takes it, which need not be all of it; nothing is said beforehand of its length.
 * @param bytes how many there are in all: the head, then blanks
 */
export async function pour(system: ServingSystem, caller: Caller, head: Buffer, bytes: number, watch: (sent: number) => void = () => undefined): Promise<{ readonly status: number; readonly code: string | undefined; readonly sent: number }> {
  const sending = request(`${system.url}/api/v1/files`, { method: 'POST', headers: { cookie: caller.cookie, 'x-csrf-token': await csrfOf(caller), 'x-file-name': 'big.pdf' } });
  let sent = 0;
  let isAnswered = false;
  const answered = new Promise<IncomingMessage>((resolve, reject) => sending.once('response', resolve).once('error', reject)).then(async (answer) => {
    isAnswered = true;
    return { status: answer.statusCode!, ...(JSON.parse(await text(answer)) as { code?: string }) };
  });
  async function* body() {
    for (let chunk = head; sent < bytes && !isAnswered; chunk = Buffer.alloc(65_536, 0x20)) {
      watch(sent += chunk.length);
      yield chunk;
    }
  }
  // Who is answered before he has said everything stops talking.
  const [{ status, code }] = await Promise.all([answered, pipeline(body, sending).catch(() => undefined)]);
  return { status, code, sent };
}

export function download(system: ServingSystem, caller: Caller, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${system.url}/api/v1/files/${path}`, { headers: { cookie: caller.cookie, ...headers } });
}

async function csrfOf(caller: Caller): Promise<string> {
  return (await caller.get<{ csrf: string }>('/me')).body.csrf ?? '';
}
