/**
 * What people are told, and how it reaches them beyond the console.
 *
 * - A notification is filed by the statement that writes the changes it is about, so nobody is told of what is not committed;
 *   the key over (case, change, event, recipient) makes it once, whatever is applied or rebuilt again.
 * - `fanned_out_at` null: the dispatcher has not yet looked by which channels it goes. Of simulated cases, and of what a rebuild
 *   brings back, it is set from the beginning: these are seen at the bell alone.
 * - A delivery is one message on one channel; its id is the message's own, the same at every attempt. `subject`: systems are told once
 *   of what several posts are told in the same words.
 */
export const NOTIFICATION_TABLES = [
  `create table notification (
     id bigserial primary key, case_no text not null, seq integer not null, event text not null, recipient_kind text not null, recipient text not null,
     region text not null, department text, simulated boolean not null, params json not null, created_at bigint not null, fanned_out_at bigint,
     unique (case_no, seq, event, recipient))`,
  `create index notification_bell on notification (recipient, id)`,
  `create index notification_waiting on notification (id) where fanned_out_at is null`,
  // Several people have one post: each reads for himself. Up to `read_up_to` all is read; above it, what is listed.
  `create table bell (reader text primary key, read_up_to bigint not null, at bigint not null)`,
  `create table notification_read (reader text not null, notification bigint not null, read_at bigint not null, primary key (reader, notification))`,
  `create table delivery (
     id uuid primary key default gen_random_uuid(), notification bigint not null, channel text not null, address text not null, language text not null,
     status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed', 'givenUp')), attempts integer not null default 0,
     next_at bigint not null, last_error text, created_at bigint not null, sent_at bigint, subject text, unique (notification, channel), unique (channel, subject))`,
  `create index delivery_due on delivery (next_at, notification) where status in ('waiting', 'failed')`,
  `create index delivery_given_up on delivery (created_at, id) where status = 'givenUp'`,
  `create table contact (
     owner text not null, channel text not null check (channel in ('mail', 'sms')), address text not null, language text not null check (language in ('zh', 'en')),
     updated_at bigint not null, primary key (owner, channel))`,
  `create table webhook (
     id uuid primary key default gen_random_uuid(), url text not null, secret text not null, events json not null, department text, created_by text not null,
     created_at bigint not null, ended_at bigint, ended_because text)`,
];

/** Whoever left an e-mail address chooses whether he is told everything there, or only what he must act on or waits for. */
export const CHOICE_OF_MESSAGES = [
  `alter table contact add column choice text not null default 'all' check (choice in ('all', 'important'))`,
];
