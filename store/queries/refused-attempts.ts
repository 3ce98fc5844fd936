import type { Actor } from '../../workflows/case/actor.ts';
import type { Rejection } from '../../workflows/case/rejection.ts';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** A command that was given and refused. */
export interface RefusedAttempt {
  readonly id: string;
  readonly caseNo: string;
  readonly command: string;
  readonly actor: Actor;
  /** ms */
  readonly sentAt: number;
  readonly rejection: Rejection;
}

/** For audit: who tried what and was refused, the latest first; of one case, or of all. */
export async function refusedAttempts(db: Database, { caseNo }: { readonly caseNo?: string } = {}, options: PageOptions = {}): Promise<Page<RefusedAttempt>> {
  const [sentAt, id] = startOf(options, [Number.MAX_SAFE_INTEGER, '']);
  const rows = await db.selectFrom('command').select(['id', 'case_no', 'name', 'actor', 'sent_at', 'rejection'])
    .where('status', '=', 'refused')
    .where(({ eb, refTuple, tuple }) => eb(refTuple('sent_at', 'id'), '<', tuple(sentAt, id)))
    .$if(caseNo !== undefined, (query) => query.where('case_no', '=', caseNo!))
    .orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(pageSize(options) + 1).execute();
  const attempts = rows.map((row) => ({
    id: row.id, caseNo: row.case_no, command: row.name, actor: row.actor as Actor, sentAt: row.sent_at, rejection: row.rejection as Rejection,
  }));
  return pageOf(attempts, options, (row) => [row.sentAt, row.id]);
}
