/** The head of the OpenAPI document. */
export const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: 'onething · 一件事', version: '1',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description: [
      'Parallel multi-department approval: one window, one correction notice, one result.',
      '',
      '**Signing in.** People by a session cookie (`/auth/login`), with `X-CSRF-Token` (from `GET /me`) on whatever changes something; systems by a bearer token of the identity provider.',
      '**Commands.** `POST /cases/{caseNo}/commands`; `GET /commands` lists them. With an `Idempotency-Key` a repeated request has one effect and the same answer.',
      '**Problems.** `application/problem+json` (RFC 9457): `code` is `subject.reason`, `text` the sentence in Chinese and English, `allowed` what may be done instead.',
      '**Pages.** `size` and `after`; `next` of a page is the `after` of the following one. Rows that come or go meanwhile neither repeat nor hide others.',
      '**Time.** Instants are ISO 8601 in UTC, days are civil days in Asia/Shanghai.',
      '**What one sees.** Departments see their own items’ parts; personal data is masked for who needs no more; every read of personal data and every refused attempt is on record.',
    ].join('\n'),
  },
  servers: [{ url: '/' }],
  security: [{ session: [] as string[] }, { bearer: [] as string[] }],
  tags: ['services', 'intake', 'cases', 'commands', 'documents', 'inbox', 'board', 'unresolved', 'files', 'notifications', 'events', 'audit', 'identity', 'public', 'health'].map((name) => ({ name })),
};
