import type zh from './applicant.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  services: { title: 'Services' },
  progress: { title: 'Progress of a case' },
  verify: { title: 'Verify a document' },
  apply: { title: 'Apply online' },
  my: { title: 'My cases' },
} satisfies SameKeys<typeof zh>;
