import type { Text } from '../../workflows/case/calendar.ts';

/** Tells the person at the terminal what is going on. */
export type Say = (text: Text) => void;

export const sayOnTerminal: Say = (text) => console.log(`${text.zh}\n  ${text.en}`);

/** For callers that report in their own way, and for tests. */
export const sayNothing: Say = () => {};

/** Something only the person who runs the system can put right: a code, and in both languages what happened and what to do next. */
export class OperatorError extends Error {
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, cause === undefined ? {} : { cause });
    this.name = 'OperatorError';
    this.code = code;
    this.text = text;
  }
}
