import type { Problem } from './problem.ts';

/** Problems for people: one paragraph each in both languages, in the form `file:line:column` that editors can follow. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '没有问题。 / No problems.';
  const count = problems.length;
  return [...problems.map(formatProblem), `${count} 个问题 / ${count} problem${count === 1 ? '' : 's'}`].join('\n\n');
}

function formatProblem({ file, line, column, code, id, zh, en, mend }: Problem): string {
  return [
    `${file}:${line}:${column}  ${code}${id === '' ? '' : `  [${id}]`}`,
    `  ${zh}${mend.zh}`,
    `  ${en} ${mend.en}`,
  ].join('\n');
}
