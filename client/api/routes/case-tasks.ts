import { createRoute, z } from '@hono/zod-openapi';
import { type CaseTask, tasksOfCase } from '../../../store/queries/case-tasks.ts';
import { postOf } from '../../../store/people.ts';
import { type ApiContext, dbOf, newRoutes } from '../api-context.ts';
import { officer } from '../rights/standing.ts';
import { Colour, Day, json, moment, Moment, PROBLEMS } from '../schemas/common.ts';
import { isOfficial, type Seeing } from '../views/seeing.ts';
import { openCase } from './case-access.ts';
import { CaseNo } from '../schemas/listed-case.ts';

const Step = z.object({ at: Moment, action: z.string(), byName: z.string(), toName: z.string().nullable(), note: z.string().nullable() });
const CaseTaskSeen = z.object({
  id: z.string(), kind: z.string(), item: z.string().nullable(), department: z.string(), role: z.string(), dueOn: Day.nullable(), suspended: z.boolean(), colour: Colour, claimedBy: z.string().nullable(), claimedByName: z.string().nullable(),
  mine: z.boolean().openapi({ description: 'Of my department and role: I may claim it.' }), steps: z.array(Step).openapi({ description: 'Who had it when, with what note.' }),
}).openapi('CaseTask', { description: 'A piece of work that a case wants done now, and who has it.' });

/** Who works on what of a case: a department is told of its own work, supervision and the window of all. */
export function caseTaskRoutes(context: ApiContext) {
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/cases/{caseNo}/tasks', operationId: 'listCaseTasks', tags: ['inbox'], summary: 'What a case wants done now, and who has it', request: { params: CaseNo }, responses: { 200: json(z.array(CaseTaskSeen), 'The first due first.'), ...PROBLEMS },
  }), async (request) => {
    const seeing = await openCase(context, request, request.req.valid('param').caseNo);
    if (!isOfficial(seeing)) return request.json([], 200);
    const post = postOf(officer(seeing.signedIn));
    const tasks = await tasksOfCase(dbOf(context), seeing.state.caseNo);
    return request.json(tasks.filter((task) => isTold(seeing, task)).map(({ steps, ...task }) => ({
      ...task, mine: task.department === post?.department && task.role === post.role, steps: steps.map(({ at, ...step }) => ({ ...step, at: moment(at) })),
    })), 200);
  });
}

function isTold({ standing: { sight }, signedIn }: Seeing, { department }: CaseTask): boolean {
  return sight.of === 'all' || sight.of === 'course' || department === signedIn.department;
}
