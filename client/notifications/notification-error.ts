import type { Text } from '../../workflows/case/calendar.ts';
import { filledText } from '../../workflows/case/filled-text.ts';

/** What is refused about channels and subscriptions: the status for the API, and the sentence. */
const NOTIFICATION_ERRORS = {
  'channel.smtp': [500, { zh: 'SMTP_URL 或 MAIL_FROM 无效：{problem}。示例：SMTP_URL=smtps://user:password@mail.example.cn，MAIL_FROM="政务服务 <noreply@example.cn>"。', en: 'SMTP_URL or MAIL_FROM is not valid: {problem}. Example: SMTP_URL=smtps://user:password@mail.example.cn, MAIL_FROM="Services <noreply@example.cn>".' }],
  'channel.sms': [500, { zh: 'SMS_URL 无效：{problem}。须为 https 地址，仅本机可用 http。', en: 'SMS_URL is not valid: {problem}. It must be https; plain http only on this machine.' }],
  'webhook.url': [422, { zh: '“{url}”不是可用的网址。请填完整的 https 网址，不带用户名和密码。', en: '“{url}” cannot be used. Give a full https address without user name and password.' }],
  'webhook.notHttps': [422, { zh: '只向 https 网址推送，仅本机可用 http。', en: 'Messages go to https addresses only; plain http is for this machine alone.' }],
  'webhook.privateTarget': [422, { zh: '“{host}”指向内部网络，不能推送。如确需推送到内网，由运维人员设置 WEBHOOK_PRIVATE_TARGETS=allow。', en: '“{host}” leads into a private network. If that is wanted, whoever runs the system sets WEBHOOK_PRIVATE_TARGETS=allow.' }],
  'webhook.unresolved': [422, { zh: '找不到主机“{host}”。请检查网址。', en: 'Host “{host}” was not found. Check the address.' }],
  'webhook.unknown': [404, { zh: '没有此推送订阅，或已结束。', en: 'There is no such subscription, or it is over.' }],
  'webhook.department': [403, { zh: '只能订阅本部门的消息。', en: 'You can subscribe for your own department only.' }],
  'webhook.signature': [401, { zh: '签名不符。', en: 'The signature does not fit.' }],
  'webhook.tooOld': [401, { zh: '消息时间与当前时间相差太大。', en: 'The message is too old, or from the future.' }],
  'webhook.replayed': [409, { zh: '此消息已经处理过。', en: 'This message was handled before.' }],
  'delivery.unknown': [404, { zh: '没有这条未送达的消息，或它的订阅已结束。', en: 'There is no such undelivered message, or its subscription is over.' }],
  'contact.address': [422, { zh: '“{address}”不是有效的{zhWhat}。', en: '“{address}” is no valid {what}.' }],
  'contact.nobody': [403, { zh: '当前身份没有消息，不能登记联系方式。', en: 'Nobody is told anything in this role, so there is no address to keep.' }],
} as const satisfies Record<string, readonly [number, Text]>;

export type NotificationErrorCode = keyof typeof NOTIFICATION_ERRORS;

/** An error with a code, a sentence in both languages, and the status with which the API passes it on. */
export class NotificationError extends Error {
  readonly code: NotificationErrorCode;
  readonly status: number;
  readonly text: Text;

  constructor(code: NotificationErrorCode, params: Readonly<Record<string, string>> = {}) {
    const [status, sentence] = NOTIFICATION_ERRORS[code];
    const text = filledText(sentence, params);
    super(`${text.zh} ${text.en}`);
    this.name = 'NotificationError';
    this.code = code;
    this.status = status;
    this.text = text;
  }
}
