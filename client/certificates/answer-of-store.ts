import { z } from 'zod';
import { spelled } from '../../store/case-persons.ts';
import { FILE_TYPES, type FileType } from '../../store/files/file-type.ts';
import { parsePlainDate, type PlainDate } from '../../workflows/case/plain-date.ts';
import { type Certificate, type CertificateAsked, CertificateStoreError } from './certificate-store.ts';

/** What is printed on papers and kept for good: nothing that the store of cases cannot keep. */
const Line = z.string().trim().min(1).max(200).regex(/^[^\p{Cc}\p{Cs}]+$/u);
const Day = z.string().refine((text) => parsePlainDate(text) !== null).transform((text) => text as PlainDate);

const Answer = z.object({
  certificate: z.object({
    material: z.string(), holder: z.string(), number: Line, issuer: Line, issuedOn: Day, validUntil: Day.nullable(),
    document: z.object({ type: z.enum(Object.keys(FILE_TYPES) as [FileType, ...FileType[]]), content: z.base64().min(1) }),
  }).nullable(),
});

/**
 * What a store has answered. It says again whose certificate it gives: one that mixes up its answers gives a stranger's away.
 * @throws CertificateStoreError `wrongAnswer`
 */
export function readAnswer(text: string, { material, holder }: CertificateAsked): Certificate | null {
  const { data, error } = Answer.safeParse(parsed(text));
  if (!data) throw wrong(error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`).join(', ').slice(0, 300));
  if (data.certificate === null) return null;
  const { material: of, holder: whose, document, ...facts } = data.certificate;
  if (of !== material.code) throw wrong('certificate.material: not the one asked for');
  if (spelled(whose) !== spelled(holder.idNumber)) throw wrong('certificate.holder: not the one asked about');
  return { ...facts, document: { type: document.type, bytes: Buffer.from(document.content, 'base64') } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('no JSON');
  }
}

function wrong(what: string): CertificateStoreError {
  return new CertificateStoreError('wrongAnswer', what);
}
