/**
 * What is found by its age, to be removed. The access log stays as it was written: no row changes, and none goes but those more than half a
 * year old, by whoever says that he prunes; a mistaken statement removes nothing.
 */
export const PRUNING_TABLES = [
  `create index notification_read_at on notification_read (read_at)`,
  `create index notification_read_of on notification_read (notification)`,
  `create index notification_of_posts on notification (created_at) where recipient_kind = 'post'`,
  `create index idempotency_at on idempotency (at)`,
  `create index draft_saved on draft (saved_at)`,
  `create index access_at on access_log (at)`,
  `create or replace function access_log_stays() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and current_setting('onething.pruning', true) = 'access_log' and old.at < (extract(epoch from now()) - 183 * 86400) * 1000 then return old; end if;
     raise exception 'the access log is only added to';
   end $$`,
];
