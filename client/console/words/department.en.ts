import type zh from './department.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  inbox: { title: 'Inbox' },
  item: { title: 'Item' },
} satisfies SameKeys<typeof zh>;
