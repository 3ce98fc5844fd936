import { createRoute, z } from '@hono/zod-openapi';
import { mayAct } from '../../../store/allocation.ts';
import { requireFiles } from '../../../store/files/require-files.ts';
import { type CommandRow, COMMANDS } from '../../../workflows/case/command-table.ts';
import type { SuppliedMaterial } from '../../../workflows/case/handed-in.ts';
import type { GivenCommand } from '../../case-client.ts';
import { tasksOf } from '../../task-of-command.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes } from '../api-context.ts';
import { commandIdOf } from '../idempotency.ts';
import { ApiProblem, Rejected } from '../problem.ts';
import { refusedAsSamePerson } from '../rights/four-eyes.ts';
import { requireOwnMaterials } from '../rights/own-materials.ts';
import { actorFor } from '../rights/standing.ts';
import { json, PROBLEMS, Text } from '../schemas/common.ts';
import type { Seeing } from '../views/seeing.ts';
import { openCase, refused } from './case-access.ts';
import { CaseNo } from '../schemas/listed-case.ts';

const CommandGiven = z.object({
  do: z.string().openapi({ example: 'examine' }), with: z.record(z.string(), z.unknown()).default({}).openapi({ description: 'The command’s arguments, as GET /commands lists them.', example: { item: 'food-licence', answer: 'complete' } }),
}).openapi('Command');
const Done = z.object({ caseNo: z.string(), seq: z.int(), changes: z.array(z.string()) }).openapi('Done', { description: 'What a command led to: the kinds of its changes, and the number of the last one.' });

const CommandDescription = z.object({
  do: z.string(), by: z.array(z.string()), phases: z.array(z.string()), with: z.record(z.string(), z.string()), effect: Text, refusals: z.array(z.string()),
}).openapi('CommandDescription');

/** What the engine does of itself or lets an operator do, never a person at a desk. */
const NOT_FOR_PEOPLE: ReadonlySet<string> = new Set(['publishCalendar', 'migrate']);

/** Every command to a case comes in here. */
export function commandRoutes(context: ApiContext) {
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/commands', operationId: 'listCommands', tags: ['commands'], summary: 'Every command: by whom, when, with what, how it can be refused', responses: { 200: json(z.array(CommandDescription), 'The command table.'), ...PROBLEMS },
    }), (request) => request.json(Object.entries(COMMANDS as Record<string, CommandRow>).filter(([name]) => !NOT_FOR_PEOPLE.has(name))
      .map(([name, row]) => ({ do: name, by: [...row.by], phases: [...row.phases], with: { ...row.with }, effect: row.effect, refusals: [...row.refusals] })), 200))
    .openapi(createRoute({
      method: 'post', path: '/cases/{caseNo}/commands', operationId: 'giveCommand', tags: ['commands'], summary: 'Give a command to a case', description: 'The same `Idempotency-Key` again has the same answer and no second effect. A refusal is a problem with the engine’s code and what may be done instead.',
      request: {
        params: CaseNo, headers: z.object({ 'idempotency-key': z.string().max(200).optional() }), body: { required: true, content: { 'application/json': { schema: CommandGiven } } },
      },
      responses: { 200: json(Done, 'The command was carried out.'), ...PROBLEMS },
    }), async (request) => {
      const given = request.req.valid('json');
      const seeing = await openCase(context, request, request.req.valid('param').caseNo);
      return request.json(await giveCommand(context, request, seeing, given), 200);
    });
}

/**
 * Gives a command as whatever the person is in the case, after asking who works on its task.
 * @throws ApiProblem `right.noPart`; StoreError `task.claimedByOther`; Rejected with the engine's reason
 */
export async function giveCommand(context: ApiContext, request: ApiRequest, { standing, state, signedIn }: Seeing, given: z.infer<typeof CommandGiven>): Promise<z.infer<typeof Done>> {
  const { caseNo } = state;
  const actor = NOT_FOR_PEOPLE.has(given.do) ? null : actorFor(standing, given.do);
  if (!actor) throw await refused(context, request, caseNo, new ApiProblem('right.noPart'));
  for (const task of tasksOf(given.do, given.with, state)) await mayAct(dbOf(context), actor, caseNo, task);
  requireOwnMaterials(signedIn, given.with['materials']);
  await requireFiles(dbOf(context), signedIn, filesIn(given.with['materials']), { caseNo });
  const samePerson = await refusedAsSamePerson(dbOf(context), state, signedIn, given);
  if (samePerson) throw await refused(context, request, caseNo, new Rejected(samePerson));
  const id = await commandIdOf(context, request, signedIn, given);
  const outcome = await context.client.command(caseNo, { do: given.do, as: actor, with: given.with, ...(id === undefined ? {} : { id }) } as GivenCommand);
  if (!outcome.ok) throw await refused(context, request, caseNo, new Rejected(outcome.rejection));
  return { caseNo, seq: outcome.changes.at(-1)?.seq ?? state.seq, changes: outcome.changes.map(({ kind }) => kind) };
}

/** Materials that look like materials; what does not is the engine's to refuse. */
function filesIn(materials: unknown): Pick<SuppliedMaterial, 'files'>[] {
  return Array.isArray(materials) ? materials.filter((one): one is Pick<SuppliedMaterial, 'files'> => Array.isArray((one as { files?: unknown } | null)?.files)) : [];
}
