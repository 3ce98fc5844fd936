import type { z } from '@hono/zod-openapi';
import type { Calendar, Text } from '../../../workflows/case/calendar.ts';
import { type Clock, explain, type Suspension } from '../../../workflows/case/clock.ts';
import type { ExplainedDay } from '../schemas/explained-day.ts';
import { basisSeen } from './see-clock.ts';

/** Why a deadline is on that day. What stopped the clock is said in the words of who asks. */
export function explainDays(clock: Clock, calendar: Calendar, because: (suspension: Suspension) => Text): z.infer<typeof ExplainedDay>[] {
  return explain(clock, calendar).map(({ date, count, number, day, suspension }) => ({
    date, count, number, kind: day.kind, name: day.name, settled: day.settled, because: suspension && because(suspension), basis: suspension?.basis ? basisSeen(suspension.basis) : null,
  }));
}
