import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import type { ZodError } from 'zod';
import { Scenario } from './scenario.ts';

export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Thrown with every problem of a scenario file, each with its place. */
export class ScenarioError extends Error {
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map((one) => `${one.file}:${one.line}:${one.column} ${one.message}`).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

/** Reads a scenario file. @throws ScenarioError with all its problems */
export async function readScenario(file: string): Promise<Scenario> {
  const lineCounter = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter });
  const at = (offset: number) => lineCounter.linePos(offset);
  if (document.errors.length > 0) {
    throw new ScenarioError(document.errors.map((error) => ({ file, line: at(error.pos[0]).line, column: at(error.pos[0]).col, message: error.message })));
  }
  const parsed = Scenario.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  throw new ScenarioError(issuesOf(parsed.error).map(({ path, message }) => {
    const { line, col } = at(offsetOf(document, path));
    return { file, line, column: col, message: `${path.join('.') || '(file)'}: ${message}` };
  }));
}

function issuesOf(error: ZodError): { path: (string | number)[]; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path as (string | number)[], message: issue.message }));
}

/** The nearest node that exists on the way to a path. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
