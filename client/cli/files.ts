import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Mistake } from './mistake.ts';

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
