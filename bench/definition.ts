import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition } from '../definitions/check-definition.ts';
import { formatProblems } from '../definitions/format-problems.ts';
import { atMost, type Figure } from './figure.ts';
import { inOwnProcess } from './own-process.ts';

const FILE = join(import.meta.dirname, '..', 'definitions', 'catalogue', 'open-restaurant.yaml');
const RUNS = 5;

/** Checking and compiling a real definition, and the size of what comes out. */
export async function* benchDefinition(): AsyncGenerator<Figure> {
  const source = readFileSync(FILE, 'utf8');
  const first: number[] = [];
  // A process each: the first time is what a clerk's `check` costs.
  for (let run = 0; run < RUNS; run += 1) first.push((await inOwnProcess(import.meta.filename)) as number);
  const again = Array.from({ length: RUNS + 1 }, () => compileOnce(source)).slice(1);
  const { plan, problems } = checkDefinition(source, { file: FILE });
  if (!plan) throw new Error(formatProblems(problems));
  yield atMost(200, 'definition: check and compile open-restaurant, first time in a process', 'ms', first);
  yield atMost(200, 'definition: check and compile open-restaurant, again', 'ms', again);
  yield atMost(16, 'definition: compiled plan of open-restaurant', 'KB', Buffer.byteLength(JSON.stringify(plan)) / 1024);
}

function compileOnce(source: string): number {
  const begin = performance.now();
  checkDefinition(source, { file: FILE });
  return performance.now() - begin;
}

if (import.meta.main) console.log(compileOnce(readFileSync(FILE, 'utf8')));
