import { createRoute, z } from '@hono/zod-openapi';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Database } from '../../../store/open-store.ts';
import { type BoardFilter, lastDays } from '../../../store/queries/board-filter.ts';
import { colours } from '../../../store/queries/cases.ts';
import { itemLoads, loads, type Load, personLoads, workCounts } from '../../../store/queries/board.ts';
import { bottlenecks } from '../../../store/queries/bottlenecks.ts';
import { likelyLate } from '../../../store/queries/late-chances.ts';
import { type OnTime, type OnTimeBy, onTime } from '../../../store/queries/on-time.ts';
import { pendingExtensions } from '../../../store/queries/pending-extensions.ts';
import { nearing, overdue, type PressingClock } from '../../../store/queries/pressing-clocks.ts';
import { trend } from '../../../store/queries/trend.ts';
import { type ApiContext, dbOf, newRoutes } from '../api-context.ts';
import { countedOnce } from '../figures.ts';
import { boardScope } from '../rights/board-scope.ts';
import { nameInList } from '../rights/masked.ts';
import { Board, BoardQuery, Bottleneck, OnTimeRow, PendingExtension, PressingPage, type PressingRow, TrendDay } from '../schemas/board.ts';
import { given, json, mapPage, moment, PageOf, PageQuery, PROBLEMS } from '../schemas/common.ts';
import { type Names, namesOf } from '../names.ts';
import { recordListRead } from './case-access.ts';

/** Over how many days the on-time rate is counted. */
const RATED_DAYS = 90;
const Days = z.coerce.number().int().min(1).max(400).optional();

/** The live board of supervision. */
export function boardRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/board', operationId: 'getBoard', tags: ['board'], summary: 'How everything stands', request: { query: BoardQuery }, responses: { 200: json(Board, 'The board.'), ...PROBLEMS },
    }), async (request) => {
      const { filter } = boardScope(request, request.req.valid('query'));
      return request.json(await boardSeen(db, filter), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/board/on-time', operationId: 'listOnTime', tags: ['board'], summary: 'On-time rates, and what waits, by one dimension',
      request: { query: BoardQuery.extend({ by: z.enum(['department', 'service', 'item', 'person', 'region']), days: Days }) }, responses: { 200: json(z.array(OnTimeRow), 'Those with the most late decisions first.'), ...PROBLEMS },
    }), async (request) => {
      const { by, days = RATED_DAYS, ...asked } = request.req.valid('query');
      const { filter } = boardScope(request, asked);
      return request.json(await onTimeSeen(db, by, days, filter), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/board/clocks', operationId: 'listPressing', tags: ['board'], summary: 'Limits that are yellow or red, the first due first',
      request: { query: BoardQuery.extend({ colour: z.enum(['1', '2']).default('2'), kind: z.string().max(50).optional() }).extend(PageQuery.shape) }, responses: { 200: json(PressingPage, 'A page of limits.'), ...PROBLEMS },
    }), async (request) => {
      const { colour, kind, size, after, ...asked } = request.req.valid('query');
      const { filter, signedIn } = boardScope(request, asked);
      if (signedIn.role === 'headOfAuthority') await recordListRead(context, request);
      const list = colour === '1' ? nearing : overdue;
      const [page, names] = await Promise.all([list(db, given({ ...filter, kind }), given({ size, after })), namesOf(db)]);
      return request.json(mapPage(page, (row) => pressingSeen(row, colour === '1' ? 1 : 2, names, signedIn)), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/board/trend', operationId: 'getTrend', tags: ['board'], summary: 'Day by day: received, settled, run out', request: { query: BoardQuery.extend({ days: Days }) }, responses: { 200: json(z.array(TrendDay), 'The last days, today with them.'), ...PROBLEMS },
    }), async (request) => {
      const { days = 30, ...asked } = request.req.valid('query');
      const { filter } = boardScope(request, asked);
      return request.json([...await countedOnce(db, `trend ${days} ${JSON.stringify(filter)}`, () => trend(db, lastDays(days, Date.now()), filter))], 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/board/bottlenecks', operationId: 'listBottlenecks', tags: ['board'], summary: 'Where work waits, and how long it takes', request: { query: BoardQuery.extend({ days: Days }) }, responses: { 200: json(z.array(Bottleneck), 'Where the most waits comes first.'), ...PROBLEMS },
    }), async (request) => {
      const { days = RATED_DAYS, ...asked } = request.req.valid('query');
      const { filter } = boardScope(request, asked);
      const at = Date.now();
      const [rows, names] = await Promise.all([countedOnce(db, `bottlenecks ${days} ${JSON.stringify(filter)}`, () => bottlenecks(db, lastDays(days, at), filter, at)), namesOf(db)]);
      return request.json(rows.map(({ department, service, item, ...row }) => ({
        ...row, department: names.department(department), service: names.service(service), item: names.item(service, item), lateShare: share(row.late, row.decided),
      })), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/board/extensions', operationId: 'listExtensions', tags: ['board'], summary: 'Extensions that wait for a head’s word', request: { query: BoardQuery.extend(PageQuery.shape) }, responses: { 200: json(PageOf(PendingExtension), 'The first to lapse first.'), ...PROBLEMS },
    }), async (request) => {
      const { size, after, ...asked } = request.req.valid('query');
      const { filter, signedIn } = boardScope(request, asked);
      const [page, names] = await Promise.all([pendingExtensions(db, filter, given({ size, after })), namesOf(db)]);
      return request.json(mapPage(page, ({ department, service, item, extension, ...row }) => ({
        ...row, department: names.department(department), service: names.service(service), item: item === null ? null : names.item(service, item),
        days: extension.days, reason: extension.reason, requestedBy: extension.requestedBy.name, requestedOn: extension.requestedOn,
        mine: signedIn.role === 'headOfGovernment' ? department === 'government' : signedIn.role === 'headOfAuthority' && department === signedIn.department,
      })), 200);
    });
}

async function boardSeen(db: Database, filter: BoardFilter): Promise<z.infer<typeof Board>> {
  const at = Date.now();
  const period = lastDays(RATED_DAYS, at);
  const ofCases = filter.department === undefined;
  const [phases, work, departments, services, regions, decided, late, names] = await Promise.all([
    ofCases ? colours(db, filter) : [], workCounts(db, filter), loads(db, 'department', filter), loads(db, 'service', filter), loads(db, 'region', filter),
    countedOnce(db, `each ${JSON.stringify(filter)}`, () => onTime(db, 'each', period, filter)), ofCases ? likelyLate(db, filter) : null, namesOf(db),
  ]);
  return {
    at: moment(at), days: RATED_DAYS, phases: [...phases], work: [...work],
    departments: joined(departments, decided, ({ department }) => department).map(({ id, onTime: rate, ...load }) => ({ department: names.department(id), ...load, onTime: rate })),
    services: joined(services, decided, ({ service }) => service).map(({ id, onTime: rate, ...load }) => ({ service: names.service(id), ...load, onTime: rate })),
    regions: joined(regions, decided, ({ id }) => id).map(({ id, onTime: rate, ...load }) => ({ region: id, ...load, onTime: rate })),
    onTime: rateOf(decided),
    lateChances: late && { at: moment(late.at), cases: late.phases.reduce((sum, { cases }) => sum + cases, 0), phases: [...late.phases] },
  };
}

/** What waits with what was decided: either may be without the other. */
function joined(waiting: readonly Load[], decided: readonly OnTime[], of: (row: OnTime) => string | null) {
  const rows = Map.groupBy(decided, of);
  const ids = [...new Set([...waiting.map(({ id }) => id), ...[...rows.keys()].flatMap((id) => (id === null ? [] : [id]))])].sort();
  return ids.map((id) => {
    const { open = 0, nearing: near = 0, overdue: over = 0 } = waiting.find((row) => row.id === id) ?? {};
    return { id, open, nearing: near, overdue: over, onTime: rateOf(rows.get(id) ?? []) };
  });
}

function rateOf(rows: readonly Pick<OnTime, 'decided' | 'late'>[]): { decided: number; late: number; rate: number | null } {
  const [decided, late] = [rows.reduce((sum, row) => sum + row.decided, 0), rows.reduce((sum, row) => sum + row.late, 0)];
  return { decided, late, rate: inTime(late, decided) };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function inTime(late: number, decided: number): number | null {
  return decided === 0 ? null : (decided - late) / decided;
}

async function onTimeSeen(db: Database, by: OnTimeBy, days: number, filter: BoardFilter): Promise<z.infer<typeof OnTimeRow>[]> {
  const [decided, waiting, names] = await Promise.all([countedOnce(db, `${by} ${days} ${JSON.stringify(filter)}`, () => onTime(db, by, lastDays(days, Date.now()), filter)), loadsBy(db, by, filter), namesOf(db)]);
  const key = (row: { id: string | null; service?: string | null; department?: string | null }) => `${row.id} ${row.service ?? ''} ${row.department ?? ''}`;
  const rows = new Map(decided.map((row) => [key(row), { ...row, open: 0, nearing: 0, overdue: 0 }]));
  for (const row of waiting) {
    const known = rows.get(key(row)) ?? { id: row.id, name: row.name ?? null, service: row.service ?? null, department: row.department ?? null, decided: 0, late: 0 };
    rows.set(key(row), { ...known, open: row.open, nearing: row.nearing, overdue: row.overdue });
  }
  return [...rows.values()].map(({ id, name, service, department, ...row }) => ({
    id, name: id === null ? null : nameOf(by, id, name, service, names), service: service === null ? null : names.service(service), department: department === null ? null : names.department(department),
    ...row, rate: inTime(row.late, row.decided),
  }));
}

type NamedLoad = Load & { readonly name?: string | null; readonly service?: string; readonly department?: string };

function loadsBy(db: Database, by: OnTimeBy, filter: BoardFilter): Promise<readonly NamedLoad[]> {
  if (by === 'item') return itemLoads(db, filter);
  return by === 'person' ? personLoads(db, filter) : loads(db, by, filter);
}

function nameOf(by: OnTimeBy, id: string, name: string | null, service: string | null, names: Names): { zh: string; en: string } {
  if (by === 'department') return names.department(id).name;
  if (by === 'service') return names.service(id).name;
  if (by === 'item') return names.item(service ?? '', id).name;
  return { zh: name ?? id, en: name ?? id };
}

function pressingSeen({ department, service, item, ranOutAt, applicantKind, ...row }: PressingClock, colour: 1 | 2, names: Names, signedIn: SignedIn): z.infer<typeof PressingRow> {
  return {
    ...row, colour, department: names.department(department), service: names.service(service), item: item === null ? null : names.item(service, item),
    ranOutAt: ranOutAt === null ? null : moment(ranOutAt), applicantName: nameInList(signedIn, { ...row, applicantKind }),
  };
}
