import { open, step, tick } from '../../workflows/case/step.ts';

/** What the prover proves: the functions that decide everything. Others than the real ones are given to see the prover fail. */
export interface Core {
  readonly open: typeof open;
  readonly step: typeof step;
  readonly tick: typeof tick;
}

export const REAL_CORE: Core = { open, step, tick };
