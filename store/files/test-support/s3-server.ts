import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const S3_KEYS = { AWS_ACCESS_KEY_ID: 'files-of-onething', AWS_SECRET_ACCESS_KEY: 'only/for+the test' };
const REGION = 'cn-north-1';

/**
 * A server that does what the file storage asks of S3, over HTTP, and believes nobody: it works out every signature itself,
 * and compares what arrives with the hash that was signed.
 * @see Amazon S3, "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)"
 */
export async function startS3(bucket: string): Promise<{ endpoint: string; objects: Map<string, Buffer>; requests: string[]; end(): Promise<void> }> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    requests.push(`${request.method} ${request.url}`);
    const [, inBucket, key] = /^\/([^/?]+)\/([^?]+)/.exec(request.url!) ?? [];
    if (!isSigned(request)) return failed(response, 403, 'SignatureDoesNotMatch');
    if (inBucket !== bucket || key === undefined) return failed(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      const hash = createHash('sha256').update(body).digest('hex');
      if (request.headers['x-amz-content-sha256'] !== hash) return failed(response, 400, 'XAmzContentSHA256Mismatch');
      objects.set(key, body);
      return response.writeHead(200, { ETag: `"${hash}"` }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    const object = objects.get(key);
    if (!object) return failed(response, 404, 'NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length }).end(request.method === 'HEAD' ? undefined : part);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects, requests,
    end: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function failed(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/;
  const [, account, day, region, signed, signature] = pattern.exec(headers.authorization ?? '') ?? [];
  const names = signed?.split(';') ?? [];
  if (account !== S3_KEYS.AWS_ACCESS_KEY_ID || region !== REGION || !['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return false;
  const [path, query = ''] = url!.split('?') as [string, string?];
  const canonical = [
    method, path, [...new URLSearchParams(query)].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort().join('&'),
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`), '', signed, headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day!, region, 's3', 'aws4_request'].reduce<string | Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), `AWS4${S3_KEYS.AWS_SECRET_ACCESS_KEY}`);
  return timingSafeEqual(createHmac('sha256', key).update(toSign).digest(), Buffer.from(signature!, 'hex'));
}
