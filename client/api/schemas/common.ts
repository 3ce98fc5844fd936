import { z } from '@hono/zod-openapi';
import type { Page } from '../../../store/queries/page.ts';

export const Text = z.object({ zh: z.string(), en: z.string() }).openapi('Text', { description: 'A sentence or a name in both languages.' });
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).openapi({ description: 'A civil day in Asia/Shanghai.', example: '2026-03-02' });
export const Moment = z.string().openapi({ description: 'An instant, ISO 8601, UTC.', example: '2026-03-02T01:30:00.000Z' });
export const Colour = z.union([z.literal(0), z.literal(1), z.literal(2)]).openapi({ description: '0 in time, 1 yellow (warning), 2 red (overdue).' });
export const Named = z.object({ id: z.string(), name: Text }).openapi('Named');
export const Person = z.object({ id: z.string(), name: z.string() }).openapi('Person');

export const Problem = z.object({
  type: z.string(), status: z.int(), code: z.string(), title: z.string(), detail: z.string(), text: Text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  allowed: z.array(z.string()).readonly().optional(), places: z.array(z.object({ path: z.string(), problem: z.string() })).readonly().optional(), requestId: z.string().optional(),
}).openapi('Problem', { description: 'What went wrong (RFC 9457). `code` is `subject.reason`; `text` is the sentence for people; `allowed` are commands that may be given instead.' });

export const PageQuery = z.object({
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ description: 'Rows. Default 50.' }),
  after: z.string().optional().openapi({ description: '`next` of the page before.' }),
});

/** What somebody types to find something: too long a text finds nothing anyway. */
export const SearchText = z.string().trim().min(1).max(60);

/** What has a name in the document, or nothing. `.nullable()` on it would be said as if it were never null. */
export function orNull<S extends z.ZodType>(schema: S) {
  return z.union([schema, z.null()]);
}

/** A page of rows and where to go on. */
export function PageOf<S extends z.ZodType>(row: S) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

export function moment(at: number): string {
  return new Date(at).toISOString();
}

export function mapPage<A, B>({ rows, next }: Page<A>, row: (one: A) => B): { rows: B[]; next: string | null } {
  return { rows: rows.map(row), next };
}

/** The parts of a query that were given: what is left out filters nothing. */
export function given<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** What every route may answer besides. */
export const PROBLEMS = {
  default: { description: 'A problem, RFC 9457.', content: { 'application/problem+json': { schema: Problem } } },
} as const;

export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}
