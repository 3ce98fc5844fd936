import { createRoute, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { logAccess } from '../../../store/access/access-log.ts';
import { localTime, type Instant } from '../../../workflows/case/plain-date.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes } from '../api-context.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../export/csv.ts';
import { type ExportedList, exportedList } from '../export/lists.ts';
import { wordsOf } from '../export/words.ts';
import { xlsxOf } from '../export/xlsx.ts';
import { type BoardScope, boardScope } from '../rights/board-scope.ts';
import { BoardQuery } from '../schemas/board.ts';
import { PROBLEMS } from '../schemas/common.ts';

/** A list that is longer is cut, and says so in its last line. */
const MOST = { csv: 50_000, xlsx: 20_000 } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** How much is gathered before it is sent. Characters. */
const CHUNK = 32_000;

const Query = BoardQuery.extend({ list: z.enum(['cases', 'overdue', 'nearing']).default('overdue'), language: z.enum(['zh', 'en']).default('zh') });
const CUT = 'Lists are cut at a length, and then say so in their last line. Exporting is on record in the audit log.';

/** Lists of the board as files. */
export function boardExportRoutes(context: ApiContext) {
  const db = dbOf(context);
  const begin = async (request: ApiRequest, { list, language, ...asked }: z.infer<typeof Query>, kind: 'csv' | 'xlsx') => {
    const scope = boardScope(request, asked);
    const exported = await exportedList(db, list, scope.filter, { language, signedIn: scope.signedIn });
    await record(context, request, scope, kind);
    const words = wordsOf(language);
    return { exported, name: `${words.sheet[list]}-${localTime(Date.now() as Instant).slice(0, 10)}.${kind}`, sheet: words.sheet[list], cut: words.cut(MOST[kind]) };
  };
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/board/export.csv', operationId: 'exportCsv', tags: ['board'], summary: 'A list of the board as CSV', description: `UTF-8 with a byte order mark; formulas are made text. ${CUT}`,
      request: { query: Query }, responses: { 200: { description: 'The list.', content: { 'text/csv': { schema: z.string() } } }, ...PROBLEMS },
    }), async (request) => {
      const { exported, name, cut } = await begin(request, request.req.valid('query'), 'csv');
      request.header('Content-Type', 'text/csv; charset=utf-8');
      request.header('Content-Disposition', attachment(name));
      request.header('Cache-Control', 'no-store');
      return stream(request, async (out) => {
        for await (const text of csvOf(exported, cut)) {
          if (out.aborted) return;
          await out.write(text);
        }
      }) as never;
    })
    .openapi(createRoute({
      method: 'get', path: '/board/export.xlsx', operationId: 'exportXlsx', tags: ['board'], summary: 'A list of the board as a workbook', description: CUT,
      request: { query: Query }, responses: { 200: { description: 'The list.', content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } } }, ...PROBLEMS },
    }), async (request) => {
      const { exported, name, sheet, cut } = await begin(request, request.req.valid('query'), 'xlsx');
      const rows: (readonly Cell[])[] = [];
      const each = exported.rows(MOST.xlsx);
      let next = await each.next();
      for (; !next.done; next = await each.next()) rows.push(next.value);
      const workbook = await xlsxOf({ name: sheet, columns: exported.titles, rows, note: next.value.cut ? cut : null });
      return request.body(new Uint8Array(workbook), 200, { 'Content-Type': XLSX, 'Content-Disposition': attachment(name), 'Cache-Control': 'no-store' }) as never;
    });
}

async function* csvOf({ titles, rows }: ExportedList, cut: string): AsyncGenerator<string> {
  let text = BYTE_ORDER_MARK + csvLine(titles.map(({ title }) => title));
  const each = rows(MOST.csv);
  let next = await each.next();
  for (; !next.done; next = await each.next()) {
    text += csvLine(next.value);
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield next.value.cut ? text + csvLine([cut]) : text;
}

async function record(context: ApiContext, request: ApiRequest, { signedIn }: BoardScope, kind: string): Promise<void> {
  await logAccess(dbOf(context), {
    at: Date.now(), person: signedIn.id, role: signedIn.role, action: `GET /api/v1/board/export.${kind} ${request.req.query('list') ?? 'overdue'}`, caseNo: null, outcome: 'read', code: null, requestId: request.var.requestId,
  });
}

function attachment(name: string): string {
  return `attachment; filename="${name.replaceAll(/[^\x20-\x7e]+/g, 'list')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
