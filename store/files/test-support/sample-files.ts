import { crc32 } from 'node:zlib';
import PDFDocument from 'pdfkit';
import writeExcelFile from 'write-excel-file/node';

/** A PDF as a program makes it; the words differ, so the bytes do. */
export async function pdf(words = 'Lease contract of the shop'): Promise<Buffer> {
  const document = new PDFDocument({ info: { CreationDate: new Date(0) } });
  document.text(words).end();
  return Buffer.from(await new Response(document as unknown as ReadableStream).arrayBuffer());
}

export async function xlsx(): Promise<Buffer> {
  return writeExcelFile([[{ value: '餐饮服务从业人员' }]]).toBuffer();
}

/** 1 × 1 pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export const docx = (): Buffer => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
export const ofd = (): Buffer => zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' });

/** A zip, its parts as they are. */
export function zip(parts: Readonly<Record<string, string>>, { encrypted = false, claims }: { readonly encrypted?: boolean; readonly claims?: number } = {}): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [part, content] of Object.entries(parts)) {
    const [name, bytes] = [Buffer.from(part), Buffer.from(content)];
    const common = [u16(20), u16(encrypted ? 1 : 0), u16(0), u32(0), u32(crc32(bytes)), u32(bytes.length), u32(claims ?? bytes.length), u16(name.length), u16(0)];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), ...common, name, bytes]);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(offset), name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), u32(0), u16(entries.length), u16(entries.length), u32(directory.length), u32(offset), u16(0)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
