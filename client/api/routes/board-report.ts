import { createRoute, z } from '@hono/zod-openapi';
import { type MonthFigures as Figures, monthlyReport, monthOf } from '../../../store/queries/monthly-report.ts';
import { ranOut } from '../../../store/queries/ran-out.ts';
import { addMonths, dateOf, type Instant, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { type ApiContext, dbOf, newRoutes } from '../api-context.ts';
import { countedOnce } from '../figures.ts';
import { boardScope } from '../rights/board-scope.ts';
import { BoardQuery, MonthlyReport } from '../schemas/board.ts';
import { json, moment, PROBLEMS } from '../schemas/common.ts';
import { namesOf } from '../names.ts';
import { inTime } from './board.ts';

/** So many overdue limits are named one by one in a report; an export has them all. */
const NAMED = 200;

/** The monthly performance report. */
export function boardReportRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/board/report', operationId: 'getMonthlyReport', tags: ['board'], summary: 'The performance report of a month',
    request: { query: BoardQuery.extend({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/).optional().openapi({ description: 'Default: this month.', example: '2026-03' }) }) }, responses: { 200: json(MonthlyReport, 'The report.'), ...PROBLEMS },
  }), async (request) => {
    const { month, ...asked } = request.req.valid('query');
    const { filter } = boardScope(request, asked);
    const at = Date.now() as Instant;
    const today = dateOf(at);
    const first = `${month ?? today.slice(0, 7)}-01` as PlainDate;
    const period = monthOf(first);
    const figuresOf = (ofMonth: PlainDate) => countedOnce(db, `report ${ofMonth} ${JSON.stringify(filter)}`, () => monthlyReport(db, monthOf(ofMonth), filter, at));
    const [report, before, over, names] = await Promise.all([
      figuresOf(first), figuresOf(addMonths(first, -1)), ranOut(db, period, filter, NAMED + 1), namesOf(db),
    ]);
    const rated = report.ratings.reduce((sum, n) => sum + n, 0);
    return request.json({
      month: first.slice(0, 7), from: period.from, to: period.to, at: moment(at), over: period.to < today,
      cases: report.cases, before: { ...before.cases, onTimeRate: rateOf(before.total) }, total: seen(report.total),
      departments: report.departments.map(({ department, ...figures }) => ({ department: names.department(department), ...seen(figures) })),
      ratings: [...report.ratings], satisfaction: rated === 0 ? null : report.ratings.slice(2).reduce((sum, n) => sum + n, 0) / rated,
      rectified: report.rectified, complained: report.complained, complaintsSettled: report.complaintsSettled,
      ranOut: {
        cut: over.length > NAMED,
        rows: over.slice(0, NAMED).map(({ clock: _, service, item, department, ...row }) => ({ ...row, service: names.service(service), item: item === null ? null : names.item(service, item), department: names.department(department) })),
      },
    }, 200);
  });
}

function seen(figures: Figures) {
  return { ...figures, onTimeRate: rateOf(figures) };
}

function rateOf({ granted, refused, late }: Figures): number | null {
  return inTime(late, granted + refused);
}
