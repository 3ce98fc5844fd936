import { createRoute, z } from '@hono/zod-openapi';
import { namesOf } from '../names.ts';
import { type ApiContext, dbOf, newRoutes, signedInOf } from '../api-context.ts';
import { maskedNumber } from '../rights/masked.ts';
import { json, Named, orNull, PROBLEMS } from '../schemas/common.ts';

const Me = z.object({
  person: z.object({ id: z.string(), name: z.string(), role: z.string(), department: orNull(Named), region: z.string().nullable(), idNumber: z.string().nullable() }),
  csrf: z.string().nullable().openapi({ description: 'Sent back as X-CSRF-Token with whatever changes something; null with a bearer token.' }),
}).openapi('Me');

/** Who I am. */
export function meRoutes(context: ApiContext) {
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/me', operationId: 'getMe', tags: ['identity'], summary: 'Who is signed in', responses: { 200: json(Me, 'The person, and the token against forged requests.'), ...PROBLEMS },
  }), async (request) => {
    const { id, name, role, department, region, idNumber } = signedInOf(request);
    const names = await namesOf(dbOf(context));
    return request.json({
      person: { id, name, role, department: department === null ? null : names.department(department), region, idNumber: idNumber === null ? null : maskedNumber(idNumber) },
      csrf: request.var.csrf,
    }, 200);
  });
}
