import type { z } from 'zod';
import type { Problem } from '../../api/schemas/common.ts';
import type { Text } from '../../../workflows/case/calendar.ts';

export type Problem = z.infer<typeof Problem>;

/** What the server refused, or that it could not be reached: a code and a sentence in both languages. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** No answer at all: the line is down, or the server is. What was typed stays. */
export function unreachable(): ProblemError {
  return new ProblemError(ownProblem(0, 'console.unreachable', {
    zh: '暂时连不上服务器。已填写的内容还在本页，网络恢复后请重试：同一操作只生效一次。',
    en: 'The server cannot be reached. What you typed is still here; try again when the line is back: it has one effect.',
  }));
}

/** An answer that is none of the API's: a proxy's error page, for instance. */
export function notOurs(status: number): ProblemError {
  return new ProblemError(ownProblem(status, 'console.unexpectedAnswer', {
    zh: `服务器的应答不符合约定（HTTP ${status}）。请稍后重试，仍不行请告知维护人员。`,
    en: `The server's answer is not what was agreed (HTTP ${status}). Try again later; if it stays, tell the maintainers.`,
  }));
}

function ownProblem(status: number, code: string, text: Text): Problem {
  return { type: `urn:onething:problem:${code}`, status, code, title: code, detail: `${text.zh} ${text.en}`, text };
}
