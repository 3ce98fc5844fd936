import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../embedded/operator-message.ts';
import { FileError } from './file-error.ts';
import type { Scanner } from './scanner.ts';

/** ClamAV reads archives inside documents for a while without a word. */
const SILENT_MS = 120_000;

/**
 * ClamAV's daemon: the bytes go to it as they are read, nothing of them stays.
 * @param address `host:port`, `[address]:port`, or the path of a Unix socket
 * @see clamd(8), INSTREAM
 */
export function clamd(address: string, silentMs = SILENT_MS): Scanner {
  const place = placeOf(address);
  return {
    async scan(bytes) {
      const socket = connect({ ...place, allowHalfOpen: true });
      socket.setTimeout(silentMs, () => socket.destroy(new Error(`clamd said nothing for ${silentMs} ms`)));
      try {
        return findingIn(await ask(socket, bytes));
      } finally {
        socket.destroy();
        bytes.destroy();
      }
    },
  };
}

/** It may answer, and hang up, before everything is said: the answer counts, then, not the broken pipe. */
async function ask(socket: Socket, bytes: Readable): Promise<string> {
  const answer: Buffer[] = [];
  const closed = new Promise<unknown>((resolve) => {
    socket.on('data', (part: Buffer) => answer.push(part)).once('error', resolve).once('end', () => resolve(null)).once('close', () => resolve(null));
  });
  // An error of the bytes themselves, not of the socket, ends it as well.
  const said = pipeline(Readable.from(framed(bytes)), socket, { end: false }).then(() => null, (error: unknown) => error);
  const why = (await closed) ?? (answer.length > 0 ? null : await said);
  if (answer.length === 0) throw new FileError('file.scannerSilent', {}, why);
  return Buffer.concat(answer).toString();
}

/** Each chunk behind its length; a length of nothing ends it. */
async function* framed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of bytes) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** `stream: OK`, `stream: Name FOUND`, or an error in words. */
function findingIn(answer: string): string | null {
  const said = answer.replaceAll('\0', '').trim();
  if (said === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found !== undefined) return found;
  throw new FileError(/size limit exceeded/i.test(said) ? 'file.scannerLimit' : 'file.scannerSilent', {}, new Error(`clamd: ${said}`));
}

function placeOf(address: string): { path: string } | { host: string; port: number } {
  if (address.startsWith('/')) return { path: address };
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(address) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) throw new OperatorError('files.scanner', {
    zh: `CLAMD_ADDRESS 应为“主机:端口”或套接字路径，例如 127.0.0.1:3310，而不是“${address}”。`, en: `CLAMD_ADDRESS is host:port or the path of a socket, such as 127.0.0.1:3310, not “${address}”.`,
  });
  return { host, port: Number(port) };
}
