import { describe, expect, it } from '@jest/globals';
import type { Authenticated } from './authenticated.ts';
import { isSameSecret, requireCsrf } from './csrf.ts';

const signedIn = { id: 'clerk-1', name: '王', role: 'clerk', department: null, region: null, idNumber: null };
const bySession: Authenticated = { signedIn, csrf: 'the-token' };
const byToken: Authenticated = { signedIn, csrf: null };
const request = (method: string, token?: string) => new Request('http://one.example/api', { method, headers: token === undefined ? {} : { 'x-csrf-token': token } });
const refused = expect.objectContaining({ code: 'identity.csrf', status: 403, text: { zh: expect.stringContaining('刷新'), en: expect.stringContaining('reload') } });

describe('the token against requests forged by other sites', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s by a session needs it', (method) => {
    expect(() => requireCsrf(bySession, request(method, 'the-token'))).not.toThrow();
    for (const wrong of [undefined, '', 'the-tokem', 'the-toke', 'the-token2']) expect(() => requireCsrf(bySession, request(method, wrong))).toThrow(refused as never);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('%s needs none', (method) => {
    expect(() => requireCsrf(bySession, request(method))).not.toThrow();
  });

  it('neither does a bearer token, nor who is not signed in and may do nothing anyway', () => {
    expect(() => requireCsrf(byToken, request('POST'))).not.toThrow();
    expect(() => requireCsrf(null, request('POST'))).not.toThrow();
  });

  it('no token is not the empty token', () => {
    expect(isSameSecret('', null)).toBe(false);
    expect(isSameSecret('', undefined)).toBe(false);
    expect(isSameSecret('a', 'a')).toBe(true);
  });
});
