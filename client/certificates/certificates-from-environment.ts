import { OperatorError } from '../../store/embedded/operator-message.ts';
import { parseTarget } from '../notifications/channels/web-target.ts';
import { NotificationError } from '../notifications/notification-error.ts';
import type { CertificateDesk } from './certificate-store.ts';
import { httpCertificateStore } from './http-certificate-store.ts';

/** How long somebody at a window is kept waiting for another system. Seconds */
export const PATIENCE = 5;
/** Asking and keeping each take as long at most, and the API itself answers within 40. Seconds */
const LONGEST = 10;

/**
 * The certificate store that is configured; null: none, and departments look everything up themselves.
 *
 * | variable | |
 * |---|---|
 * | `CERTIFICATE_STORE_URL` | where it is asked |
 * | `CERTIFICATE_STORE_TOKEN` | a bearer token, where it wants one |
 * | `CERTIFICATE_STORE_SECRET` | signs every request, where it asks for that |
 * | `CERTIFICATE_STORE_TIMEOUT` | seconds, 5 |
 * @throws OperatorError `certificates.url`, `certificates.timeout`
 */
export function certificatesFromEnvironment(env: NodeJS.ProcessEnv): CertificateDesk | null {
  const { CERTIFICATE_STORE_URL: url, CERTIFICATE_STORE_TOKEN: token, CERTIFICATE_STORE_SECRET: secret, CERTIFICATE_STORE_TIMEOUT: timeout } = env;
  if (!url) return null;
  return { store: httpCertificateStore({ url: target(url), token: token || null, secret: secret || null }), patience: seconds(timeout) * 1_000 };
}

/** Whoever runs the system names it, so it may be inside his own network; what leaves this machine is encrypted. */
function target(text: string): string {
  try {
    return parseTarget(text, { allowPrivate: true }).href;
  } catch (error) {
    if (!(error instanceof NotificationError)) throw error;
    throw new OperatorError('certificates.url', {
      zh: 'CERTIFICATE_STORE_URL 应为完整的 https 网址，不带用户名和密码；仅本机可用 http。', en: 'CERTIFICATE_STORE_URL is a full https address without user name and password; plain http is for this machine alone.',
    }, error);
  }
}

function seconds(text: string | undefined): number {
  const number = text ? Number(text) : PATIENCE;
  if (number > 0 && number <= LONGEST) return number;
  throw new OperatorError('certificates.timeout', {
    zh: `CERTIFICATE_STORE_TIMEOUT 应为秒数，大于 0，不超过 ${LONGEST}，而不是“${text}”。`, en: `CERTIFICATE_STORE_TIMEOUT is a number of seconds above 0 and up to ${LONGEST}, not “${text}”.`,
  });
}
