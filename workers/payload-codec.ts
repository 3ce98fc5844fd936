import { createCipheriv, createDecipheriv, createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import proto from '@temporalio/proto';

const ENCODING = encode('binary/encrypted');
const PayloadMessage = proto.temporal.api.common.v1.Payload;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** From this size on it pays to compress: a plan shrinks to a fifth, and so do a history, its traffic and its storage. */
const COMPRESS_FROM = 1_024;
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const ZSTD = encode('zstd');

/** Keys by id; `current` encrypts, all of them decrypt. 32 bytes each. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/**
 * Encrypts every payload that goes to Temporal with AES-256-GCM: personal data never stands in clear there. The id of the
 * key goes with each payload, so that keys can be rotated while old cases live on.
 */
function encryptingCodec(ring: KeyRing): PayloadCodec {
  // Made once: from raw bytes every call would make its own, at the price of the encryption itself.
  const keys = new Map(Object.entries(ring.keys).map(([id, key]) => [id, createSecretKey(key)]));
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(ring.current, keys, payload)),
    decode: async (payloads) => payloads.map((payload) => decrypt(keys, payload)),
  };
}

/** Encrypts the messages and stacks of failures like payloads; loaded by path, in the sandbox and outside. */
export const FAILURE_CONVERTER = new URL('./failure-converter.cjs', import.meta.url).pathname;

/** What client and worker share: payloads encrypted, and the messages of failures with them. */
export function dataConverter(ring: KeyRing): DataConverter {
  return { payloadCodecs: [encryptingCodec(ring)], failureConverterPath: FAILURE_CONVERTER };
}

/**
 * The embedded mode's own key, made on first use. `ONETHING_KEY` (64 hex digits) brings one's own.
 * Losing this file loses the history of every running case.
 */
export async function keyRing(file: string): Promise<KeyRing> {
  const given = process.env['ONETHING_KEY'];
  if (given !== undefined) return ringOf(given, 'ONETHING_KEY');
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
  await chmod(fresh, 0o600);
  // Linking fails where a key is already there: whoever comes second uses the first one's.
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(fresh);
  return ringOf((await readFile(file, 'utf8')).trim(), file);
}

function ringOf(hex: string, source: string): KeyRing {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`${source}: 密钥应为 64 位十六进制数。 A key is 64 hex digits.`);
  const key = Buffer.from(hex, 'hex');
  const id = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return { current: id, keys: { [id]: key } };
}

function encrypt(current: string, keys: ReadonlyMap<string, KeyObject>, payload: Payload): Payload {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.get(current)!, iv);
  const plain = PayloadMessage.encode(payload).finish();
  const compressed = plain.length < COMPRESS_FROM ? null : zstdCompressSync(plain, FAST);
  const sealed = Buffer.concat([iv, cipher.update(compressed ?? plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding: ENCODING, 'encryption-key-id': encode(current), ...(compressed && { compression: ZSTD }) }, data: sealed };
}

function decrypt(keys: ReadonlyMap<string, KeyObject>, payload: Payload): Payload {
  const { encoding, 'encryption-key-id': keyId } = payload.metadata ?? {};
  if (!encoding || decode(encoding) !== 'binary/encrypted' || !payload.data) return payload;
  const id = keyId ? decode(keyId) : '';
  const key = keys.get(id);
  if (!key) throw new Error(`没有密钥“${id}”，无法解密。 No key “${id}” to decrypt with.`);
  const data = Buffer.from(payload.data);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES));
  decipher.setAuthTag(data.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  return PayloadMessage.decode(payload.metadata?.['compression'] ? zstdDecompressSync(plain) : plain);
}
