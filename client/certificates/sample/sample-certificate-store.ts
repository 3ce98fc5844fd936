import { PATIENCE } from '../certificates-from-environment.ts';
import type { CertificateDesk } from '../certificate-store.ts';
import { SAMPLE_CERTIFICATES } from './sample-certificates.ts';
import { sampleDocument } from './sample-document.ts';

/** A certificate store for trying things out: it has a few certificates of the sample applicants, each marked as a sample on its face. */
export const SAMPLE_CERTIFICATE_DESK: CertificateDesk = {
  patience: PATIENCE * 1_000,
  store: {
    async find({ material, holder }) {
      const found = SAMPLE_CERTIFICATES.find((one) => one.holder === holder.idNumber.trim().toUpperCase() && one.materials.includes(material.code));
      if (!found) return null;
      const { number, issuer, issuedOn, validUntil } = found;
      return { number, issuer, issuedOn, validUntil, document: { type: 'application/pdf', bytes: await sampleDocument(found, holder.name) } };
    },
  },
};
