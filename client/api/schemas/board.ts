import { z } from '@hono/zod-openapi';
import { Colour, Day, Moment, Named, orNull, PageOf, Text } from './common.ts';

/** What lists and figures are narrowed by. */
export const BoardQuery = z.object({
  department: z.string().max(100).optional(), service: z.string().max(100).optional(),
  region: z.string().regex(/^\d{1,6}$/).optional().openapi({ description: 'Six digits, or the beginning of them.' }),
});

const Rate = z.object({ decided: z.int(), late: z.int(), rate: z.number().nullable().openapi({ description: 'Share decided in time, 0 to 1; null when nothing was decided.' }) }).openapi('OnTimeRate', { description: 'Decisions of the last 90 days. On time: before the item’s statutory, internal or promised limit ran out.' });
const Load = z.object({ open: z.int(), nearing: z.int(), overdue: z.int() });

export const Board = z.object({
  at: Moment, days: z.int().openapi({ description: 'Over how many days decisions are counted.' }),
  phases: z.array(z.object({ phase: z.string(), colour: Colour, cases: z.int() })).openapi({ description: 'Cases; empty for one department, since cases are nobody’s department’s.' }),
  work: z.array(z.object({ kind: z.string(), colour: Colour, tasks: z.int() })).openapi({ description: 'Open tasks by kind.' }),
  departments: z.array(Load.extend({ department: Named, onTime: Rate })),
  services: z.array(Load.extend({ service: Named, onTime: Rate })),
  regions: z.array(Load.extend({ region: z.string(), onTime: Rate })),
  onTime: Rate,
  lateChances: z.object({ at: Moment, cases: z.int(), phases: z.array(z.object({ phase: z.string(), cases: z.int() })) }).nullable().openapi({ description: 'Running cases that will rather be late than not, as the last forecast found; null without one, and for one department.' }),
}).openapi('Board');

export const OnTimeRow = z.object({
  id: z.string().nullable(), name: orNull(Text).openapi({ description: 'Null with a null id: decided by a rule.' }), service: orNull(Named), department: orNull(Named), decided: z.int(), late: z.int(), rate: z.number().nullable(), open: z.int(), nearing: z.int(), overdue: z.int(),
}).openapi('OnTimeRow', { description: 'One department, service, item, person or region: what was decided in time, and what waits. For items and persons the colours are those of tasks.' });

export const PressingRow = z.object({
  caseNo: z.string(), clock: z.string(), kind: z.string(), service: Named, region: z.string(), item: orNull(Named), department: Named, applicantName: z.string(), colour: Colour,
  dueOn: Day.nullable(), provisional: z.boolean(), ranOutAt: Moment.nullable(), reason: z.string().nullable(), lateChance: z.number().nullable(), urgedUntil: Day.nullable(),
}).openapi('PressingClock', { description: 'An open limit that is yellow or red.' });
export const PressingPage = PageOf(PressingRow);

export const TrendDay = z.object({ day: Day, received: z.int(), settled: z.int(), overdue: z.int() }).openapi('TrendDay', { description: 'Cases received and closed, limits that ran out; of a department: its items received and decided.' });

export const Bottleneck = Load.extend({
  department: Named, service: Named, item: Named, decided: z.int(), late: z.int(), lateShare: z.number().nullable(), medianDays: z.int().nullable(), ninetiethDays: z.int().nullable(),
}).openapi('Bottleneck', { description: 'One item of one department: what waits now, how many working days decisions took (median, and the time that nine of ten did not exceed), how many were late.' });

export const PendingExtension = z.object({
  caseNo: z.string(), clock: z.string(), service: Named, region: z.string(), item: orNull(Named), department: Named, dueOn: Day.nullable(), colour: Colour,
  days: z.int(), reason: z.string(), requestedBy: z.string(), requestedOn: Day, mine: z.boolean().openapi({ description: 'Yours to decide.' }),
}).openapi('PendingExtension');

const MonthFigures = z.object({
  received: z.int(), accepted: z.int(), corrected: z.int(), granted: z.int(), refused: z.int(), late: z.int(), onTimeRate: z.number().nullable(), medianDays: z.int().nullable(),
  urged: z.int(), urgesAnswered: z.int(), overdue: z.int(), overdueWithReason: z.int(),
});
const Cases = z.object({ received: z.int(), accepted: z.int(), corrected: z.int(), closed: z.int() });

export const MonthlyReport = z.object({
  month: z.string(), from: Day, to: Day, at: Moment, over: z.boolean().openapi({ description: 'The month is over: its figures stay.' }),
  cases: Cases, before: Cases.extend({ onTimeRate: z.number().nullable() }).openapi({ description: 'The month before.' }), total: MonthFigures, departments: z.array(MonthFigures.extend({ department: Named })),
  ratings: z.array(z.int()).openapi({ description: 'How many of each level, from 1 to 5.' }), satisfaction: z.number().nullable().openapi({ description: 'Share of the levels 3 to 5.' }), rectified: z.int(), complained: z.int(), complaintsSettled: z.int(),
  ranOut: z.object({
    rows: z.array(z.object({ caseNo: z.string(), kind: z.string(), service: Named, item: orNull(Named), department: Named, dueOn: Day.nullable(), reason: z.string().nullable(), over: z.boolean() })),
    cut: z.boolean().openapi({ description: 'There are more.' }),
  }),
}).openapi('MonthlyReport', { description: 'The performance report of a month. `cases` counts cases, everything else items.' });

const OnDesk = z.object({
  caseNo: z.string(), service: Named, region: z.string(), applicantName: z.string(), dueOn: Day.nullable(), colour: Colour, owner: z.object({ id: z.string(), name: z.string() }).nullable(), settledAt: Moment.nullable(),
});
export const DeskComplaint = OnDesk.extend({
  complaint: z.string(), text: z.string(), on: Day, item: orNull(Named), department: orNull(Named), unresolved: z.boolean().openapi({ description: 'Something got stuck (办不成事): followed to its end, not only answered.' }),
  answers: z.int(), answer: z.string().nullable(), followUp: z.string().nullable(),
}).openapi('DeskComplaint');
export const DeskRating = OnDesk.extend({ level: z.int(), text: z.string().nullable(), on: Day, rectified: z.object({ measures: z.string(), followUp: z.string(), on: Day, by: z.string() }).nullable() }).openapi('DeskRating');
export const ComplaintStep = z.object({
  at: Moment, kind: z.enum(['complained', 'claim', 'release', 'transfer', 'ranOut', 'answered', 'settled']), by: z.string().nullable(), text: z.string().nullable(), to: z.string().nullable(), followUp: z.string().nullable(),
}).openapi('ComplaintStep');
