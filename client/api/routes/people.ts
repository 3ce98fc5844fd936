import { createRoute, z } from '@hono/zod-openapi';
import { listPeople } from '../../../store/people.ts';
import type { Role } from '../../../workflows/case/actor.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { given, json, PROBLEMS } from '../schemas/common.ts';
import { OFFICERS } from './inbox.ts';

export function peopleRoutes(context: ApiContext) {
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/people', operationId: 'listPeople', tags: ['identity'], summary: 'The directory', request: { query: z.object({ department: z.string().optional(), role: z.string().optional() }) },
    responses: { 200: json(z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), department: z.string().nullable() })), 'By department, role and id.'), ...PROBLEMS },
  }), async (request) => {
    requireRole(request, ...OFFICERS, 'auditor');
    const { department, role } = request.req.valid('query');
    return request.json((await listPeople(dbOf(context), given({ department, role: role as Role | undefined }))).map(({ id, name, role: post, department: of }) => ({ id, name, role: post, department: of })), 200);
  });
}
