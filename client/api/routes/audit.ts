import { createRoute, z } from '@hono/zod-openapi';
import { accesses } from '../../../store/access/access-log.ts';
import { refusedAttempts } from '../../../store/queries/refused-attempts.ts';
import { sentenceOf } from '../../../workflows/case/rejection.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { given, json, mapPage, moment, Moment, PageOf, PageQuery, PROBLEMS, Text } from '../schemas/common.ts';

const Access = z.object({
  id: z.int(), at: Moment, person: z.string(), role: z.string(), action: z.string(), caseNo: z.string().nullable(), outcome: z.enum(['read', 'refused']), code: z.string().nullable(), requestId: z.string(),
}).openapi('Access');
const Refusal = z.object({ id: z.string(), at: Moment, caseNo: z.string(), command: z.string(), person: z.string(), name: z.string(), role: z.string(), code: z.string(), text: Text }).openapi('Refusal');

/** Who read personal data, and who tried what he might not. For auditors and supervision. */
export function auditRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/audit/accesses', operationId: 'listAccesses', tags: ['audit'], summary: 'Reads of personal data and refused attempts, the latest first', request: { query: PageQuery.extend({ case: z.string().optional(), person: z.string().optional() }) },
      responses: { 200: json(PageOf(Access), 'A page of the log, which is only added to.'), ...PROBLEMS },
    }), async (request) => {
      requireRole(request, 'auditor', 'manager');
      const { case: caseNo, person, size, after } = request.req.valid('query');
      return request.json(mapPage(await accesses(db, given({ caseNo, person }), given({ size, after })), ({ at, ...row }) => ({ ...row, at: moment(at) })), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/audit/refused', operationId: 'listRefused', tags: ['audit'], summary: 'Commands that the engine refused, the latest first', request: { query: PageQuery.extend({ case: z.string().optional() }) }, responses: { 200: json(PageOf(Refusal), 'A page.'), ...PROBLEMS },
    }), async (request) => {
      requireRole(request, 'auditor', 'manager');
      const { case: caseNo, size, after } = request.req.valid('query');
      return request.json(mapPage(await refusedAttempts(db, given({ caseNo }), given({ size, after })), ({ id, caseNo: of, command, actor, sentAt, rejection }) => ({
        id, caseNo: of, command, at: moment(sentAt), person: actor.id, name: actor.name, role: actor.role, code: rejection.code, text: sentenceOf(rejection),
      })), 200);
    });
}
