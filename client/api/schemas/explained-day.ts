import { z } from '@hono/zod-openapi';
import { Day, orNull, Text } from './common.ts';

export const GroundOfDay = z.object({ law: z.string(), article: z.string().nullable(), verified: z.boolean() });

/** A day between day 0 and the deadline: counted, with its number, or why not. */
export const ExplainedDay = z.object({
  date: Day, count: z.enum(['dayZero', 'counted', 'weekend', 'holiday', 'suspended', 'movedTo']), number: z.int().nullable(), kind: z.enum(['workingDay', 'weekend', 'holiday', 'makeUpDay']),
  name: orNull(Text), settled: z.boolean(), because: orNull(Text), basis: orNull(GroundOfDay),
});
