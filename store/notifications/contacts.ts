import { sql } from 'kysely';
import type { Database, Tx } from '../open-store.ts';

export type ContactChannel = 'mail' | 'sms';
/** `important`: only what one must act on or waits for, as text messages are. */
export type ContactChoice = 'all' | 'important';

/** Where somebody, or a post, is told beside the bell. */
export interface Contact {
  readonly channel: ContactChannel;
  /** An e-mail address, or a mobile number. */
  readonly address: string;
  readonly language: 'zh' | 'en';
  /** Of a number always `important`. Default: `all`. */
  readonly choice?: ContactChoice;
}

/** @param owner a key of `recipient.ts` */
export async function contactsOf(db: Database, owner: string): Promise<Required<Contact>[]> {
  return db.selectFrom('contact').select(['channel', 'address', 'language', 'choice']).where('owner', '=', owner).orderBy('channel').execute();
}

export async function setContact(db: Database, owner: string, { choice = 'all', ...contact }: Contact, now: number = Date.now()): Promise<void> {
  await db.insertInto('contact').values({ owner, ...contact, choice, updated_at: now })
    .onConflict((conflict) => conflict.columns(['owner', 'channel']).doUpdateSet({ address: contact.address, language: contact.language, choice, updated_at: now })).execute();
}

export async function dropContact(db: Database, owner: string, channel: ContactChannel): Promise<boolean> {
  const done = await db.deleteFrom('contact').where('owner', '=', owner).where('channel', '=', channel).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Of many owners at once, by owner and channel. */
export async function contactsOfAll(db: Database | Tx, owners: readonly string[]): Promise<Map<string, Contact>> {
  if (owners.length === 0) return new Map();
  const rows = await db.selectFrom('contact').select(['owner', 'channel', 'address', 'language', 'choice']).where('owner', 'in', [...new Set(owners)]).execute();
  return new Map(rows.map(({ owner, ...contact }) => [`${contact.channel} ${owner}`, contact]));
}

/** The number that an applicant gave in his application, for cases that know it. */
export async function phonesOfApplicants(db: Database | Tx, cases: readonly string[]): Promise<Map<string, string>> {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<{ caseNo: string; phone: string | null }>`
    select case_no as "caseNo", state->'applicant'->>'phone' as phone from case_record where case_no in (${sql.join([...new Set(cases)])})`.execute(db);
  return new Map(rows.flatMap(({ caseNo, phone }) => (phone ? [[caseNo, phone] as const] : [])));
}

/** A number that a text message can reach: a mobile number of the mainland as its eleven digits, others with `+`. Null: none, such as a landline. */
export function mobileNumber(text: string): string | null {
  const digits = text.replace(/[\s()（）-]/g, '');
  const mainland = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(digits);
  if (mainland) return mainland[1]!;
  return /^\+(?!86)[1-9]\d{7,14}$/.test(digits) ? digits : null;
}
