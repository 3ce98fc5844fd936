import { describe, expect, it } from '@jest/globals';
import { guardedLookup, isPrivate, parseTarget, requireWebTarget } from './web-target.ts';

const PUBLIC = { allowPrivate: false };
const ANY = { allowPrivate: true };
const code = (text: string, rules = PUBLIC) => {
  try {
    parseTarget(text, rules);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('where messages may be sent to', () => {
  it('is a full https address without a password', () => {
    expect(code('https://hooks.example.cn/onething')).toBeNull();
    expect(code('https://93.184.216.34:8443/')).toBeNull();
    for (const text of ['hooks.example.cn', '/inside', 'ftp://hooks.example.cn', 'file:///etc/passwd', 'javascript:alert(1)', 'https://me:secret@hooks.example.cn']) expect(code(text)).toBe('webhook.url');
    expect(code('http://hooks.example.cn')).toBe('webhook.notHttps');
    // Even where private networks are allowed, what leaves this machine is encrypted.
    expect(code('http://10.0.0.1', ANY)).toBe('webhook.notHttps');
  });

  it('is nothing inside, however it is spelled', () => {
    for (const host of [
      '127.0.0.1', '127.1', '0x7f000001', '2130706433', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', 'localhost', 'x.localhost', 'LOCALHOST.',
      '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '[fd00::1]', '[fe80::1]', '[::]', '[::ffff:a9fe:a9fe]', '[2002:7f00:1::]',
    ]) {
      expect({ host, code: code(`https://${host}/`) }).toEqual({ host, code: 'webhook.privateTarget' });
      expect({ host, code: code(`https://${host}/`, ANY) }).toEqual({ host, code: null });
    }
    expect(isPrivate('172.32.0.1') || isPrivate('8.8.8.8') || isPrivate('2400:3200::1') || isPrivate('::ffff:808:808')).toBe(false);
  });

  it('is what the name means, when it is named and when it is connected to', async () => {
    await expect(requireWebTarget('https://no-such-host.invalid/', PUBLIC)).rejects.toMatchObject({ code: 'webhook.unresolved' });
    expect((await requireWebTarget('http://localhost:1/', ANY)).port).toBe('1');
    const meant = (rules: typeof PUBLIC, all: boolean) => new Promise((resolve) => guardedLookup(rules)('localhost', { all, family: 4 }, (error, address) => resolve(error ? (error as { code?: string }).code : address)));
    expect(await meant(PUBLIC, true)).toBe('webhook.privateTarget');
    expect(await meant(ANY, false)).toBe('127.0.0.1');
    expect(await meant(ANY, true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
  });
});
