import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { CaseMoves } from '../../store/access/case-moves.ts';
import type { FileDesk } from '../../store/files/take-file.ts';
import type { CaseClient } from '../case-client.ts';
import type { CertificateDesk } from '../certificates/certificate-store.ts';
import { certificatesFromEnvironment } from '../certificates/certificates-from-environment.ts';
import { openIdentity } from '../identity/identity.ts';
import { keptText } from '../identity/kept-secret.ts';
import type { ApiLimits } from './api-context.ts';
import { progressCodes } from './progress-code.ts';
import { type HttpServer, serveApi, type ServedApi } from './server.ts';

export interface SystemToServe {
  readonly client: CaseClient;
  /** Where secrets are kept. */
  readonly folder: string;
  readonly server: HttpServer;
  readonly moves: CaseMoves;
  readonly files: FileDesk;
  /** Asked where the environment names none. */
  readonly sampleCertificates?: CertificateDesk | null;
  /** Built files of the console, as soon as they are there; null: none. */
  readonly console: Promise<string> | string | null;
  readonly temporalAnswers: () => Promise<boolean>;
  readonly log?: Logger;
  readonly env?: NodeJS.ProcessEnv;
  readonly limits?: Partial<ApiLimits>;
}

/**
 * The API, signing in and the console over a running system.
 *
 * `PUBLIC_URL` is what people type, where it is not this machine's own address; `WINDOW` the window that receipts are taken in at;
 * `TRUSTED_PROXY=yes` says that a proxy tells where requests come from; with `METRICS_TOKEN` metrics are read from elsewhere.
 */
export async function serveSystem({ client, folder, server, moves, files, sampleCertificates = null, console: pages, temporalAnswers, env = process.env, log = pino({ base: null }, pino.destination(2)), limits }: SystemToServe): Promise<ServedApi> {
  const publicUrl = (env['PUBLIC_URL'] ?? `http://127.0.0.1:${server.port}`).replace(/\/$/, '');
  const [identity, key] = await Promise.all([
    openIdentity({ db: client.store.db, publicUrl, folder, env }), keptText(join(folder, 'progress.key'), async () => randomBytes(32).toString('hex')),
  ]);
  const context = {
    client, identity, moves, publicUrl, temporalAnswers, log, files, certificates: certificatesFromEnvironment(env) ?? sampleCertificates, codes: progressCodes(Buffer.from(key, 'hex')), window: env['WINDOW'] ?? '综合窗口一号', ...(limits ? { limits } : {}),
    trustedProxy: env['TRUSTED_PROXY'] === 'yes', metricsToken: env['METRICS_TOKEN'] || undefined,
  };
  const served = serveApi({ context, identity, console: pages, server });
  return {
    url: publicUrl,
    async close() {
      await served.close();
      await identity.close();
    },
  };
}
