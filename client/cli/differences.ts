import type { Difference } from '../../definitions/diff-plans.ts';

const SIGNS = { heavier: '+', lighter: '-', other: '~' } as const;

/** What a new version changes, in legal terms. */
export function printDifferences(differences: readonly Difference[]): void {
  if (differences.length === 0) return console.log('没有法律上的差异。 Nothing changes in law.');
  for (const { text, effect } of differences) console.log(`${SIGNS[effect]} ${text.zh}\n    ${text.en}`);
  console.log('\n+ 对申请人更重 heavier for the applicant   - 更轻 lighter   ~ 其他 neither');
}
