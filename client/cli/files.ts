import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { MOST_BYTES } from '../../definitions/source/decode.ts';
import { Mistake } from './mistake.ts';

/** The bytes of a definition; of a file that is too big for one no more than tells so. */
export function readDefinitionFile(file: string): Uint8Array {
  const bytes = Buffer.alloc(MOST_BYTES + 1);
  let length = 0;
  try {
    const handle = openSync(file, 'r');
    try {
      for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(handle, bytes, length, bytes.length - length, null);
    } finally {
      closeSync(handle);
    }
  } catch {
    throw new Mistake(`读不到文件“${file}”。 Cannot read file “${file}”.`);
  }
  return bytes.subarray(0, length);
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Mistake(`读不到文件“${file}”。 Cannot read file “${file}”.`);
  }
}

export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Mistake(`写不了文件“${file}”：文件夹是否存在、可写？ Cannot write “${file}”: is its folder there, and writable? (${codeOf(error)})`);
  }
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Mistake(`建不了文件夹“${folder}”。 Cannot make the folder “${folder}”. (${codeOf(error)})`);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
