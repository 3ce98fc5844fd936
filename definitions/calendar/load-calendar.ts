import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Decree } from '../../workflows/case/calendar.ts';
import { type DecreeProblem, problemsOf, shapedDecree } from './decree-problems.ts';

export type { DecreeProblem } from './decree-problems.ts';

/** A decree, or everything that is wrong with it. */
export type ParsedDecree =
  | { readonly decree: Decree; readonly problems: readonly [] }
  | { readonly decree: null; readonly problems: readonly DecreeProblem[] };

/** Where the published decrees are. Its folder `history` holds fixtures and is not read. */
const PUBLISHED = join(import.meta.dirname, 'cn');

/** Every published decree, in the order of publication. Throws with all problems of all files. */
export function loadDecrees(folder: string = PUBLISHED): Decree[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => join(folder, name));
  const known = files.map((file) => shapedDecree(readJson(file).json)).filter((decree) => decree !== null);
  const parsed = files.map((file) => {
    const result = readDecree(file, known);
    // One name for one decree: else two files could hold the same id and one would silently replace the other.
    if (result.decree === null || `${result.decree.id}.json` === basename(file)) return result;
    return refused([{ file, path: 'id', zh: `文件名应为 ${result.decree.id}.json`, en: `the file must be named ${result.decree.id}.json` }]);
  });
  const problems = parsed.flatMap((result) => result.problems);
  if (problems.length > 0) throw new Error(problems.map(inWords).join('\n'));
  return parsed
    .flatMap((result) => result.decree ?? [])
    .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0));
}

/** Reads and checks one decree file. `known`: the decrees in force, which this one may amend. */
export function readDecree(file: string, known: readonly Decree[] = []): ParsedDecree {
  const { json, problem } = readJson(file);
  return problem ? refused([problem]) : parseDecree(json, file, known);
}

/**
 * Checks what `onething publish-calendar FILE` is given.
 * Without `known` a decree that turns a holiday on a weekday back into a working day is refused, as nothing shows the holiday.
 */
export function parseDecree(json: unknown, file: string, known: readonly Decree[] = []): ParsedDecree {
  const problems = problemsOf(json, known).map((problem) => ({ file, ...problem }));
  const decree = shapedDecree(json);
  return decree !== null && problems.length === 0 ? { decree, problems: [] } : refused(problems);
}

/** `file: path: zh / en`, for a terminal. */
export function inWords({ file, path, zh, en }: DecreeProblem): string {
  return `${file}: ${path ? `${path}: ` : ''}${zh} / ${en}`;
}

function refused(problems: readonly DecreeProblem[]): ParsedDecree {
  return { decree: null, problems };
}

function readJson(file: string): { json?: unknown; problem?: DecreeProblem } {
  try {
    return { json: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { file, path: '', zh: `无法读取为 JSON：${reason}`, en: `cannot be read as JSON: ${reason}` } };
  }
}
