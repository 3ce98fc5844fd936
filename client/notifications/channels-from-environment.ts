import { NotificationError } from './notification-error.ts';
import type { Channel } from './channels/channel.ts';
import { mailChannel } from './channels/mail-channel.ts';
import { httpSmsGateway, smsChannel } from './channels/sms-channel.ts';
import { isLoopback } from '../loopback.ts';
import type { TargetRules } from './channels/web-target.ts';
import { webhookChannel } from './channels/webhook-channel.ts';

/**
 * The channels that are configured. Webhooks always are: without subscriptions they have nothing to do.
 *
 * | variable | |
 * |---|---|
 * | `SMTP_URL`, `MAIL_FROM` | e-mail; both or neither |
 * | `SMS_URL`, `SMS_TOKEN` | text messages by an HTTP gateway; the token where it wants one |
 * | `WEBHOOK_PRIVATE_TARGETS` | `allow`: subscriptions may name addresses inside private networks |
 * @throws NotificationError `channel.smtp`, `channel.sms`
 */
export function channelsFromEnvironment(env: NodeJS.ProcessEnv = process.env, publicUrl: string | null = null): readonly Channel[] {
  const { SMTP_URL: smtp, MAIL_FROM: from, SMS_URL: sms, SMS_TOKEN: token } = env;
  return [
    ...(smtp || from ? [mailChannel({ url: smtpUrl(smtp), from: sender(from), publicUrl })] : []),
    ...(sms ? [smsChannel(httpSmsGateway({ url: smsUrl(sms), token: token || null }))] : []),
    webhookChannel(targetRules(env)),
  ];
}

export function targetRules(env: NodeJS.ProcessEnv = process.env): TargetRules {
  return { allowPrivate: env['WEBHOOK_PRIVATE_TARGETS'] === 'allow' };
}

/** The address itself may hold a password, so the error does not repeat it. */
function smtpUrl(text: string | undefined): string {
  if (!text || !URL.canParse(text)) throw new NotificationError('channel.smtp', { problem: 'SMTP_URL' });
  const { protocol, hostname } = new URL(text);
  if (!/^smtps?:$/.test(protocol) || hostname === '') throw new NotificationError('channel.smtp', { problem: 'SMTP_URL' });
  return text;
}

/** `noreply@example.cn`, or with a name before it: `政务服务 <noreply@example.cn>`. */
function sender(text: string | undefined): { name: string; address: string } {
  const found = /^(?:"?([^"<>]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+)>?$/.exec(text?.trim() ?? '');
  if (!found) throw new NotificationError('channel.smtp', { problem: 'MAIL_FROM' });
  return { name: found[1] ?? '', address: found[2]! };
}

function smsUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) throw new NotificationError('channel.sms', { problem: url ? url.protocol : 'SMS_URL' });
  return text;
}
