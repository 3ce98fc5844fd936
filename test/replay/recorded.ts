import { join } from 'node:path';
import type { KeyRing } from '../../workers/payload-codec.ts';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** Public on purpose: recorded histories are made-up stories, and everybody must be able to replay them. */
export const REPLAY_KEYS: KeyRing = { current: 'replay', keys: { replay: Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex') } };

/** The stories whose histories are kept, one for each way through the shell. */
export const RECORDED: Readonly<Record<string, string>> = {
  'receipt-to-archive': 'definitions/scenarios/open-restaurant/from-receipt-to-closing.yaml',
  'refusal': 'definitions/scenarios/open-restaurant/refused-by-a-second-person.yaml',
  'silence': 'test/scenarios/silence-is-acceptance.yaml',
  'online': 'test/scenarios/consent/outstanding-at-the-due-instant.yaml',
};
