import { Readable } from 'node:stream';
import { type FileDesk, takeFile } from '../../store/files/take-file.ts';
import type { Database } from '../../store/open-store.ts';
import type { MaterialPlan } from '../../workflows/case/case-plan.ts';
import type { CertificateFacts, SuppliedMaterial } from '../../workflows/case/handed-in.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { beforeEnd } from './before-end.ts';
import type { Certificate, CertificateAsked, CertificateDesk } from './certificate-store.ts';
import { type LookUp, lookUpCertificates } from './look-up-certificates.ts';

/** `taken` into the case; else why not. `notKept`: its document was refused by the files store. */
export type FetchOutcome = 'taken' | 'notKept' | Exclude<LookUp['outcome'], 'found'>;

export interface Fetched {
  readonly material: string;
  readonly outcome: FetchOutcome;
  /** For the log; null where there is nothing to say. */
  readonly why: string | null;
  readonly supplied: SuppliedMaterial | null;
}

interface Fetching {
  readonly db: Database;
  readonly files: FileDesk;
  readonly desk: CertificateDesk;
  /** The id of who signed in: he sent for it. */
  readonly by: string;
  readonly today: PlainDate;
}

/** Asks the store for these materials and keeps what it gives, as it would be handed in. Never throws: what cannot be had is not there. */
export async function fetchCertificates({ db, files, desk, by, today }: Fetching, materials: readonly MaterialPlan[], asked: Omit<CertificateAsked, 'material'>): Promise<readonly Fetched[]> {
  const found = await lookUpCertificates(desk, materials, asked, today);
  return Promise.all(found.map(async (one): Promise<Fetched> => {
    const { code, name } = one.material;
    if (one.outcome !== 'found') return { material: code, outcome: one.outcome, why: 'why' in one ? one.why : null, supplied: null };
    const { document } = one.certificate;
    try {
      // A scanner may take its time: what is kept too late is cleared away like any file that no case refers to.
      const file = await beforeEnd(AbortSignal.timeout(desk.patience), takeFile(db, files, Readable.from([document.bytes]), { name: name.zh, by, now: Date.now() }));
      if (file.type !== document.type) return { material: code, outcome: 'wrongAnswer', why: `the document is ${file.type}, not ${document.type}`, supplied: null };
      const { id, sha256, size, type } = file;
      return { material: code, outcome: 'taken', why: null, supplied: { material: code, form: 'fetched', files: [{ id, sha256, size, type }], suppliedOn: today, certificate: factsOf(one.certificate) } };
    } catch (error) {
      return { material: code, outcome: 'notKept', why: String((error as { code?: unknown }).code ?? error), supplied: null };
    }
  }));
}

/** What stands on it, without the document. */
export function factsOf({ number, issuer, issuedOn, validUntil }: CertificateFacts | Certificate): CertificateFacts {
  return { number, issuer, issuedOn, validUntil };
}
