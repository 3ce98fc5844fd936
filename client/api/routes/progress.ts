import { createRoute, z } from '@hono/zod-openapi';
import { type Clock, isOpen } from '../../../workflows/case/clock.ts';
import { FINAL } from '../../../workflows/case/item-machine.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';
import { ClientError } from '../../client-error.ts';
import { departmentName, PHASES } from '../../documents/timeline/names.ts';
import type { CaseView } from '../../case-client.ts';
import { type ApiContext, newRoutes } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { Colour, Day, json, PROBLEMS, Text } from '../schemas/common.ts';
import { ExplainedDay, GroundOfDay } from '../schemas/explained-day.ts';
import { explainDays } from '../views/explain-days.ts';
import { nextOf } from '../views/next.ts';
import { becauseOf, seeClock } from '../views/see-clock.ts';

const PublicClock = z.object({
  id: z.string(), name: Text, dueOn: Day.nullable(), colour: Colour, suspended: z.boolean(), provisional: z.boolean(),
}).openapi('PublicClock');
const PublicExplanation = z.object({
  clock: PublicClock.extend({ dayZero: Day, length: z.int(), unit: z.enum(['workingDay', 'calendarDay', 'month']), extendedBy: z.int(), basis: GroundOfDay }), days: z.array(ExplainedDay),
}).openapi('PublicExplanation', { description: 'Every day from day 0 to the deadline: counted, or why not. Who carries out what stopped it is not said.' });

const Progress = z.object({
  caseNo: z.string(), service: Text, phase: z.string(), phaseName: Text, receivedOn: Day, simulated: z.boolean(), next: Text,
  items: z.array(z.object({ name: Text, department: Text, state: z.string(), settled: z.boolean() })),
  clocks: z.array(PublicClock),
  closedOn: Day.nullable(),
}).openapi('Progress', { description: 'Where a case is, without anything about persons.' });

/** What whoever holds the receipt may follow. */
const PUBLIC_CLOCKS: ReadonlySet<string> = new Set(['preReview', 'examination', 'correction', 'recheck', 'joint', 'statutory', 'promised', 'delivery']);

const Held = z.object({ case: z.string().max(40), code: z.string().max(40) });

export function progressRoutes(context: ApiContext) {
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/public/progress', operationId: 'getProgress', tags: ['public'], summary: 'Where a case is, by its number and the code on the receipt', request: { query: Held },
      responses: { 200: json(Progress, 'Where it is, what comes next, until when.'), ...PROBLEMS },
    }), async (request) => {
      const view = await heldCase(context, request.req.valid('query'));
      const { plan, state } = view;
      return request.json({
        caseNo: state.caseNo, service: plan.service.name, phase: state.phase, phaseName: PHASES[state.phase], receivedOn: state.receivedOn, simulated: state.simulated, next: nextOf(view),
        items: plan.items.filter((item) => state.items[item.id]).map((item) => ({
          name: item.name, department: departmentName(plan, item.department), state: state.items[item.id]!.state, settled: FINAL.includes(state.items[item.id]!.state),
        })),
        clocks: Object.values(state.clocks).filter(isPublic).map((clock) => {
          const { id, name, dueOn, colour, suspended, provisional } = seeClock({ ...view, at: Date.now() as Instant }, clock);
          return { id, name, dueOn, colour, suspended, provisional };
        }),
        closedOn: state.closedOn,
      }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/public/progress/clocks/{clock}', operationId: 'explainProgress', tags: ['public'], summary: 'Why a deadline is on that day, day by day, by the number and the code on the receipt',
      request: { params: z.object({ clock: z.string().max(200).openapi({ param: { name: 'clock', in: 'path' }, example: 'examination' }) }), query: Held }, responses: { 200: json(PublicExplanation, 'The limit and its days.'), ...PROBLEMS },
    }), async (request) => {
      const view = await heldCase(context, request.req.valid('query'));
      const { clock: asked } = request.req.valid('param');
      const clock = Object.hasOwn(view.state.clocks, asked) ? view.state.clocks[asked]! : null;
      if (!clock || !isPublic(clock)) throw new ApiProblem('clock.unknown', { clock: asked });
      const { id, name, dueOn, colour, suspended, provisional, dayZero, length, unit, extendedBy, basis } = seeClock({ ...view, at: Date.now() as Instant }, clock);
      return request.json({
        clock: { id, name, dueOn, colour, suspended, provisional, dayZero, length, unit, extendedBy, basis },
        days: explainDays(clock, view.calendar, (suspension) => becauseOf(view, suspension, { withWhom: false })),
      }, 200);
    });
}

/** The limits that run: those that are over tell nobody until when something is done. */
function isPublic(clock: Clock): boolean {
  return isOpen(clock) && PUBLIC_CLOCKS.has(clock.kind);
}

/** The case of who has its receipt. That there is none, and that the code is wrong, is one answer. */
async function heldCase(context: ApiContext, { case: caseNo, code }: z.infer<typeof Held>): Promise<CaseView> {
  if (!context.codes.fits(caseNo, code)) throw new ApiProblem('progress.unknown');
  return context.client.view(caseNo).catch((error: unknown) => {
    throw error instanceof ClientError && error.code === 'case.unknown' ? new ApiProblem('progress.unknown') : error;
  });
}
