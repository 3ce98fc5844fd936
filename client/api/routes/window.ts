import { createRoute, z } from '@hono/zod-openapi';
import { windowDesk } from '../../../store/queries/window.ts';
import { inbox } from '../../../store/queries/inbox.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { namesOf } from '../names.ts';
import { officer, withinHis } from '../rights/standing.ts';
import { Colour, json, mapPage, PageOf, PROBLEMS } from '../schemas/common.ts';
import { ListedCase } from '../schemas/listed-case.ts';
import { recordListRead } from './case-access.ts';
import { Task, tasksNamed } from './inbox.ts';
import { seeListedCase } from '../views/see-listed-case.ts';

const Desk = z.object({
  preReviews: PageOf(Task), tasks: PageOf(Task), counts: z.object({ mine: z.int(), unclaimed: z.int(), all: z.int() }), received: PageOf(ListedCase), phases: z.array(z.object({ phase: z.string(), colour: Colour, cases: z.int() })),
}).openapi('Desk', { description: 'What a clerk begins the day with.' });

export function windowRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/window', operationId: 'getDesk', tags: ['inbox'], summary: 'The window’s desk', responses: { 200: json(Desk, 'Drafts to look at, papers to serve, results to hand over, the latest receipts.'), ...PROBLEMS },
  }), async (request) => {
    const signedIn = requireRole(request, 'clerk');
    const clerk = officer(signedIn);
    await recordListRead(context, request);
    const [desk, preReviews, names] = await Promise.all([windowDesk(db, clerk, withinHis(signedIn)), inbox(db, clerk, { kind: 'answerPreReview', ...withinHis(signedIn) }), namesOf(db)]);
    const tasks = await tasksNamed(context, clerk, desk.tasks);
    const { mine, unclaimed, all } = desk.counts;
    return request.json({
      preReviews: await tasksNamed(context, clerk, preReviews), tasks: { ...tasks, rows: tasks.rows.filter(({ kind }) => kind !== 'answerPreReview') }, counts: { mine, unclaimed, all },
      received: mapPage(desk.received, (row) => seeListedCase(signedIn, names, row)), phases: desk.phases.map((one) => ({ ...one })),
    }, 200);
  });
}
