import { StoreError } from '../store-error.ts';

/** How many days each thing is kept; null: for ever. */
export interface Periods {
  /** Messages, after somebody has read them, or after they were told to a post. */
  readonly messages: number | null;
  /** Which request an idempotency key was first used for. */
  readonly idempotencyKeys: number | null;
  /** Forms that nobody has touched since. */
  readonly drafts: number | null;
  /** Who read personal data, and who was refused. */
  readonly accessLog: number | null;
}

interface Rule {
  readonly variable: string;
  readonly days: number;
  /** Less is refused. */
  readonly least: number;
}

/**
 * The access log is kept longest: an act of an authority can be taken to court for up to five years after it was made (Administrative
 * Litigation Law, art. 46), and who read a case's data must be provable for as long; a year more for what is under way then. Less than the six
 * months that the Cybersecurity Law asks of logs is refused.
 */
const RULES: Readonly<Record<keyof Periods, Rule>> = {
  messages: { variable: 'KEEP_READ_MESSAGES_DAYS', days: 365, least: 1 },
  idempotencyKeys: { variable: 'KEEP_IDEMPOTENCY_KEYS_DAYS', days: 30, least: 1 },
  drafts: { variable: 'KEEP_DRAFTS_DAYS', days: 180, least: 1 },
  accessLog: { variable: 'KEEP_ACCESS_LOG_DAYS', days: 2_192, least: 183 },
};

/** @throws StoreError `keep.period` */
export function periodsFrom(env: NodeJS.ProcessEnv): Periods {
  const of = ({ variable, days, least }: Rule): number | null => {
    const given = env[variable]?.trim() ?? '';
    if (given === '') return days;
    if (given === 'forever') return null;
    if (!/^\d{1,6}$/.test(given) || Number(given) < least) throw new StoreError('keep.period', { variable, given, least: `${least}` });
    return Number(given);
  };
  return { messages: of(RULES.messages), idempotencyKeys: of(RULES.idempotencyKeys), drafts: of(RULES.drafts), accessLog: of(RULES.accessLog) };
}
