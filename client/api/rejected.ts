import type { Problem } from './problem.ts';

/** The engine's refusal on its way out to whoever gave the command. */
export class Rejected extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Rejected';
    this.problem = problem;
  }
}

export function rejected(problem: Problem): Rejected {
  return new Rejected(problem);
}
