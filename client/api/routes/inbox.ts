import { createRoute, z } from '@hono/zod-openapi';
import { type Allocated, bulkClaim, claim, release, transfer } from '../../../store/allocation.ts';
import { delegate, delegationsOf, endDelegation } from '../../../store/delegation.ts';
import { inbox, inboxCounts, itemsInInbox } from '../../../store/queries/inbox.ts';
import type { FoundItem, Search } from '../../../store/queries/name-search.ts';
import { listPeople } from '../../../store/people.ts';
import { StoreError } from '../../../store/store-error.ts';
import type { Actor } from '../../../workflows/case/actor.ts';
import type { PlainDate } from '../../../workflows/case/plain-date.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes, requireRole, signedInOf } from '../api-context.ts';
import { namesOf } from '../names.ts';
import { ApiProblem, problemOf } from '../problem.ts';
import { nameInList, namesToFind } from '../rights/masked.ts';
import { officer, withinHis } from '../rights/standing.ts';
import { Colour, Day, given, json, Moment, moment, orNull, PageOf, PageQuery, Person, PROBLEMS, SearchText, Text } from '../schemas/common.ts';
import { openCase, recordAttempt, recordListRead } from './case-access.ts';
import { giveCommand } from './commands.ts';

export const OFFICERS = ['clerk', 'reviewer', 'approver', 'headOfAuthority', 'headOfGovernment', 'manager'] as const;

export const Task = z.object({
  caseNo: z.string(), id: z.string(), kind: z.string(), service: z.string(), serviceName: Text, region: z.string(), item: z.string().nullable(), itemName: orNull(Text), department: z.string(), role: z.string(),
  applicantName: z.string(), receivedOn: Day, since: Moment, dueOn: Day.nullable(), suspended: z.boolean(), colour: Colour, claimedBy: z.string().nullable(), claimedByName: z.string().nullable(),
}).openapi('Task', { description: 'A piece of work: `kind` is the command that does it, or `decide`.' });

const Ref = z.object({ caseNo: z.string(), taskId: z.string() }).openapi('TaskRef');
const Result = z.object({ task: Ref, ok: z.boolean(), claimedBy: z.string().nullable(), changed: z.boolean(), code: z.string().nullable(), text: orNull(Text) }).openapi('TaskResult');
const Results = z.object({ results: z.array(Result) }).openapi('TaskResults');
const Filter = PageQuery.extend({
  view: z.enum(['mine', 'unclaimed', 'all']).optional(), service: z.string().optional(), region: z.string().optional(), item: z.string().optional(), kind: z.string().optional(), colour: z.coerce.number().pipe(Colour).optional(),
  search: SearchText.optional().openapi({ description: 'How the case number or the applicant’s name begins, or words in what the item is called. Persons’ names are found by who sees them.' }),
  sort: z.enum(['due', 'latest', 'oldest']).optional().openapi({ description: 'By the last day, or by the receipt. Default: due. A page goes on in the order in which it began.' }),
});
const Delegation = z.object({ id: z.int(), from: z.string(), to: z.string(), startsOn: Day, endsOn: Day, reason: z.string(), endedAt: Moment.nullable() }).openapi('Delegation');

const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, content: { 'application/json': { schema } } });

/** Who works on what. */
export function inboxRoutes(context: ApiContext) {
  const db = dbOf(context);
  const me = (request: ApiRequest) => officer(requireRole(request, ...OFFICERS));
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/inbox', operationId: 'listTasks', tags: ['inbox'], summary: 'My work, the first due first unless asked otherwise', request: { query: Filter }, responses: { 200: json(PageOf(Task), 'A page of tasks.'), ...PROBLEMS },
    }), async (request) => {
      const { size, after, search, ...filter } = request.req.valid('query');
      const by = me(request);
      const page = await inbox(db, by, { ...given(filter), ...await searchOf(context, by, search), ...withinHis(signedInOf(request)) }, given({ size, after }));
      const cases = new Set(page.rows.map((row) => row.caseNo));
      await recordListRead(context, request, search === undefined ? null : { by: ['search'], words: search, caseNo: cases.size === 1 ? page.rows[0]!.caseNo : null });
      return request.json(await tasksNamed(context, by, page), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/inbox/counts', operationId: 'countTasks', tags: ['inbox'], summary: 'How much work there is', request: { query: Filter.omit({ size: true, after: true, view: true, sort: true }) },
      responses: { 200: json(z.object({ mine: z.int(), unclaimed: z.int(), all: z.int(), byColour: z.tuple([z.int(), z.int(), z.int()]).openapi({ type: 'array', items: { type: 'integer' } }), byKind: z.record(z.string(), z.int()) }).openapi('TaskCounts'), 'Counts.'), ...PROBLEMS },
    }), async (request) => {
      const by = me(request);
      const { search, ...filter } = request.req.valid('query');
      const { byColour, byKind, ...counts } = await inboxCounts(db, by, { ...given(filter), ...await searchOf(context, by, search), ...withinHis(signedInOf(request)) });
      return request.json({ ...counts, byColour: [...byColour] as [number, number, number], byKind: { ...byKind } }, 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/inbox/claim', operationId: 'claimTasks', tags: ['inbox'], summary: 'Take tasks of my group', request: { body: body(z.object({ tasks: z.array(Ref).min(1).max(200) })) }, responses: { 200: json(Results, 'One result a task, in order.'), ...PROBLEMS },
    }), async (request) => {
      const { tasks } = request.req.valid('json');
      const by = me(request);
      const results = tasks.length === 1 ? [await claim(db, by, tasks[0]!)] : await bulkClaim(db, by, tasks);
      for (const result of results) await recordNotHis(context, request, result);
      return request.json({ results: results.map(told) }, 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/inbox/release', operationId: 'releaseTask', tags: ['inbox'], summary: 'Give a task back to its group', request: { body: body(Ref.extend({ note: z.string().max(1000).optional() })) }, responses: { 200: json(Result, 'What came of it.'), ...PROBLEMS },
    }), async (request) => {
      const { note = null, ...task } = request.req.valid('json');
      const result = await release(db, me(request), task, { note });
      await recordNotHis(context, request, result);
      return request.json(told(result), 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/inbox/transfer', operationId: 'transferTask', tags: ['inbox'], summary: 'Hand a task to a colleague', request: { body: body(Ref.extend({ to: z.string(), note: z.string().max(1000).optional() })) }, responses: { 200: json(Result, 'What came of it.'), ...PROBLEMS },
    }), async (request) => {
      const { note = null, to, ...task } = request.req.valid('json');
      const result = await transfer(db, me(request), task, to, { note });
      await recordNotHis(context, request, result);
      return request.json(told(result), 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/inbox/decide', operationId: 'decideTasks', tags: ['inbox'], summary: 'The same simple command for several tasks', description: 'Each is a command of its own: what one is refused the others are not.',
      request: { body: body(z.object({ tasks: z.array(Ref).min(1).max(50), do: z.enum(['examine', 'recheck', 'proposeGrant', 'confirm']), with: z.record(z.string(), z.unknown()).default({}) })) }, responses: { 200: json(Results, 'One result a task, in order.'), ...PROBLEMS },
    }), async (request) => {
      const { tasks, do: name, with: args } = request.req.valid('json');
      me(request);
      const results: z.infer<typeof Result>[] = [];
      for (const task of tasks) results.push(await decided(context, request, task, name, args));
      return request.json({ results }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/inbox/colleagues', operationId: 'listColleagues', tags: ['inbox'], summary: 'Who has the same post as I', responses: { 200: json(z.array(Person), 'Without myself.'), ...PROBLEMS },
    }), async (request) => {
      const { id, role, department } = me(request);
      const people = await listPeople(db, { role, ...(department === undefined ? {} : { department }) });
      return request.json(people.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/delegations', operationId: 'listDelegations', tags: ['inbox'], summary: 'Whom I had stand in', responses: { 200: json(z.array(Delegation), 'The latest first.'), ...PROBLEMS },
    }), async (request) => request.json((await delegationsOf(db, me(request).id)).map(delegationSeen), 200))
    .openapi(createRoute({
      method: 'post', path: '/delegations', operationId: 'delegate', tags: ['inbox'], summary: 'Have a colleague stand in during an absence', request: { body: body(z.object({ to: z.string(), startsOn: Day, endsOn: Day, reason: z.string().min(1).max(500) })) }, responses: { 201: json(Delegation, 'From the first to the last day.'), ...PROBLEMS },
    }), async (request) => {
      const { to, startsOn, endsOn, reason } = request.req.valid('json');
      return request.json(delegationSeen(await delegate(db, me(request), { to, startsOn: startsOn as PlainDate, endsOn: endsOn as PlainDate, reason })), 201);
    })
    .openapi(createRoute({
      method: 'delete', path: '/delegations/{id}', operationId: 'endDelegation', tags: ['inbox'], summary: 'End a delegation before its time', request: { params: z.object({ id: z.coerce.number().int() }) }, responses: { 204: { description: 'It is over.' }, ...PROBLEMS },
    }), async (request) => {
      await endDelegation(db, me(request), request.req.valid('param').id);
      return request.body(null, 204);
    });
}

/** What somebody types, as the store looks for it: items by what they are called, in either language. */
async function searchOf(context: ApiContext, by: Actor, text: string | undefined): Promise<{ readonly search?: Search }> {
  if (text === undefined) return {};
  const [names, items] = await Promise.all([namesOf(dbOf(context)), itemsInInbox(dbOf(context), by)]);
  const words = text.toLowerCase().split(/\s+/);
  const isCalledSo = ({ service, item }: { readonly service: string; readonly item: string }) => {
    const { zh, en } = names.item(service, item).name;
    return words.every((word) => `${zh} ${en}`.toLowerCase().includes(word));
  };
  // Mostly an item is called the same in all services that have it: then the id alone finds it.
  const found = [...Map.groupBy(items, ({ item }) => item)].flatMap(([item, own]): FoundItem[] => (own.every(isCalledSo) ? [{ service: null, item }] : own.filter(isCalledSo)));
  return { search: { text, names: namesToFind(by), items: found } };
}

/** Tasks with what their services and items are called. */
export async function tasksNamed(context: ApiContext, by: Pick<Actor, 'role'>, { rows, next }: Awaited<ReturnType<typeof inbox>>): Promise<{ rows: z.infer<typeof Task>[]; next: string | null }> {
  const names = await namesOf(dbOf(context));
  return { next, rows: rows.map(({ applicantKind, ...row }) => ({ ...row, applicantName: nameInList(by, { ...row, applicantKind }), since: moment(row.since), serviceName: names.service(row.service).name, itemName: row.item === null ? null : names.item(row.service, row.item).name })) };
}

/** One of several: whatever stands in its way is its own. */
async function decided(context: ApiContext, request: ApiRequest, task: z.infer<typeof Ref>, name: string, args: Record<string, unknown>): Promise<z.infer<typeof Result>> {
  try {
    const seeing = await openCase(context, request, task.caseNo);
    const item = task.taskId.split(':').slice(1).join(':');
    // A refusal, or that a matter is not this authority's, is confirmed by who has read that one.
    if (name === 'confirm' && seeing.state.items[item] && seeing.state.items[item].state !== 'grantProposed') throw new ApiProblem('inbox.oneByOne');
    await giveCommand(context, request, seeing, { do: name, with: { ...args, item } });
    return { task, ok: true, claimedBy: null, changed: true, code: null, text: null };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    await recordAttempt(context, request, error, problem.code, task.caseNo);
    return { task, ok: false, claimedBy: null, changed: false, code: problem.code, text: problem.text };
  }
}

/** A task that somebody reached for and that was not his to take or to hand over. */
async function recordNotHis(context: ApiContext, request: ApiRequest, result: Allocated): Promise<void> {
  if (!result.ok) await recordAttempt(context, request, null, result.code, result.task.caseNo);
}

function told(result: Allocated): z.infer<typeof Result> {
  if (result.ok) return { task: { ...result.task }, ok: true, claimedBy: result.claimedBy, changed: result.changed, code: null, text: null };
  return { task: { ...result.task }, ok: false, claimedBy: null, changed: false, code: result.code, text: new StoreError(result.code, result.params).text };
}

function delegationSeen({ endedAt, ...one }: Awaited<ReturnType<typeof delegationsOf>>[number]): z.infer<typeof Delegation> {
  return { ...one, endedAt: endedAt === null ? null : moment(endedAt) };
}
