import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Keys for different ends out of one secret: what is sealed for one opens nothing of the others. */
export type KeyFor = (end: 'attempt' | 'idToken' | 'providerCookies' | 'clientSecret') => Buffer;

/** The keys of this installation. Losing their file ends the sign-ins under way, and nothing else. */
export async function keysOf(folder: string): Promise<KeyFor> {
  const secret = await keptText(join(folder, 'identity.key'), async () => randomBytes(32).toString('hex'));
  return (end) => Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `onething/identity/${end}`, 32));
}

/** A text that is made on first use, and can be read by nobody but this account. */
export async function keptText(file: string, make: () => Promise<string>): Promise<string> {
  const kept = await readIfThere(file);
  if (kept !== null) {
    // Whoever restored it from somewhere may have left it open.
    await chmod(file, 0o600);
    return kept;
  }
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(fresh, await make(), { mode: 0o600 });
  // Linking fails where one is already there: whoever comes second uses the first one's.
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(fresh);
  return (await readFile(file, 'utf8')).trim();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
