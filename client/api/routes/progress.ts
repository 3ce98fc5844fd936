import { createRoute, z } from '@hono/zod-openapi';
import { isOpen } from '../../../workflows/case/clock.ts';
import { FINAL } from '../../../workflows/case/item-machine.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';
import { ClientError } from '../../client-error.ts';
import { departmentName, PHASES } from '../../documents/timeline/names.ts';
import { type ApiContext, newRoutes } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { Colour, Day, json, PROBLEMS, Text } from '../schemas/common.ts';
import { nextOf } from '../views/next.ts';
import { seeClock } from '../views/see-clock.ts';

const Progress = z.object({
  caseNo: z.string(), service: Text, phase: z.string(), phaseName: Text, receivedOn: Day, simulated: z.boolean(), next: Text,
  items: z.array(z.object({ name: Text, department: Text, state: z.string(), settled: z.boolean() })),
  clocks: z.array(z.object({ name: Text, dueOn: Day.nullable(), colour: Colour, suspended: z.boolean(), provisional: z.boolean() })),
  closedOn: Day.nullable(),
}).openapi('Progress', { description: 'Where a case is, without anything about persons.' });

/** What whoever holds the receipt may follow. */
const PUBLIC_CLOCKS: ReadonlySet<string> = new Set(['preReview', 'examination', 'correction', 'recheck', 'joint', 'statutory', 'promised', 'delivery']);

export function progressRoutes(context: ApiContext) {
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/public/progress', operationId: 'getProgress', tags: ['public'], summary: 'Where a case is, by its number and the code on the receipt', request: { query: z.object({ case: z.string().max(40), code: z.string().max(40) }) },
    responses: { 200: json(Progress, 'Where it is, what comes next, until when.'), ...PROBLEMS },
  }), async (request) => {
    const { case: caseNo, code } = request.req.valid('query');
    if (!context.codes.fits(caseNo, code)) throw new ApiProblem('progress.unknown');
    const { plan, calendar, state } = await context.client.view(caseNo).catch((error: unknown) => {
      throw error instanceof ClientError && error.code === 'case.unknown' ? new ApiProblem('progress.unknown') : error;
    });
    const at = Date.now() as Instant;
    return request.json({
      caseNo, service: plan.service.name, phase: state.phase, phaseName: PHASES[state.phase], receivedOn: state.receivedOn, simulated: state.simulated, next: nextOf({ plan, calendar, state }),
      items: plan.items.filter((item) => state.items[item.id]).map((item) => ({
        name: item.name, department: departmentName(plan, item.department), state: state.items[item.id]!.state, settled: FINAL.includes(state.items[item.id]!.state),
      })),
      clocks: Object.values(state.clocks).filter((clock) => isOpen(clock) && PUBLIC_CLOCKS.has(clock.kind)).map((clock) => {
        const { name, dueOn, colour, suspended, provisional } = seeClock({ plan, calendar, state, at }, clock);
        return { name, dueOn, colour, suspended, provisional };
      }),
      closedOn: state.closedOn,
    }, 200);
  });
}
