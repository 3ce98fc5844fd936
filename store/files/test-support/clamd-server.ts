import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What every scanner finds on purpose, put together here so that no scanner finds this file. @see eicar.org */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/**
 * Speaks INSTREAM as ClamAV's daemon does: every length and chunk is read, the limit is the daemon's own. It finds EICAR, wherever
 * in a file it is.
 * @param listen a port of the loopback, or a socket's path
 */
export async function startClamd({ listen = 0, limit = Infinity, silent = false }: { readonly listen?: number | string; readonly limit?: number; readonly silent?: boolean } = {}): Promise<{ address: string; scanned: number[]; end(): Promise<void> }> {
  const scanned: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (silent) return void socket.resume();
    void answer(socket, limit, scanned);
  });
  if (typeof listen === 'string') server.listen(listen);
  else server.listen(listen, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: typeof listen === 'string' ? listen : `127.0.0.1:${(server.address() as AddressInfo).port}`, scanned,
    end: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
  };
}

async function answer(socket: Socket, limit: number, scanned: number[]): Promise<void> {
  const COMMAND = 'zINSTREAM\0';
  let waiting = Buffer.alloc(0);
  let [size, isStreaming] = [0, false];
  let last = '';
  let found = false;
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      waiting = Buffer.concat([waiting, chunk]);
      if (!isStreaming && waiting.length >= COMMAND.length) {
        if (waiting.toString('latin1', 0, COMMAND.length) !== COMMAND) return void socket.end('UNKNOWN COMMAND\0');
        isStreaming = true;
        waiting = waiting.subarray(COMMAND.length);
      }
      while (isStreaming && waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) {
          scanned.push(size);
          return void socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        }
        size += length;
        if (size > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
        const text = last + waiting.toString('latin1', 4, 4 + length);
        found ||= text.includes(EICAR);
        last = text.slice(-EICAR.length);
        waiting = waiting.subarray(4 + length);
      }
    }
  } catch {
    // The client hung up.
  }
}
