import { createRoute, z } from '@hono/zod-openapi';
import { currentDecrees } from '../../../store/current-calendar.ts';
import { calendarOf } from '../../../workflows/case/calendar.ts';
import { addDays, parsePlainDate, type PlainDate, toEpochDay } from '../../../workflows/case/plain-date.ts';
import { type ApiContext, dbOf, newRoutes, signedInOf } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { Day, json, orNull, PROBLEMS, Text } from '../schemas/common.ts';

const LONGEST = 800;
const CalendarDay = z.object({
  date: Day, kind: z.enum(['workingDay', 'weekend', 'holiday', 'makeUpDay']), name: orNull(Text), settled: z.boolean().openapi({ description: 'False: that year’s rest days are not published yet.' }),
}).openapi('CalendarDay');

/** Working days and rest days, for whoever draws a time axis or picks a date. */
export function calendarRoutes(context: ApiContext) {
  return newRoutes().openapi(createRoute({
    method: 'get', path: '/calendar', operationId: 'getCalendar', tags: ['services'], summary: 'What each day is by the decrees in force', request: { query: z.object({ from: Day, to: Day }) },
    responses: { 200: json(z.array(CalendarDay), 'Both ends included.'), ...PROBLEMS },
  }), async (request) => {
    signedInOf(request);
    const { from, to } = request.req.valid('query');
    const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
    if (first === null || last === null || last < first || toEpochDay(last) - toEpochDay(first) > LONGEST) {
      throw new ApiProblem('request.invalid', { problems: `from ≤ to ≤ from + ${LONGEST}` }, [{ path: 'query.to', problem: `from ≤ to ≤ from + ${LONGEST}` }]);
    }
    const calendar = calendarOf(await currentDecrees(dbOf(context)));
    const days: PlainDate[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
    return request.json(days.map((date) => {
      const { kind, name, settled } = calendar.dayInfo(date);
      return { date, kind, name, settled };
    }), 200);
  });
}
