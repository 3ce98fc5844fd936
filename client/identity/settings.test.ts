import { describe, expect, it } from '@jest/globals';
import { identitySettings } from './settings.ts';

const HERE = 'http://127.0.0.1:8080';
const REAL = { OIDC_ISSUER: 'https://id.example/realm', OIDC_CLIENT_ID: 'onething', OIDC_CLIENT_SECRET: 's' };
const code = (env: Record<string, string>, publicUrl = HERE) => {
  try {
    identitySettings(env, publicUrl);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('settings of identity', () => {
  it('without any: the development provider, for this machine', () => {
    expect(identitySettings({}, `${HERE}/`)).toEqual({
      publicUrl: HERE, external: null, scope: 'openid profile', personClaim: 'sub', idNumberClaim: 'id_number', systemClaim: 'sub', audience: `${HERE}/api`,
    });
  });

  it('name a provider, its claims, and whom tokens are meant for', () => {
    expect(identitySettings({ ...REAL, OIDC_PERSON_CLAIM: 'sub', OIDC_ID_NUMBER_CLAIM: 'zjhm', OIDC_SYSTEM_CLAIM: 'client_id', OIDC_AUDIENCE: 'urn:onething', OIDC_SCOPE: 'openid zjhm' }, 'https://one.example')).toEqual({
      publicUrl: 'https://one.example', external: { issuer: new URL('https://id.example/realm'), clientId: 'onething', clientSecret: 's' },
      scope: 'openid zjhm', personClaim: 'sub', idNumberClaim: 'zjhm', systemClaim: 'client_id', audience: 'urn:onething',
    });
  });

  it('take nobody by a user name that he may have chosen himself', () => {
    expect(identitySettings(REAL, 'https://one.example').personClaim).toBe('sub');
    expect(identitySettings({ ...REAL, OIDC_PERSON_CLAIM: 'preferred_username' }, 'https://one.example').personClaim).toBe('preferred_username');
  });

  it('never open the development provider to the world by accident', () => {
    expect(code({}, 'https://one.example')).toBe('identity.developmentOnly');
    expect(code({}, 'http://192.168.1.5:8080')).toBe('identity.developmentOnly');
    expect(code({}, 'http://127.0.0.1.evil.example')).toBe('identity.developmentOnly');
    expect(code({ OIDC_ISSUER: ' ' }, 'https://one.example')).toBe('identity.developmentOnly');
    expect(code({ IDENTITY_DEVELOPMENT: 'yes' }, 'https://demo.example')).toBeNull();
    expect(code({}, 'http://localhost:8080')).toBeNull();
    expect(code({}, 'http://[::1]:8080')).toBeNull();
  });

  it('trust nobody over plain http but this machine', () => {
    expect(code({ ...REAL, OIDC_ISSUER: 'http://id.example' })).toBe('identity.issuerInsecure');
    expect(code({ ...REAL, OIDC_ISSUER: 'id.example' })).toBe('identity.issuerInsecure');
    expect(code({ ...REAL, OIDC_ISSUER: 'http://127.0.0.1:9999' })).toBeNull();
  });

  it('are refused when they cannot be right', () => {
    expect(code({ OIDC_ISSUER: 'https://id.example' })).toBe('identity.clientMissing');
    expect(code({ ...REAL, OIDC_AUDIENCE: 'onething' })).toBe('identity.audienceIsClient');
    for (const url of ['one.example', 'ftp://one.example', 'https://one.example/path', 'https://one.example/?q', 'https://u@one.example']) expect(code(REAL, url)).toBe('identity.publicUrl');
  });
});
