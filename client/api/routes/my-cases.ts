import { createRoute, z } from '@hono/zod-openapi';
import { casesOfCitizen } from '../../../store/queries/cases-of-citizen.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { namesOf } from '../names.ts';
import { given, json, mapPage, PageOf, PageQuery, PROBLEMS, Text } from '../schemas/common.ts';
import { nextOf } from '../views/next.ts';
import { ListedCase } from '../schemas/listed-case.ts';
import { seeListedCase } from '../views/see-listed-case.ts';

const MyCase = ListedCase.extend({ next: Text }).openapi('MyCase', { description: 'With what comes next, and until when.' });
const Identity = z.object({ name: z.string(), kind: z.enum(['person', 'entity']), idNumber: z.string() }).openapi('Identity', { description: 'As whom one applies for oneself: unmasked, for nobody’s own number is news to him.' });

/** What concerns a citizen himself. */
export function myCaseRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/my/identity', operationId: 'getMyIdentity', tags: ['identity'], summary: 'My own name and number, for a form of mine', responses: { 200: json(Identity, 'Name and number.'), ...PROBLEMS },
  }), (request) => {
    const { name, idNumber } = requireRole(request, 'citizen');
    return request.json({ name, kind: idNumber === null || /^\d{17}[\dXx]$/.test(idNumber) ? 'person' as const : 'entity' as const, idNumber: idNumber ?? '' }, 200);
  }).openapi(createRoute({
    method: 'get', path: '/my/cases', operationId: 'listMyCases', tags: ['cases'], summary: 'Cases in which I am applicant, agent, further person or interested party', request: { query: PageQuery }, responses: { 200: json(PageOf(MyCase), 'The latest first.'), ...PROBLEMS },
  }), async (request) => {
    const citizen = requireRole(request, 'citizen');
    if (citizen.idNumber === null) return request.json({ rows: [], next: null }, 200);
    const [page, names] = await Promise.all([casesOfCitizen(db, citizen.idNumber, given(request.req.valid('query'))), namesOf(db)]);
    const next = new Map(await Promise.all(page.rows.map(async ({ caseNo }) => [caseNo, nextOf(await context.client.view(caseNo))] as const)));
    return request.json(mapPage(page, (row) => ({ ...seeListedCase(citizen, names, row), next: next.get(row.caseNo)! })), 200);
  });
}
