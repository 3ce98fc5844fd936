import { createRoute, z } from '@hono/zod-openapi';
import { planOf } from '../../../store/apply-changes.ts';
import { planInForce, plansInForce } from '../../../store/registry/plan-in-force.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { dateOf, type Instant } from '../../../workflows/case/plain-date.ts';
import { planFor } from '../../plan-of-receipt.ts';
import { type ApiContext, dbOf, newRoutes, signedInOf } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { Day, json, Named, PROBLEMS, Text } from '../schemas/common.ts';
import { Preview, PreviewGiven } from '../schemas/preview.ts';
import { preview } from '../views/preview.ts';

const Service = z.object({ code: z.string(), name: Text, version: z.string(), validFrom: Day.nullable(), online: z.boolean(), items: z.int(), departments: z.array(Named), fields: z.int() }).openapi('Service');
const Plan = z.custom<CasePlan>().openapi('CasePlan', { type: 'object', description: 'The compiled definition: items, form, materials, limits, legal bases. See docs/language.md.' });
const ServicePlan = z.object({ plan: Plan, published: z.object({ version: z.string(), validFrom: Day }).nullable() }).openapi('ServicePlan');
const Code = z.object({ code: z.string().openapi({ param: { name: 'code', in: 'path' }, example: 'open-restaurant' }) });

/** What can be applied for, and what an application would consist of. */
export function serviceRoutes(context: ApiContext) {
  const db = dbOf(context);
  const today = () => dateOf(Date.now() as Instant);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/services', operationId: 'listServices', tags: ['services'], summary: 'The services that are in force today', responses: { 200: json(z.array(Service), 'By code.'), ...PROBLEMS },
    }), async (request) => request.json((await plansInForce(db, today())).map(({ plan, published }) => ({
      code: plan.service.code, name: plan.service.name, version: plan.service.version, validFrom: published?.validFrom ?? null, online: plan.preReview !== undefined,
      items: plan.items.length, departments: plan.departments.map(({ id, name }) => ({ id, name })), fields: plan.fields.length,
    })), 200))
    .openapi(createRoute({
      method: 'get', path: '/services/{code}', operationId: 'getService', tags: ['services'], summary: 'A service’s definition in force today', request: { params: Code }, responses: { 200: json(ServicePlan, 'The plan.'), ...PROBLEMS },
    }), async (request) => {
      const { code } = request.req.valid('param');
      const found = await planInForce(db, code, today());
      // Where there is none it says why.
      return request.json(found ?? { plan: await planFor(db, { inForce: code }, today()), published: null }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/plans/{hash}', operationId: 'getPlan', tags: ['services'], summary: 'A plan by its content hash: what a running case is pinned to', request: { params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }) }, responses: { 200: json(Plan, 'The plan; it never changes.'), ...PROBLEMS },
    }), async (request) => {
      const { hash } = request.req.valid('param');
      const plan = await planOf(db, hash).catch(() => null);
      if (!plan) throw new ApiProblem('plan.unknown', { hash });
      request.header('Cache-Control', 'public, max-age=31536000, immutable');
      return request.json(plan, 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/services/{code}/preview', operationId: 'previewCase', tags: ['services'], summary: 'What a case would consist of', description: 'Which items and departments, how long, what it costs, what is to be brought; for a form that need not be complete. Begins nothing.',
      request: { params: Code, body: { required: true, content: { 'application/json': { schema: PreviewGiven } } } }, responses: { 200: json(Preview, 'As of now.'), ...PROBLEMS },
    }), async (request) => {
      signedInOf(request);
      const plan = await planFor(db, { inForce: request.req.valid('param').code }, today());
      return request.json(await preview(db, plan, request.req.valid('json'), Date.now() as Instant), 200);
    });
}
