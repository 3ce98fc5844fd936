import type zh from './manager.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  board: { title: 'Supervision' },
  unresolved: { title: 'Unresolved matters' },
  audit: { title: 'Audit' },
} satisfies SameKeys<typeof zh>;
