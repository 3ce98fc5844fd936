import type { FileHandle } from 'node:fs/promises';
import { FileError } from './file-error.ts';

/** The end of a zip: 22 bytes and a comment of at most 65,535. */
const END = 22;
const LONGEST_END = END + 0xffff;
const ENTRY = 46;
/** A document of an office has some hundred parts. */
const MOST_DIRECTORY_BYTES = 2 ** 20;
/** What all parts may unpack to: a document that claims more is meant to choke who opens it. */
const MOST_UNPACKED_BYTES = 2 ** 30;

/**
 * Names of the parts of a zip that begins where the file does, as its directory at the end lists them. Nothing is unpacked.
 * @throws FileError `file.damaged` when there is no directory that holds together, or it claims too much; encrypted ones too
 */
export async function zipNames(file: FileHandle): Promise<string[]> {
  const end = await endOfZip(file);
  if (!end || end.length > MOST_DIRECTORY_BYTES || end.start + end.length > end.at) throw new FileError('file.damaged');
  const directory = await read(file, end.start, end.length);
  const names: string[] = [];
  let unpacked = 0;
  let beginsWithFile = false;
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new FileError('file.damaged');
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) !== 0;
    unpacked += directory.readUInt32LE(at + 24);
    if (isEncrypted || unpacked > MOST_UNPACKED_BYTES) throw new FileError('file.damaged');
    beginsWithFile ||= directory.readUInt32LE(at + 42) === 0;
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [number, number, number];
    names.push(directory.toString('utf8', at + ENTRY, at + ENTRY + name));
    at += ENTRY + name + extra + comment;
  }
  // Behind something else that begins like a zip, it is another archive to who reads from the front.
  if (!beginsWithFile) throw new FileError('file.twoKinds');
  return names;
}

/** Whether it can be opened as a zip, whatever it begins with. */
export async function isZipAtTheEnd(file: FileHandle): Promise<boolean> {
  return (await endOfZip(file)) !== null;
}

/** Where the zip's end is, and its directory. The comment reaches to the end of the file, so that no other bytes are taken for one. */
async function endOfZip(file: FileHandle): Promise<{ readonly at: number; readonly start: number; readonly length: number } | null> {
  const { size } = await file.stat();
  const tailAt = Math.max(0, size - LONGEST_END);
  const tail = await read(file, tailAt, size - tailAt);
  for (let at = tail.length - END; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + END + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { at: tailAt + at, length: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) };
  }
  return null;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
