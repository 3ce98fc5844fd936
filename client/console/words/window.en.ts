import type zh from './window.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  title: 'Window',
} satisfies SameKeys<typeof zh>;
