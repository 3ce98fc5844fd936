import { type RawBuilder, sql } from 'kysely';
import type { SignedIn } from '../access/signed-in.ts';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from '../queries/page.ts';
import { keysOf } from './recipient.ts';

/** One message at somebody's bell. Its sentence is made of the event and its parameters by whoever shows it. */
export interface BellEntry {
  readonly id: number;
  readonly caseNo: string;
  readonly event: string;
  readonly params: object;
  readonly simulated: boolean;
  /** ms */
  readonly at: number;
  /** ms; null: unread. */
  readonly readAt: number | null;
}

type Reader = Pick<SignedIn, 'id' | 'role' | 'department' | 'region' | 'idNumber'>;

/** Counting stops here: nobody reads so many. */
export const MOST_COUNTED = 100;
/** Numbers are given before they are committed. Of what is older than this nothing is still to come. */
const SETTLED_AFTER_MS = 600_000;

/** What somebody was told, himself or as one of his post, the latest first. */
export async function bell(db: Database, reader: Reader, { unread = false, ...page }: PageOptions & { readonly unread?: boolean } = {}): Promise<Page<BellEntry>> {
  const [before] = startOf(page, [Number.MAX_SAFE_INTEGER]);
  const size = pageSize(page) + 1;
  const rows = await entries(db, reader, sql`n.id < ${before} ${unread ? UNREAD : sql``}`, size);
  return pageOf(rows, page, ({ id }) => [id]);
}

/** How many messages are unread; {@link MOST_COUNTED} stands for so many or more. */
export async function unreadCount(db: Database, reader: Reader): Promise<number> {
  return (await entries(db, reader, sql`n.id > coalesce((select read_up_to from bell where reader = ${readerOf(reader)}), 0) ${UNREAD}`, MOST_COUNTED)).length;
}

/** Marks messages of his as read, for himself alone. Others' and unknown ones are left out. @returns how many were unread until now */
export async function markRead(db: Database, reader: Reader, ids: readonly number[], now: number = Date.now()): Promise<number> {
  if (ids.length === 0) return 0;
  const his = await entries(db, reader, sql`n.id in (${sql.join([...ids])}) ${UNREAD}`, ids.length);
  return insertRead(db, reader, his, now);
}

/** Marks all that there is now as read, for himself alone. */
export async function markAllRead(db: Database, reader: Reader, now: number = Date.now()): Promise<void> {
  const key = readerOf(reader);
  const [last] = await entries(db, reader, sql`n.created_at < ${now - SETTLED_AFTER_MS}`, 1);
  if (last) {
    await db.insertInto('bell').values({ reader: key, read_up_to: last.id, at: now })
      .onConflict((conflict) => conflict.column('reader').doUpdateSet({ read_up_to: sql`greatest(bell.read_up_to, excluded.read_up_to)`, at: now })).execute();
    await db.deleteFrom('notification_read').where('reader', '=', key).where('notification', '<=', last.id).execute();
  }
  for (;;) {
    const recent = await entries(db, reader, sql`n.id > ${last?.id ?? 0} ${UNREAD}`, 1_000);
    if (recent.length === 0) return;
    await insertRead(db, reader, recent, now);
  }
}

const UNREAD = sql`and r.read_at is null and n.id > coalesce(b.read_up_to, 0)`;

/** Each of his keys has its own index range in order, so that a page is merged of their beginnings. */
async function entries(db: Database, reader: Reader, where: RawBuilder<unknown>, size: number): Promise<BellEntry[]> {
  const keys = keysOf(reader);
  if (keys.length === 0) return [];
  const region = reader.region === null ? sql`` : sql`and n.region like ${`${reader.region.replace(/[%_\\]/g, '')}%`}`;
  const { rows } = await sql<BellEntry>`
    select found.* from unnest(array[${sql.join([...keys])}]::text[]) as of(recipient), lateral (
      select n.id, n.case_no as "caseNo", n.event, n.params, n.simulated, n.created_at as at,
        coalesce(r.read_at, case when n.id <= b.read_up_to then b.at end) as "readAt"
      from notification n
      left join bell b on b.reader = ${readerOf(reader)}
      left join notification_read r on r.reader = ${readerOf(reader)} and r.notification = n.id
      where n.recipient = of.recipient and ${where} ${region}
      order by n.id desc limit ${size}) found
    order by id desc limit ${size}`.execute(db);
  return rows;
}

async function insertRead(db: Database, reader: Reader, read: readonly BellEntry[], now: number): Promise<number> {
  if (read.length === 0) return 0;
  const done = await db.insertInto('notification_read').values(read.map(({ id }) => ({ reader: readerOf(reader), notification: id, read_at: now })))
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0);
}

/** Who reads: the person, never the post. */
function readerOf(reader: Reader): string {
  return keysOf(reader)[0] ?? '';
}
