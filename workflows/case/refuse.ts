import type { RejectionCode } from './rejection.ts';

/** Thrown inside a step when a command is refused; `step` turns it into a rejection. Never leaves the core. */
export class Refused extends Error {
  readonly code: RejectionCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RejectionCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
