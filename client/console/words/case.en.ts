import type zh from './case.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  title: 'Case',
} satisfies SameKeys<typeof zh>;
