import type { NewWebhook } from '../../api/client/generated.ts';
import words from '../words/messages.zh.ts';

type EventName = NonNullable<NewWebhook['events']>[number];

/** Every message there is: each has words, so the words name them all. */
export const EVENTS = Object.keys(words.event) as readonly EventName[];
