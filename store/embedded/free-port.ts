import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port on 127.0.0.1: `preferred` if it is free, else a random one. Not one the kernel would hand out for
 * outgoing connections (from 32768 on Linux): a server that died must find its port free when it comes back.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
