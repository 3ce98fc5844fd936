import { createRoute, z } from '@hono/zod-openapi';
import { colours, listCases } from '../../../store/queries/cases.ts';
import { documents } from '../../../store/queries/documents.ts';
import { timeline } from '../../../store/queries/timeline.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import { entriesOf } from '../../documents/timeline/entries.ts';
import { titleOf } from '../../documents/document-title.ts';
import { personName } from '../../documents/timeline/names.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { namesOf } from '../names.ts';
import { everyPage } from '../../../store/queries/every-page.ts';
import { ApiProblem } from '../problem.ts';
import { namesToFind } from '../rights/masked.ts';
import { seesClock } from '../rights/sees-clock.ts';
import { seesDocument } from '../rights/sees-document.ts';
import { seesEntry } from '../rights/sees-entry.ts';
import { withinHis } from '../rights/standing.ts';
import { told, withoutNames } from '../rights/told.ts';
import { Colour, Day, given, json, mapPage, Moment, moment, PageOf, PageQuery, PROBLEMS, SearchText, Text } from '../schemas/common.ts';
import { ExplainedDay } from '../schemas/explained-day.ts';
import { CaseNo, ListedCase, PHASES } from '../schemas/listed-case.ts';
import { SeenCase, SeenClock, SeenDocument } from '../schemas/seen-case.ts';
import { seeCase } from '../views/see-case.ts';
import type { Seeing } from '../views/seeing.ts';
import { seeListedCase } from '../views/see-listed-case.ts';
import { explainDays } from '../views/explain-days.ts';
import { basisSeen, becauseOf, seeClock } from '../views/see-clock.ts';
import { seeDocuments } from '../views/see-document.ts';
import { openCase, recordListRead, recordRead, type Search } from './case-access.ts';



const Basis = z.object({ law: z.string(), article: z.string().nullable(), verified: z.boolean() });
const TimelineEntry = z.object({
  seq: z.int(), at: Moment, date: Day, time: z.string(), by: Text, kind: z.string(), what: Text, basis: z.array(Basis), documents: z.array(z.object({ number: z.string(), title: Text })),
}).openapi('TimelineEntry', { description: 'An act or an event: when, by whom, what, on what ground, and the papers it brought forth.' });

const ExplainedClock = z.object({
  clock: SeenClock,
  days: z.array(ExplainedDay),
}).openapi('ExplainedClock', { description: 'Every day from day 0 to the deadline: counted, or why not.' });

const Filter = PageQuery.extend({
  phase: z.enum(PHASES).optional(), service: z.string().optional(), region: z.string().optional(), colour: z.coerce.number().pipe(Colour).optional(),
  sort: z.enum(['latest', 'oldest']).optional().openapi({ description: 'By the receipt. Default: latest. With `number` the list is in order of the number.' }),
  applicant: z.string().optional().openapi({ description: 'The whole name.' }), number: z.string().optional().openapi({ description: 'How the case number begins.' }),
  search: SearchText.optional().openapi({ description: 'How the number or the applicant’s name begins, in the order of the receipt. Persons’ names are found by the window alone.' }),
});

/** Cases: lists for those who work on many, and everything about one. */
export function casesRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/cases', operationId: 'listCases', tags: ['cases'], summary: 'Cases, by the receipt', request: { query: Filter }, responses: { 200: json(PageOf(ListedCase), 'A page of cases.'), ...PROBLEMS },
    }), async (request) => {
      const signedIn = requireRole(request, 'clerk', 'manager', 'headOfGovernment', 'auditor');
      const { size, after, applicant, number, search, sort, ...rest } = request.req.valid('query');
      // Who is applicant of what is the window's to look up: others would only learn what is masked for them.
      if (applicant !== undefined) requireRole(request, 'clerk');
      const filter = given({ ...rest, applicantName: applicant, numberPrefix: number, search: search === undefined ? undefined : { text: search, names: namesToFind(signedIn) }, ...withinHis(signedIn) });
      const [page, names] = await Promise.all([listCases(db, filter, given({ size, after, oldestFirst: sort === 'oldest' ? true : undefined })), namesOf(db)]);
      await recordListRead(context, request, searchOf({ applicant, number, search }, page.rows));
      return request.json(mapPage(page, (row) => seeListedCase(signedIn, names, row)), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/counts', operationId: 'countCases', tags: ['cases'], summary: 'How many cases are in each phase, by colour', request: { query: z.object({ service: z.string().optional(), region: z.string().optional() }) },
      responses: { 200: json(z.array(z.object({ phase: z.enum(PHASES), colour: Colour, cases: z.int() })), 'Counts.'), ...PROBLEMS },
    }), async (request) => {
      const signedIn = requireRole(request, 'clerk', 'manager', 'headOfGovernment', 'auditor');
      return request.json([...await colours(db, { ...given(request.req.valid('query')), ...withinHis(signedIn) })], 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/{caseNo}', operationId: 'getCase', tags: ['cases'], summary: 'A case, as far as you may see it', request: { params: CaseNo }, responses: { 200: json(SeenCase, 'The case.'), ...PROBLEMS },
    }), async (request) => {
      const seeing = await openCase(context, request, request.req.valid('param').caseNo);
      await recordRead(context, request, seeing);
      return request.json(seeCase(seeing, await everyPage((page) => documents(db, seeing.state.caseNo, page))), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/{caseNo}/timeline', operationId: 'getTimeline', tags: ['cases'], summary: 'What happened, when, by whom, on what ground', request: { params: CaseNo }, responses: { 200: json(z.array(TimelineEntry), 'In order.'), ...PROBLEMS },
    }), async (request) => {
      const seeing = await openCase(context, request, request.req.valid('param').caseNo);
      await recordRead(context, request, seeing);
      return request.json(timelineSeen(seeing, (await everyPage((page) => timeline(db, seeing.state.caseNo, page))).map(({ change }) => change)), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/{caseNo}/clocks/{clock}', operationId: 'explainClock', tags: ['cases'], summary: 'Why a deadline is on that day, day by day',
      request: { params: CaseNo.extend({ clock: z.string().openapi({ param: { name: 'clock', in: 'path' }, example: 'examination' }) }) }, responses: { 200: json(ExplainedClock, 'The clock and its days.'), ...PROBLEMS },
    }), async (request) => {
      const { caseNo, clock: id } = request.req.valid('param');
      const seeing = await openCase(context, request, caseNo);
      const clock = Object.hasOwn(seeing.state.clocks, id) ? seeing.state.clocks[id]! : null;
      if (!clock || !seesClock(seeing, clock)) throw new ApiProblem('clock.unknown', { clock: id });
      return request.json({ clock: seeClock(seeing, clock), days: explainDays(clock, seeing.calendar, (suspension) => becauseOf(seeing, suspension)) }, 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/cases/{caseNo}/documents', operationId: 'listDocuments', tags: ['documents'], summary: 'The papers of a case that you may read', request: { params: CaseNo }, responses: { 200: json(z.array(SeenDocument), 'In order of their numbers.'), ...PROBLEMS },
    }), async (request) => {
      const seeing = await openCase(context, request, request.req.valid('param').caseNo);
      return request.json(seeDocuments(seeing, await everyPage((page) => documents(db, seeing.state.caseNo, page))), 200);
    });
}

/** A search for a name or a number, and what it led to: one case, or none that could be named; null: a list as it comes. */
function searchOf(asked: Readonly<Record<'applicant' | 'number' | 'search', string | undefined>>, found: readonly { readonly caseNo: string }[]): Search | null {
  const by = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return by.length === 0 ? null : { by, caseNo: found.length === 1 ? found[0]!.caseNo : null };
}

function timelineSeen(seeing: Seeing, changes: readonly Change[]): z.infer<typeof TimelineEntry>[] {
  const bySeq = new Map(changes.map((change) => [change.seq, change]));
  const nameless = withoutNames(seeing, changes);
  const course = seeing.standing.sight.of === 'course';
  return entriesOf(seeing.plan, changes.map((change) => told(seeing, change))).filter(({ seq }) => seesEntry(seeing, bySeq.get(seq)!)).map(({ at, by, basis, documents: papers, seq, date, time, kind, what }) => ({
    seq, date, time, kind, what: nameless(what), at: moment(at), by: nameless(personName(seeing.plan, by)), basis: basis.map(basisSeen),
    // Supervision is told which papers there are, and reads none.
    documents: papers.filter((record) => course || seesDocument(seeing, { record })).map((record) => ({ number: record.number, title: titleOf(record) })),
  }));
}
