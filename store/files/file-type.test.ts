import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { typeOfFile } from './file-type.ts';
import { docx, ofd, pdf, PNG, xlsx, zip } from './test-support/sample-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-type-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function typeOf(content: Buffer | string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return typeOfFile(path).catch((error: { code?: string }) => error.code ?? String(error));
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const PAGE = '<!DOCTYPE html><script>alert(1)</script>';

describe('the type of a file', () => {
  it('is what its content is', async () => {
    expect(await typeOf(await pdf())).toBe('application/pdf');
    expect(await typeOf(ofd())).toBe('application/ofd');
    expect(await typeOf(PNG)).toBe('image/png');
    expect(await typeOf(latin('\xff\xd8\xff\xe0\0\x10JFIF\0'))).toBe('image/jpeg');
    expect(await typeOf(latin('RIFF\x24\0\0\0WEBPVP8 '))).toBe('image/webp');
    expect(await typeOf(latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toBe('image/heic');
    expect(await typeOf(latin('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'))).toBe('image/heic');
    expect(await typeOf(latin('II*\0\x08\0\0\0'))).toBe('image/tiff');
    expect(await typeOf(latin('MM\0*\0\0\0\x08'))).toBe('image/tiff');
    expect(await typeOf(docx())).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(await typeOf(await xlsx())).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });

  it.each([
    ['file.markup', [PAGE, `\ufeff  ${PAGE}`, Buffer.from(`\ufeff${PAGE}`, 'utf16le'), '<svg xmlns="http://www.w3.org/2000/svg"/>', '<?xml version="1.0"?><svg/>', '<!-- x --><p onclick=x>']],
    ['file.program', [latin('MZ\x90\0'), latin('\x7fELF\x02'), '#!/bin/sh\nrm -rf /']],
    ['file.archive', [zip({ 'a.exe': 'MZ' }), latin('Rar!\x1a\x07\0'), latin('7z\xbc\xaf\x27\x1c'), latin('\x1f\x8b\x08')]],
    ['file.oldOffice', [latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), '{\\rtf1']],
    ['file.macros', [zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }), zip({ 'OFD.xml': '', 'x/embeddings/run.exe': '' })]],
    ['file.typeUnknown', ['just words', latin('GIF89a'), latin('\0\0\0\x18ftypisom\0\0\0\0isommp42'), latin('RIFF\x24\0\0\0WAVEfmt '), 'P']],
    ['file.damaged', [docx().subarray(0, 60), zip({ 'OFD.xml': 'x' }, { encrypted: true }), zip({ 'OFD.xml': 'x' }, { claims: 0xffff_ffff })]],
  ])('is refused as %s', async (code, contents) => {
    for (const content of contents) expect(await typeOf(content)).toBe(code);
  });

  it('is none when it is two at once', async () => {
    expect(await typeOf(Buffer.concat([latin('%PDF-1.7\n'), Buffer.from(PAGE)]))).toBe('file.twoKinds');
    expect(await typeOf(Buffer.concat([PNG, Buffer.from(PAGE)]))).toBe('file.twoKinds');
    expect(await typeOf(Buffer.concat([PNG, zip({ 'a.exe': 'MZ' })]))).toBe('file.twoKinds');
    expect(await typeOf(Buffer.concat([await pdf(), docx()]))).toBe('file.twoKinds');
    expect(await typeOf(Buffer.concat([zip({ 'run.exe': 'MZ' }), afterOthers(docx(), zip({ 'run.exe': 'MZ' }).length)]))).toBe('file.twoKinds');
  });

  it('is found although a directory that leads nowhere says otherwise', async () => {
    for (let length = 22; length < 200; length += 1) {
      const broken = Buffer.concat([latin('PK\x03\x04'), Buffer.alloc(length, 0xff), latin('PK\x05\x06'), Buffer.alloc(16, length), latin('\0\0')]);
      expect(await typeOf(broken)).toBe('file.damaged');
    }
  });
});

/** The directory of a zip, made right for what stands before it. */
function afterOthers(one: Buffer, offset: number): Buffer {
  const end = one.length - 22;
  const start = one.readUInt32LE(end + 16);
  for (let at = start; at < end; at += 46 + one.readUInt16LE(at + 28)) one.writeUInt32LE(one.readUInt32LE(at + 42) + offset, at + 42);
  one.writeUInt32LE(start + offset, end + 16);
  return one;
}
