import { z } from 'zod';
import { calendarOf, type Decree, type DecreeDay } from '../../workflows/case/calendar.ts';
import { parsePlainDate, type PlainDate, weekdayOf, yearOf } from '../../workflows/case/plain-date.ts';

/** One thing wrong with a decree file, for the person who wrote it. */
export interface DecreeProblem {
  readonly file: string;
  /** Where in the file, such as `days[3].date`; empty for the file as a whole. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** A problem before it is known which file it is in. */
type Found = Omit<DecreeProblem, 'file'>;

const said = (zh: string, en: string) => ({ params: { zh, en } });

const date = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
  said('应为存在的日期，格式 YYYY-MM-DD', 'must be a date that exists, as YYYY-MM-DD'),
);

const words = z.string().refine((text) => text.trim() !== '', said('不得为空', 'must not be empty'));

const day = z.strictObject({
  date,
  kind: z.enum(['rest', 'work']),
  name: z.strictObject({ zh: words, en: words }),
});

const year = z.int().min(1949).max(9999);

const decree = z.strictObject({
  id: z.string().refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), said('应由小写字母、数字和连字符组成', 'must be lower-case letters, digits and hyphens')),
  documentNumber: z
    .string()
    .refine((text) => /^\S+〔\d{4}〕\d+号$/.test(text), said('应为发文字号，如 国办发明电〔2025〕7号；不确定时填 null', 'must be a document number such as 国办发明电〔2025〕7号, or null when not certain'))
    .nullable(),
  publishedOn: date,
  settlesYears: z.array(year),
  days: z.array(day).min(1),
}) satisfies z.ZodType<Decree>;

/** The decree when its shape is right, whatever the days say; null otherwise. */
export function shapedDecree(json: unknown): Decree | null {
  return decree.safeParse(json).data ?? null;
}

/**
 * Everything wrong with a decree, at once: what is misshapen, and what the well-shaped days say that cannot be meant.
 * `known` are the decrees it comes on top of.
 */
export function problemsOf(json: unknown, known: readonly Decree[]): Found[] {
  return [...shapeProblems(json), ...meaningProblems(wellShapedParts(json), known)];
}

/** Zod words the ordinary problems in both languages; our own rules bring their words along as `params`. */
function shapeProblems(json: unknown): Found[] {
  const zh = decree.safeParse(json, { error: (issue) => ownWords(issue, 'zh') ?? z.locales.zhCN().localeError(issue) });
  const en = decree.safeParse(json, { error: (issue) => ownWords(issue, 'en') ?? z.locales.en().localeError(issue) });
  const english = en.error?.issues ?? [];
  return (zh.error?.issues ?? []).map((issue, index) => ({
    path: z.core.toDotPath(issue.path),
    zh: issue.message,
    en: english[index]?.message ?? issue.message,
  }));
}

function ownWords(issue: z.core.$ZodRawIssue, language: 'zh' | 'en'): string | undefined {
  return issue.code === 'custom' ? (issue['params'] as Record<string, string> | undefined)?.[language] : undefined;
}

/** What can be judged of a decree whose shape may be wrong elsewhere. Misshapen elements are null, so positions stay. */
interface Parts {
  readonly id: string | null;
  readonly publishedOn: PlainDate | null;
  readonly years: readonly (number | null)[];
  readonly days: readonly (DecreeDay | null)[];
}

function wellShapedParts(json: unknown): Parts {
  const raw = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const each = <T>(list: unknown, schema: z.ZodType<T>) =>
    Array.isArray(list) ? list.map((element) => schema.safeParse(element).data ?? null) : [];
  return {
    id: z.string().safeParse(raw['id']).data ?? null,
    publishedOn: date.safeParse(raw['publishedOn']).data ?? null,
    years: each(raw['settlesYears'], year),
    days: each(raw['days'], day),
  };
}

function meaningProblems({ id, publishedOn, years, days }: Parts, known: readonly Decree[]): Found[] {
  const found: Found[] = [];
  const settled = new Set(years);
  const before = calendarOf(known.filter((other) => other.id !== id && (publishedOn === null || other.publishedOn <= publishedOn)));
  const seen = new Map<PlainDate, number>();

  for (const [index, day] of days.entries()) {
    if (day === null) continue;
    const path = `days[${index}].date`;
    const { date } = day;

    const first = seen.get(date);
    if (first === undefined) seen.set(date, index);
    else found.push({ path, zh: `${date} 已在 days[${first}] 中规定`, en: `${date} is already set by days[${first}]` });

    // Only a weekday that an earlier decree gave free can be made a working day again; any other one is a mistyped date.
    if (day.kind === 'work' && weekdayOf(date) <= 5 && before.dayInfo(date).kind !== 'holiday')
      found.push({ path, zh: `${date} 是星期${'一二三四五'[weekdayOf(date) - 1]}，本就上班，不能是调休上班日`, en: `${date} is an ordinary weekday and cannot be a make-up working day` });

    // A mistyped year would silently take a holiday away from the year that is settled.
    if (settled.size > 0 && !settled.has(yearOf(date)) && !besideSettledYear(date, settled))
      found.push({ path, zh: `${date} 不在 settlesYears 所列年份（或其前一个月、后一个月）内`, en: `${date} is not in a year of settlesYears, nor in the month before or after one` });
  }

  const firstOf = new Map<number, number>();
  for (const [index, year] of years.entries()) {
    if (year === null) continue;
    const path = `settlesYears[${index}]`;
    const first = firstOf.get(year);
    if (first === undefined) firstOf.set(year, index);
    else found.push({ path, zh: `${year} 年重复`, en: `the year ${year} is listed twice` });
    // To settle a year turns its dates final. A year without a single holiday cannot be meant.
    if (!days.some((day) => day !== null && day.kind === 'rest' && yearOf(day.date) === year))
      found.push({ path, zh: `${year} 年没有任何放假日`, en: `the year ${year} has no rest day` });
  }
  return found;
}

/** The decree for 2019 set 29 to 31 December 2018: an arrangement may reach over either end of its year. */
function besideSettledYear(date: PlainDate, settled: ReadonlySet<number | null>): boolean {
  const month = date.slice(5, 7);
  return (month === '12' && settled.has(yearOf(date) + 1)) || (month === '01' && settled.has(yearOf(date) - 1));
}
