import { describe, expect, it } from '@jest/globals';
import { mobileNumber } from '../../store/notifications/contacts.ts';
import { channelsFromEnvironment, targetRules } from './channels-from-environment.ts';

const kinds = (env: NodeJS.ProcessEnv) => channelsFromEnvironment(env).map(({ kind }) => kind);

describe('the channels of an installation', () => {
  it('are webhooks, and what else is configured', () => {
    expect(kinds({})).toEqual(['webhook']);
    expect(kinds({ SMTP_URL: 'smtps://user:secret@mail.example.cn', MAIL_FROM: '政务服务 <noreply@example.cn>', SMS_URL: 'https://sms.example.cn/send' })).toEqual(['mail', 'sms', 'webhook']);
    expect(kinds({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'noreply@example.cn', SMS_URL: 'http://127.0.0.1:9000/' })).toEqual(['mail', 'sms', 'webhook']);
    expect(kinds({ SMS_URL: 'http://[::1]:9000/' })).toEqual(['sms', 'webhook']);
  });

  it('are refused at the start when they cannot work, without repeating a password', () => {
    const refused = (env: NodeJS.ProcessEnv) => {
      try {
        return kinds(env);
      } catch (error) {
        expect((error as Error).message).not.toContain('secret');
        return (error as { code: string }).code;
      }
    };
    expect(refused({ SMTP_URL: 'smtps://user:secret@mail.example.cn' })).toBe('channel.smtp');
    expect(refused({ MAIL_FROM: 'noreply@example.cn' })).toBe('channel.smtp');
    expect(refused({ SMTP_URL: 'https://user:secret@mail.example.cn', MAIL_FROM: 'noreply@example.cn' })).toBe('channel.smtp');
    for (const from of ['noreply', 'a@b c@d', 'a@b\r\nBcc: c@d']) expect(refused({ SMTP_URL: 'smtp://mail.example.cn', MAIL_FROM: from })).toBe('channel.smtp');
    // The token and people's numbers do not leave this machine unencrypted.
    expect(refused({ SMS_URL: 'http://sms.example.cn/send?key=secret' })).toBe('channel.sms');
    expect(refused({ SMS_URL: 'sms.example.cn' })).toBe('channel.sms');
  });

  it('reach into private networks only where that is said', () => {
    expect([targetRules({}), targetRules({ WEBHOOK_PRIVATE_TARGETS: 'allow' }), targetRules({ WEBHOOK_PRIVATE_TARGETS: '1' })].map(({ allowPrivate }) => allowPrivate)).toEqual([false, true, false]);
  });
});

describe('a number for text messages', () => {
  it('is a mobile one, as its eleven digits or with its country', () => {
    for (const text of ['13805390000', '138 0539 0000', '+86 138-0539-0000', '008613805390000', '8613805390000']) expect(mobileNumber(text)).toBe('13805390000');
    expect(mobileNumber('+852 9123 4567')).toBe('+85291234567');
    for (const text of ['0539-8312345', '12345', '12005390000', '+86 0539 8312345', '', '138053900001', 'phone']) expect(mobileNumber(text)).toBeNull();
  });
});
