import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { FileError, type FileErrorCode } from '../../../store/files/file-error.ts';
import { contentDisposition } from '../../../store/files/file-name.ts';
import { openFile } from '../../../store/files/open-file.ts';
import { findFile, type StoredFile } from '../../../store/files/stored-file.ts';
import { takeFile } from '../../../store/files/take-file.ts';
import { ClientError } from '../../client-error.ts';
import { type ApiContext, type ApiEnv, type ApiRequest, dbOf, newRoutes, signedInOf } from '../api-context.ts';
import { partOf } from '../byte-range.ts';
import { seesFile } from '../rights/sees-file.ts';
import { json, PROBLEMS } from '../schemas/common.ts';
import { StoredFile as FileReference } from '../schemas/seen-case.ts';
import { openCase, recordRead, recordRefused } from './case-access.ts';

const Uploaded = FileReference.extend({
  name: z.string().openapi({ description: 'As it will be called when it is downloaded.' }),
  scan: z.enum(['notScanned', 'clean']).openapi({ description: 'Whether a virus scanner has looked at it.' }),
}).openapi('UploadedFile', { description: '`id`, `sha256`, `size` and `type` are what a receipt or a command says of the file.' });

const BINARY = { schema: z.string().openapi({ type: 'string', format: 'binary' }) };
/** What browsers show without running it. Everything else is only ever saved. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);
/** What nobody uploads by mistake often. */
const HOSTILE: ReadonlySet<FileErrorCode> = new Set(['file.infected', 'file.program', 'file.markup', 'file.macros', 'file.twoKinds']);

/** Files of materials: in, checked by their content; out, each time only to whom the case shows them. */
export function fileRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'post', path: '/files', operationId: 'uploadFile', tags: ['files'], summary: 'Upload a file',
      description: 'The bytes are the body, whatever its declared type: what it is, its content says. PDF, OFD, JPEG, PNG, WebP, HEIC, TIFF, DOCX and XLSX are taken. A file that no case refers to, nor the uploader’s draft, is removed after a day.',
      request: {
        headers: z.object({ 'x-file-name': z.string().max(4_000).optional().openapi({ description: 'Its name, percent-encoded UTF-8.', example: '%E5%90%88%E5%90%8C.pdf' }) }),
        body: { required: true, content: { 'application/octet-stream': BINARY } },
      },
      responses: { 201: json(Uploaded, 'It is kept.'), ...PROBLEMS },
    }), async (request) => {
      const { id, sha256, size, type, name, scan } = await taken(request, decoded(request.req.valid('header')['x-file-name'] ?? ''));
      return request.json({ id, sha256, size, type, name, scan: scan === 'clean' ? scan : 'notScanned' as const }, 201);
    })
    .openapi(createRoute({
      method: 'get', path: '/files/{id}', operationId: 'downloadFile', tags: ['files'], summary: 'Download a file',
      description: 'For whoever uploaded it, until a case refers to it; from then on for whom the case shows that material. `inline=1` lets a browser show a PDF or a picture. Parts by `Range`.',
      request: { params: z.object({ id: z.string().max(100) }), query: z.object({ inline: z.literal('1').optional() }) },
      responses: { 200: { description: 'Its bytes.', content: { 'application/octet-stream': BINARY } }, 206: { description: 'A part.', content: { 'application/octet-stream': BINARY } }, 416: { description: 'It has no such part.' }, ...PROBLEMS },
    }), async (request) => {
      const file = await readable(request, request.req.valid('param').id);
      const tag = `"${file.sha256}"`;
      const ifRange = request.req.header('if-range');
      const part = ifRange === undefined || ifRange === tag ? partOf(request.req.header('range'), file.size) : null;
      if (part === 'none') return request.body(null, 416, { 'Content-Range': `bytes */${file.size}` });
      const bytes = await openFile(context.files.storage, file, part ?? undefined);
      const isShown = request.req.valid('query').inline !== undefined && SHOWN.has(file.type);
      return request.body(Readable.toWeb(bytes) as ReadableStream, part ? 206 : 200, {
        'Content-Type': file.type, 'Content-Length': String(part ? part.to - part.from + 1 : file.size), 'Content-Disposition': contentDisposition(file.name, isShown ? 'inline' : 'attachment'),
        'Accept-Ranges': 'bytes', ETag: tag, ...(part ? { 'Content-Range': `bytes ${part.from}-${part.to}/${file.size}` } : {}),
      });
    });

  /** What was sent, taken in. What may be an attack is on record; what an operator has to mend, in the log. */
  async function taken(request: ApiRequest, name: string): Promise<StoredFile> {
    const signedIn = signedInOf(request);
    const { maxBytes } = context.files;
    if (Number(request.req.header('content-length') ?? 0) > maxBytes) throw FileError.tooLarge(maxBytes);
    const body = request.req.raw.body;
    if (!body) throw new FileError('file.empty');
    try {
      // The connection is still needed for the answer when the rest of the body is not.
      return await takeFile(db, context.files, body.values({ preventCancel: true }), { name, by: signedIn.id, now: Date.now() });
    } catch (error) {
      if (error instanceof FileError && HOSTILE.has(error.code)) await recordRefused(context, request, signedIn, null, error.code);
      if (error instanceof FileError && error.cause !== undefined) request.var.log.warn({ code: error.code, err: error.cause }, 'file refused');
      throw error;
    }
  }

  /** A file that who asks may have. Whoever may not is told nothing of it, not even that it exists. @throws FileError `file.unknown` */
  async function readable(request: ApiRequest, id: string): Promise<StoredFile> {
    const signedIn = signedInOf(request);
    const file = await findFile(db, id);
    if (!file) throw new FileError('file.unknown', { file: id });
    if (file.caseNo === null) {
      if (file.uploadedBy === signedIn.id) return file;
    } else {
      const seeing = await openCase(context, request, file.caseNo).catch((error: unknown) => {
        throw error instanceof ClientError && error.code === 'case.unknown' ? new FileError('file.unknown', { file: id }) : error;
      });
      if (seesFile(seeing, id)) {
        await recordRead(context, request, seeing);
        return file;
      }
    }
    await recordRefused(context, request, signedIn, file.caseNo, 'right.noPart');
    throw new FileError('file.unknown', { file: id });
  }
}

/**
 * Whatever a file is, a browser runs nothing of it, keeps nothing of it, and shows it in no page but ours. Put around everything
 * else that sets headers.
 */
export const fileHeaders = createMiddleware<ApiEnv>(async (request, next) => {
  await next();
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'self'", 'X-Frame-Options': 'SAMEORIGIN', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
  };
  for (const [name, value] of Object.entries(headers)) request.res.headers.set(name, value);
});

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
