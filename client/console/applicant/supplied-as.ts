import type { UploadedFile } from '../guided-form/application.ts';

/** A material as a command hands it in: the case keeps what its files are, not what they were called. */
export function suppliedAs(material: string, files: readonly UploadedFile[]) {
  return { material, form: 'file' as const, files: files.map(({ id, sha256, size, type }) => ({ id, sha256, size, type })) };
}
