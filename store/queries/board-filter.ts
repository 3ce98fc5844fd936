import { type RawBuilder, sql } from 'kysely';
import { addDays, dateOf, type Instant, instantOf, type PlainDate, toEpochDay } from '../../workflows/case/plain-date.ts';

/** Which part of the work somebody looks at. What is left out filters nothing. */
export interface BoardFilter {
  readonly department?: string;
  readonly service?: string;
  /** Six digits, or the beginning of them. */
  readonly region?: string;
  /** Region that whoever asks is responsible for: it bounds what he sees, whatever he asks for. */
  readonly within?: string;
}

/** `and …` for each part that is given, over a table with these columns; `department` is left out for tables without one. */
export function boardFilterOf({ department, service, region, within }: BoardFilter, { ofDepartment = true } = {}): RawBuilder<unknown> {
  return sql.join([
    department === undefined || !ofDepartment ? sql`` : sql`and department = ${department}`,
    service === undefined ? sql`` : sql`and service = ${service}`,
    inRegion(region),
    inRegion(within),
  ], sql` `);
}

/** A whole code is looked up, the beginning of one is compared. */
export function inRegion(region: string | undefined, column = 'region'): RawBuilder<unknown> {
  if (region === undefined || region === '') return sql``;
  return region.length === 6 ? sql`and ${sql.ref(column)} = ${region}` : sql`and starts_with(${sql.ref(column)}, ${region})`;
}

/** Civil days in Asia/Shanghai, both counted. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The last so many days, today with them. */
export function lastDays(days: number, at: number): Period {
  const to = dateOf(at as Instant);
  return { from: dateOf((at - (days - 1) * 86_400_000) as Instant), to };
}

/** `and …`: facts of a period. */
export function during({ from, to }: Period): RawBuilder<unknown> {
  return sql`and day between ${sql.lit(toEpochDay(from))} and ${sql.lit(toEpochDay(to))}`;
}

/** Limits that ran out in a period. One that ends with a day runs out when that day ends: it is that day's. */
export function ranOutDuring({ from, to }: Period): RawBuilder<unknown> {
  return sql`ran_out_at is not null and ran_out_at > ${instantOf(from)} and ran_out_at <= ${instantOf(addDays(to, 1))}`;
}

export const DECIDED = sql.raw(`kind in ('granted', 'refused')`);
/** One of several items that a service repeats counts with all of them. */
export const ITEM = sql.raw(`split_part(item, '#', 1)`);
