import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '../../workflows/case/plain-date.ts';

/** More than nothing. */
const DURATION = /^(?!0+(?:\.0+)?\s*\D)(\d{1,4}(?:\.\d{1,3})?)\s*(minutes?|hours?|days?|分钟|小时|天)$/;

const DurationSchema = z.string().regex(DURATION, { error: '数目和单位，如 40 minutes、2 hours、3 days、40分钟 / a number and a unit, such as 40 minutes, 2 hours, 3 days, 40分钟' });

/** Hours. `day`: how many hours a day has, the office's working hours or 24. */
export function hoursOf(duration: string, day: number): number {
  const [, number = '0', unit = ''] = DURATION.exec(duration) ?? [];
  return Number(number) * (/^(m|分)/.test(unit) ? 1 / 60 : /^(h|小)/.test(unit) ? 1 : day);
}

const TimeSchema = z.union([
  DurationSchema.describe('Always the same'),
  z.strictObject({
    median: DurationSchema.describe('Half of the times are shorter'), p90: DurationSchema.describe('Nine in ten are shorter'),
  }).refine(({ median, p90 }) => hoursOf(p90, 24) >= hoursOf(median, 24), { error: 'p90 不短于 median / p90 not shorter than median' })
    .describe('Log-normal: many are short, few are very long'),
  z.strictObject({ mean: DurationSchema }).describe('Exponential'),
  z.strictObject({ seen: z.array(DurationSchema).min(5).max(5000) }).describe('Durations that were measured; at least five'),
]);
export type TimeInput = z.infer<typeof TimeSchema>;

const ChanceSchema = z.number({ error: '0 到 1 之间的数 / a number between 0 and 1' }).min(0).max(1);
const DaySchema = z.string().refine((text) => parsePlainDate(text) !== null, { error: '存在的日期，如 2026-12-01 / a day that exists, such as 2026-12-01' }).transform((text) => text as PlainDate);
const QueueSchema = z.enum(['fifo', 'nearestDeadline']).describe('Who comes next: the first that came, or the one whose limit ends first');
const HoursSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, { error: '时段，如 09:00-12:00 / a stretch of the day, such as 09:00-12:00' });

const work = {
  examine: TimeSchema.optional().describe('Work to examine an item'),
  recheck: TimeSchema.optional().describe('Work to check what was corrected'),
  arrange: TimeSchema.optional().describe('Work to arrange a special procedure'),
  decide: TimeSchema.optional().describe('Work to examine the substance and propose a decision'),
  confirm: TimeSchema.optional().describe('Work of the second person'),
  deficient: ChanceSchema.optional().describe('Share of items with a deficiency'),
  unsatisfied: ChanceSchema.optional().describe('Share of corrected items that are still not in order'),
  refused: ChanceSchema.optional().describe('Share of items refused'),
  procedure: ChanceSchema.optional().describe('Share of items that need one of their special procedures'),
  procedureTakes: TimeSchema.optional().describe('How long a special procedure takes; a day is a working day'),
};

const applicant = {
  silent: ChanceSchema.optional().describe('Share of notices that are never answered'),
  corrects: TimeSchema.optional().describe('From the notice to the answer; a day has 24 hours'),
};

const ServiceInputSchema = z.strictObject({
  service: z.string().optional().describe('Code of a service in the catalogue'),
  definition: z.string().optional().describe('Or a definition file, relative to this one'),
  arrivals: z.number().positive().max(2000).optional().describe('Cases a working day, on average'),
  applications: z.enum(['generated', 'scenarios']).optional()
    .describe('Forms: in every combination of the answers on which something depends, or those of the definition’s stories'),
  ...applicant,
  items: z.record(z.string(), z.strictObject(work)).default({}).describe('What is different for single items'),
}).refine((one) => (one.service === undefined) !== (one.definition === undefined), { error: 'service 或 definition 之一 / either `service` or `definition`' });

const AwaySchema = z.strictObject({ from: DaySchema, to: DaySchema, people: z.int().min(1).max(500).default(1) });

const DepartmentInputSchema = z.strictObject({
  reviewers: z.int().min(1).max(500).optional().describe('People; left out: as many as keep them at most 85% busy'),
  approvers: z.int().min(1).max(500).optional(),
  absent: ChanceSchema.optional().describe('Share of days on which a person is not there'),
  away: z.array(AwaySchema).max(200).default([]).describe('Reviewers who are known to be away'),
  queue: QueueSchema.optional(),
  ...work,
});

/** A simulation as it is written: what is left out is known from the store, or assumed. */
export const SimulationSchema = z.strictObject({
  services: z.array(ServiceInputSchema).min(1).max(50),
  period: z.strictObject({ from: DaySchema.describe('First day on which counted cases are received'), to: DaySchema.describe('The last one') }).optional()
    .describe('Left out: the next month'),
  warmUp: z.int().min(0).max(250).default(15).describe('Working days before, so that desks are not empty'),
  seed: z.int().min(0).max(2 ** 31 - 1).default(1),
  cases: z.int().min(1).max(10_000_000).default(1000).describe('The period is repeated until so many cases are counted'),
  officeHours: z.array(HoursSchema).min(1).max(6).default(['09:00-12:00', '13:00-17:00']),
  queue: QueueSchema.default('fifo'),
  absent: ChanceSchema.optional(),
  ...applicant,
  ...work,
  departments: z.record(z.string(), DepartmentInputSchema).default({}),
  window: z.strictObject({
    clerks: z.int().min(1).max(500).optional(), absent: ChanceSchema.optional(), queue: QueueSchema.optional(), handOver: TimeSchema.optional(),
  }).default({}),
});
export type SimulationInput = z.infer<typeof SimulationSchema>;
export type WorkInput = Pick<SimulationInput, keyof typeof work>;
