import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const tooLong = 20 * 1024 * 1024;

/**
 * Opens a server's log for appending; a long one is put aside first, and only one is kept.
 * A file and not a pipe to us: a server whose reader was killed would die, or block, at its next line.
 */
export async function openLog(path: string): Promise<{ fd: number; start: number; close(): Promise<void> }> {
  await mkdir(dirname(path), { recursive: true });
  const size = await stat(path).then((found) => found.size, () => 0);
  if (size > tooLong) await rename(path, `${path}.1`);
  const file: FileHandle = await open(path, 'a', 0o600);
  return { fd: file.fd, start: size > tooLong ? 0 : size, close: () => file.close() };
}

/** What a server said since `from` that explains why it failed. */
export async function lastWords(path: string, from: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({ position: Math.max(from, size - 2_000), buffer: Buffer.alloc(2_000) });
    const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
    const telling = lines.filter((line) => /fatal|error|panic|hint|could not/i.test(line));
    return (telling.length > 0 ? telling : lines).slice(-3).join(' ');
  } finally {
    await file.close();
  }
}
