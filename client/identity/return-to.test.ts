import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-to.ts';

const US = 'https://one.example';

describe('where somebody goes back to', () => {
  it.each([
    ['/', `${US}/`], ['/inbox?mine=1&q=%E9%A4%90#first', `${US}/inbox?mine=1&q=%E9%A4%90#first`], ['/cases/2026-1/', `${US}/cases/2026-1/`], ['/authors', `${US}/authors`],
  ])('is the page that he came from: %s', (path, address) => {
    expect(returnAddress(US, path)).toBe(address);
  });

  it.each([
    undefined, null, '', 'inbox', 'https://evil.example/', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example',
    '/.//evil.example', '/..//evil.example', '/x/..//evil.example', '/%2e//evil.example', 'javascript:alert(1)', '@evil.example', ' //evil.example', `${US}@evil.example/`, 'https://one.example/inbox',
    `/${'a'.repeat(2_000)}`,
  ])('is the start page, and no other site, for %j', (path) => {
    expect(returnAddress(US, path)).toBe(`${US}/`);
  });

  it.each(['/auth/login', '/auth', '/auth/logout?x', '/x/../auth/login', '/identity/auth'])('is never the sign-in itself: %s', (path) => {
    expect(returnAddress(US, path)).toBe(`${US}/`);
  });
});
