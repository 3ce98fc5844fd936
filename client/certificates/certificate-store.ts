import type { FileType } from '../../store/files/file-type.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import type { Applicant, CertificateFacts } from '../../workflows/case/handed-in.ts';

/** Whose certificate, and which: a material of a service's plan. */
export interface CertificateAsked {
  readonly service: string;
  readonly material: { readonly code: string; readonly name: Text };
  readonly holder: Pick<Applicant, 'kind' | 'name' | 'idNumber'>;
}

export interface Certificate extends CertificateFacts {
  /** The certificate itself, as it is shown and kept. */
  readonly document: { readonly type: FileType; readonly bytes: Uint8Array };
}

/** 电子证照库: what authorities have certified already, and so may not ask anybody for. @see State Council order 716 art. 7 */
export interface CertificateStore {
  /**
   * The holder's certificate; null when the store knows that it has none. Whether it is still valid is for who asks.
   * @param signal ends the asking: nobody waits for the answer any more
   * @throws CertificateStoreError
   */
  find(asked: CertificateAsked, signal: AbortSignal): Promise<Certificate | null>;
}

/** What the system asks with: a store, and how long anybody waits for it. */
export interface CertificateDesk {
  readonly store: CertificateStore;
  /** ms, for all that a case needs together. */
  readonly patience: number;
}

/** The store did not say whether it has a certificate. Its message goes into the log, so it names nobody. */
export class CertificateStoreError extends Error {
  /** `silent`: no answer in time, or it is out of order. `wrongAnswer`: an answer that cannot be used, or a refusal. */
  readonly outcome: 'silent' | 'wrongAnswer';

  constructor(outcome: CertificateStoreError['outcome'], message: string) {
    super(message);
    this.name = 'CertificateStoreError';
    this.outcome = outcome;
  }
}
