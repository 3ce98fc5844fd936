import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

/** Puts something into a text that only we can open, and only for so many seconds. */
export function seal(key: Buffer, content: JWTPayload, seconds: number): Promise<string> {
  return new EncryptJWT(content).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setIssuedAt().setExpirationTime(`${seconds}s`).encrypt(key);
}

/** What was sealed; null when it was tampered with, is too old, or was sealed with another key. */
export async function unseal(key: Buffer, sealed: string | undefined): Promise<JWTPayload | null> {
  if (!sealed) return null;
  try {
    const { payload } = await jwtDecrypt(sealed, key, { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] });
    return payload;
  } catch {
    return null;
  }
}
