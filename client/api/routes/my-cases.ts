import { createRoute } from '@hono/zod-openapi';
import { casesOfCitizen } from '../../../store/queries/cases-of-citizen.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { serviceNames } from '../department-names.ts';
import { given, json, mapPage, moment, PageOf, PageQuery, PROBLEMS } from '../schemas/common.ts';
import { ListedCase } from './cases.ts';

export function myCaseRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/my/cases', operationId: 'listMyCases', tags: ['cases'], summary: 'Cases in which I am applicant, agent, further person or interested party', request: { query: PageQuery }, responses: { 200: json(PageOf(ListedCase), 'The latest first.'), ...PROBLEMS },
  }), async (request) => {
    const { idNumber } = requireRole(request, 'citizen');
    if (idNumber === null) return request.json({ rows: [], next: null }, 200);
    const [page, nameOf] = await Promise.all([casesOfCitizen(db, idNumber, given(request.req.valid('query'))), serviceNames(db)]);
    return request.json(mapPage(page, ({ applicantId: _, receivedAt, ...row }) => ({ ...row, receivedAt: moment(receivedAt), serviceName: nameOf(row.service) })), 200);
  });
}
