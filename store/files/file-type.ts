import { type FileHandle, open } from 'node:fs/promises';
import { FileError, type FileErrorCode } from './file-error.ts';
import { isZipAtTheEnd, zipNames } from './zip-directory.ts';

/** What may be uploaded, and the endings a name of it may have: the first is given to a name that has none of them. */
export const FILE_TYPES = {
  'application/pdf': ['pdf'],
  /** The government's own page format. @see GB/T 33190 */
  'application/ofd': ['ofd'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type FileType = keyof typeof FILE_TYPES;

/** How much of the beginning is looked at: more than any browser does to guess a type. */
const HEAD = 1_536;

/**
 * What a file is by its content; neither its name nor what the sender calls it is asked. What is two kinds at once is no
 * kind: a picture that is also a web page or an archive would be one thing to us and another to who opens it.
 * @throws FileError that says what it is instead
 */
export async function typeOfFile(path: string): Promise<FileType> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0, HEAD);
    if (beginsWith(head, 'PK\x03\x04')) return typeOfNames(await zipNames(file));
    const type = typeOfHead(head);
    if (MARKUP.test(head.toString('latin1')) || await isZipAtTheEnd(file)) throw new FileError('file.twoKinds');
    return type;
  } finally {
    await file.close();
  }
}

const MARKUP = /<(?:!doctype|html|head|body|script|iframe|object|embed|svg|meta|link|style)[\s>/]/i;

function typeOfHead(head: Buffer): FileType {
  for (const [type, fits] of Object.entries(SIGNATURES)) if (fits(head)) return type as FileType;
  for (const [code, fits] of REFUSED) if (fits(head)) throw new FileError(code);
  throw new FileError('file.typeUnknown');
}

const SIGNATURES = {
  'application/pdf': (head) => beginsWith(head, '%PDF-'),
  'image/jpeg': (head) => beginsWith(head, '\xff\xd8\xff'),
  'image/png': (head) => beginsWith(head, '\x89PNG\r\n\x1a\n') && beginsWith(head, 'IHDR', 12),
  'image/webp': (head) => beginsWith(head, 'RIFF') && beginsWith(head, 'WEBP', 8),
  'image/heic': (head) => beginsWith(head, 'ftyp', 4) && /^(?:hei[cxms]|mif1.{4}(?:.{4})*?hei[cxms])/s.test(brands(head)),
  'image/tiff': (head) => beginsWith(head, 'II*\0') || beginsWith(head, 'MM\0*'),
} as const satisfies Partial<Record<FileType, (head: Buffer) => boolean>>;

/** What people, and others, try to upload: told what to do instead. */
const REFUSED: readonly (readonly [FileErrorCode, (head: Buffer) => boolean])[] = [
  ['file.program', (head) => ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe'].some((start) => beginsWith(head, start))],
  ['file.archive', (head) => ['Rar!', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh', '\xfd7zXZ', 'PK\x05\x06'].some((start) => beginsWith(head, start)) || beginsWith(head, 'ustar', 257)],
  ['file.oldOffice', (head) => beginsWith(head, '\xd0\xcf\x11\xe0') || beginsWith(head, '{\\rtf')],
  ['file.markup', (head) => MARKUP.test(withoutNulls(head)) || /^\s*<(?:\?xml|!--)/.test(withoutNulls(head))],
];

function typeOfNames(names: readonly string[]): FileType {
  const has = (name: string) => names.includes(name);
  if (names.some((name) => /vbaProject|\/activeX\/|\/embeddings\/.*\.(?:bin|exe|js|vbs)$/i.test(name))) throw new FileError('file.macros');
  if (has('OFD.xml')) return 'application/ofd';
  if (has('[Content_Types].xml') && has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  throw new FileError('file.archive');
}

/** Major brand, version, compatible brands. */
function brands(head: Buffer): string {
  return head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length));
}

/** UTF-16 reads like ASCII then. */
function withoutNulls(head: Buffer): string {
  return head.toString('latin1').replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}

function beginsWith(head: Buffer, start: string, at = 0): boolean {
  return head.toString('latin1', at, at + start.length) === start;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
