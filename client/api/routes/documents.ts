import { createRoute, z } from '@hono/zod-openapi';
import QRCode from 'qrcode';
import { findDocument } from '../../../store/queries/documents.ts';
import { titleOf } from '../../documents/document-title.ts';
import { renderPdf } from '../../documents/render-pdf.ts';
import type { QuickCode } from '../../documents/typeset/quick-code.ts';
import { type ApiContext, dbOf, newRoutes } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { seesDocument } from '../rights/sees-document.ts';
import { Day, json, PROBLEMS, Text } from '../schemas/common.ts';
import { SeenDocument } from '../schemas/seen-case.ts';
import { documentSeen } from '../views/see-document.ts';
import { openCase, recordRead, refused } from './case-access.ts';
import { CaseNo } from '../schemas/listed-case.ts';
import { progressUrl } from './intake.ts';

const Number_ = z.object({ number: z.string().min(3).max(80).openapi({ param: { name: 'number', in: 'path' } }) });
const Verification = z.object({
  genuine: z.boolean().nullable().openapi({ description: 'Whether the hash on the paper is that of the document on record; null: no hash was given, only that there is such a document.' }),
  number: z.string(), title: Text, issuer: Text, issuedOn: Day, simulated: z.boolean(),
}).openapi('Verification');

/** What a telephone reads off a paper: whether it is genuine; off a receipt also where the case is. */
function codesOn(context: ApiContext, { caseNo, hash, record }: NonNullable<Awaited<ReturnType<typeof findDocument>>>): QuickCode[] {
  const verify: QuickCode = { url: `${context.publicUrl}/verify/${encodeURIComponent(record.number)}?hash=${hash.slice(0, 16)}`, caption: '扫码核验真伪', margin: 'right' };
  if (record.kind !== 'receipt') return [verify];
  const code = context.codes.of(caseNo);
  return [verify, { url: progressUrl(context, caseNo, code), caption: `查询码 ${code}`, margin: 'left' }];
}

/** Papers: what was issued, as data, as PDF, and whether one is genuine. */
export function documentRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/documents/{number}', operationId: 'getDocument', tags: ['documents'], summary: 'A document as data', request: { params: Number_ },
      responses: { 200: json(SeenDocument.extend({ record: z.record(z.string(), z.unknown()) }).openapi('DocumentWithRecord'), 'The record and its hash.'), ...PROBLEMS },
    }), async (request) => {
      const { paper } = await readable(request, request.req.valid('param').number);
      return request.json({ ...documentSeen(paper.caseNo, paper), record: paper.record as unknown as Record<string, unknown> }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/documents/{number}/pdf', operationId: 'getDocumentPdf', tags: ['documents'], summary: 'A document on paper', description: 'Always the same bytes.',
      request: { params: Number_, query: z.object({ inline: z.literal('1').optional() }) }, responses: { 200: { description: 'PDF.', content: { 'application/pdf': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } } }, ...PROBLEMS },
    }), async (request) => {
      const { number } = request.req.valid('param');
      const { paper } = await readable(request, number);
      const pdf = await renderPdf(paper.record, { codes: codesOn(context, paper) });
      return request.body(new Uint8Array(pdf), 200, {
        'Content-Type': 'application/pdf', 'Content-Disposition': `${request.req.valid('query').inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(`${titleOf(paper.record).zh}-${number}.pdf`)}`,
        'Cache-Control': 'private, no-store', ETag: `"${paper.hash}"`,
      });
    })
    .openapi(createRoute({
      method: 'get', path: '/public/documents/{number}/verification', operationId: 'verifyDocument', tags: ['public'], summary: 'Whether a paper is genuine', description: 'For whoever has been shown it: no sign-in, and nothing but what is on its face.',
      request: { params: Number_, query: z.object({ hash: z.string().regex(/^[0-9a-f]{8,64}$/i).optional() }) }, responses: { 200: json(Verification, 'What is on record.'), ...PROBLEMS },
    }), async (request) => {
      const { number } = request.req.valid('param');
      const { hash } = request.req.valid('query');
      const paper = await findDocument(db, number);
      if (!paper) throw new ApiProblem('document.unknown', { number });
      const { record } = paper;
      return request.json({
        genuine: hash === undefined ? null : paper.hash.startsWith(hash.toLowerCase()), number, title: titleOf(record), issuer: record.issuer, issuedOn: record.issuedOn, simulated: record.simulated,
      }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/{caseNo}/progress-code', operationId: 'getProgressCode', tags: ['cases'], summary: 'The code on the receipt, for following the case without signing in', request: { params: CaseNo },
      responses: { 200: json(z.object({ code: z.string(), url: z.string(), qr: z.string().openapi({ description: 'The address as a QR code, SVG.' }) }).openapi('ProgressCode'), 'For the window and the applicant.'), ...PROBLEMS },
    }), async (request) => {
      const { state, standing } = await openCase(context, request, request.req.valid('param').caseNo);
      if (standing.sight.of !== 'all') throw new ApiProblem('right.noPart');
      const code = context.codes.of(state.caseNo);
      const url = progressUrl(context, state.caseNo, code);
      return request.json({ code, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) }, 200);
    });

  /** A paper that who asks may read. @throws ApiProblem `document.unknown`, also for one that he may not */
  async function readable(request: Parameters<typeof openCase>[1], number: string) {
    const paper = await findDocument(db, number);
    if (!paper) throw new ApiProblem('document.unknown', { number });
    const seeing = await openCase(context, request, paper.caseNo);
    if (!seesDocument(seeing, paper)) throw await refused(context, request, paper.caseNo, new ApiProblem('document.unknown', { number }));
    await recordRead(context, request, seeing);
    return { paper, seeing };
  }
}
