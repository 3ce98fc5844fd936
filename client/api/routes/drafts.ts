import { createRoute, z } from '@hono/zod-openapi';
import { draftsOf, dropDraft, MOST_DRAFTS, saveDraft } from '../../../store/access/drafts.ts';
import { type ApiContext, dbOf, newRoutes, signedInOf } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { json, moment, Moment, PROBLEMS } from '../schemas/common.ts';

/** Of one form; files are not in it. bytes */
const LARGEST = 200_000;

const DraftBody = z.object({ service: z.string().max(100), body: z.record(z.string(), z.unknown()) }).openapi('DraftBody');
const Draft = DraftBody.extend({ id: z.string(), savedAt: Moment }).openapi('Draft', { description: 'A form that is being filled in: its author’s alone.' });
const Id = z.object({ id: z.string().min(1).max(80).openapi({ param: { name: 'id', in: 'path' } }) });

export function draftRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/drafts', operationId: 'listDrafts', tags: ['intake'], summary: 'My unfinished forms', responses: { 200: json(z.array(Draft), 'The latest first.'), ...PROBLEMS },
    }), async (request) => request.json((await draftsOf(db, signedInOf(request).id)).map(({ savedAt, body, ...one }) => ({ ...one, body: body as Record<string, unknown>, savedAt: moment(savedAt) })), 200))
    .openapi(createRoute({
      method: 'put', path: '/drafts/{id}', operationId: 'saveDraft', tags: ['intake'], summary: 'Keep an unfinished form', request: { params: Id, body: { required: true, content: { 'application/json': { schema: DraftBody } } } }, responses: { 204: { description: 'Kept.' }, ...PROBLEMS },
    }), async (request) => {
      const given = request.req.valid('json');
      if (Buffer.byteLength(JSON.stringify(given.body)) > LARGEST) throw new ApiProblem('request.tooLarge', { bytes: String(LARGEST) });
      const isKept = await saveDraft(db, signedInOf(request).id, { id: request.req.valid('param').id, ...given });
      if (!isKept) throw new ApiProblem('draft.tooMany', { most: String(MOST_DRAFTS) });
      return request.body(null, 204);
    })
    .openapi(createRoute({
      method: 'delete', path: '/drafts/{id}', operationId: 'dropDraft', tags: ['intake'], summary: 'Give an unfinished form up', request: { params: Id }, responses: { 204: { description: 'Gone.' }, ...PROBLEMS },
    }), async (request) => {
      await dropDraft(db, signedInOf(request).id, request.req.valid('param').id);
      return request.body(null, 204);
    });
}
