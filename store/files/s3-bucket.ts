import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { FileError } from './file-error.ts';
import type { FileStorage } from './file-storage.ts';

export interface S3Place {
  readonly bucket: string;
  /** Of an S3-compatible server, with the bucket in its paths; absent: Amazon's own, by region. */
  readonly endpoint?: string;
}

/**
 * A bucket of Amazon S3 or of a server that speaks the same. Region and credentials come from where its programs always
 * have them: `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, a profile, the machine's role.
 *
 * What is kept is whole: the hash of the content is part of the signed request, and the server refuses other bytes.
 */
export function s3Bucket({ bucket: Bucket, endpoint }: S3Place): FileStorage {
  const client = new S3Client({
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}), ...(process.env['AWS_REGION'] ? {} : { region: 'us-east-1' }),
    // What fails is thrown, with its cause: nothing is written on the console besides.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} }, requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    // Checksums of newer versions only where they are demanded: many compatible servers do not know them.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (sha256: string) => ({ Bucket, Key: `${sha256.slice(0, 2)}/${sha256}` });
  return {
    async keep(path, { sha256, size }) {
      const there = await found(client.send(new HeadObjectCommand(at(sha256))));
      if (there?.ContentLength === size) return;
      const put = new PutObjectCommand({ ...at(sha256), Body: createReadStream(path), ContentLength: size, ContentType: 'application/octet-stream' });
      put.middlewareStack.add((next) => (given) => {
        (given.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
        return next(given);
      }, { step: 'build' });
      await found(client.send(put));
    },

    async open(sha256, part) {
      const got = await found(client.send(new GetObjectCommand({ ...at(sha256), ...(part ? { Range: `bytes=${part.from}-${part.to}` } : {}) })));
      return (got?.Body as Readable | undefined) ?? null;
    },

    async remove(sha256) {
      await found(client.send(new DeleteObjectCommand(at(sha256))));
    },
  };
}

/** @returns null when there is no such object. @throws FileError `file.storageUnavailable` */
async function found<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    // Of HEAD there is no body that could say what is not found. A bucket that is not there is no missing object.
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket') return null;
    throw new FileError('file.storageUnavailable', {}, error);
  }
}
