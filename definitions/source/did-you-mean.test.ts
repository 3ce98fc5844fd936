import { expect, it } from '@jest/globals';
import { closest } from './did-you-mean.ts';

it.each([
  ['promissed', 'promised'],
  ['Promised', 'promised'],
  ['interanl', 'internal'],
  ['statuory', 'statutory'],
  ['fee', null],
  ['', null],
  ['x'.repeat(5000), null],
])('%s: did you mean %s?', (written, meant) => {
  expect(closest(written, ['statutory', 'internal', 'promised'])).toBe(meant);
});
