import { CertificateStoreError } from './certificate-store.ts';

/** Whatever the work itself makes of the signal, nobody waits for it longer. @throws CertificateStoreError `silent` */
export function beforeEnd<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new CertificateStoreError('silent', 'no answer in time'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject);
  });
}
