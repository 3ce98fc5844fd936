import { z } from 'zod';
import type { LimitUnit } from '../../workflows/case/case-plan.ts';
import { BasisSchema } from './legal-basis.ts';

const PERIOD = /^(\d{1,3})\s*个?\s*(working days?|工作日|calendar days?|自然日|months?|月)$/;

/** A period in words: `20 working days`, `30 calendar days`, `1 month`; or `20个工作日`, `30个自然日`, `1个月`. */
export const PeriodSchema = z
  .string()
  .regex(PERIOD, { error: '数目和单位，如 20 working days、30 calendar days、1 month、20个工作日 / a number and a unit, such as 20 working days, 30 calendar days, 1 month' })
  .meta({ examples: ['20 working days', '20个工作日'] });

export interface Period {
  readonly length: number;
  readonly unit: LimitUnit;
}

export function periodOf(input: string): Period {
  const [, length = '0', word = ''] = PERIOD.exec(input) ?? [];
  const unit = /^(work|工)/.test(word) ? 'workingDay' : /^(cal|自)/.test(word) ? 'calendarDay' : 'month';
  return { length: Number(length), unit };
}

/**
 * Roughly how many working days a period takes, for comparing periods of different units in a definition:
 * five in seven calendar days, and a month as thirty calendar days. Never used to count a running case's days.
 */
export function inWorkingDays(period: Period): number {
  const days = { workingDay: 1, calendarDay: 5 / 7, month: (30 * 5) / 7 } satisfies Record<LimitUnit, number>;
  return period.length * days[period.unit];
}

/** A limit: the bare period where its basis goes without saying, or the period with its basis. */
export const LimitSchema = z.union([
  PeriodSchema,
  z.strictObject({
    limit: PeriodSchema.describe('How long'),
    basis: BasisSchema.optional().describe('By whose word; what goes without saying when left out'),
  }),
]);
export type LimitInput = z.infer<typeof LimitSchema>;

/** Once, before expiry, with the approval of the right head. @see ALL art. 42 */
export const ExtensionSchema = z.strictObject({
  cap: z.int().min(1).max(200).describe('Most units that may be added, once'),
  basis: BasisSchema.describe('The article that allows it'),
});

const StatutoryLimitSchema = z.strictObject({
  limit: PeriodSchema.describe('How long'),
  basis: BasisSchema.describe('The law or regulation that sets it; a mere rule may only shorten'),
  extension: ExtensionSchema.optional().describe('Whether it may be extended, once; left out: it may not'),
});

export const PromisedLimitSchema = z.union([
  PeriodSchema,
  z.strictObject({
    limit: PeriodSchema.describe('How long'),
    basis: BasisSchema.optional().describe('Where it was promised; the promise of the service when left out'),
    suspendedBy: z.enum(['procedures', 'none']).default('procedures').describe('Whether special procedures stop this clock too'),
  }),
]);

/** The limits of an item. @see ALL art. 42 */
export const ItemLimitsSchema = z.strictObject({
  statutory: StatutoryLimitSchema.optional().describe("The item's own statutory limit; a licence outside joint handling has 20 working days by itself"),
  internal: LimitSchema.optional().describe("The department's part of the joint limit"),
  promised: PromisedLimitSchema.optional().describe('What the service promises the applicant'),
});
