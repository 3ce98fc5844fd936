import type { CheckedDefinition } from '../../definitions/check-definition.ts';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { formatProblems } from '../../definitions/format-problems.ts';
import { brokenBy, formatProof, isProved, summaryOf } from '../../definitions/proof/format-proof.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { scenarioOf } from '../../definitions/proof/scenario-file.ts';
import { storyOf } from '../../definitions/proof/story.ts';
import { writeFile } from './files.ts';
import { printJson } from './output.ts';

type Checked = CheckedDefinition & { readonly file: string };

/** Proves each definition that checks, and tells what does not hold; the exit code is 1 when anything does not. */
export function proveDefinitions(definitions: readonly Checked[], { json, story }: { json?: boolean; story?: string }): void {
  const decrees = loadDecrees();
  const told: string[] = [];
  const results = definitions.map(({ file, plan, problems }) => {
    if (!plan) {
      process.exitCode = 1;
      if (!json) console.error(formatProblems(problems));
      return { file, problems, hash: null };
    }
    const began = performance.now();
    const proof = prove(plan, decrees);
    const seconds = (performance.now() - began) / 1000;
    if (!isProved(proof)) process.exitCode = 1;
    told.push(...proof.violations.map((one) => scenarioOf(one, plan)));
    if (!json) console.log(`${formatProof(proof, seconds)}\n`);
    const stories = proof.violations.map((one) => ({ property: one.offence.property, items: one.group.items, story: storyOf(one), scenario: scenarioOf(one, plan) }));
    return { file, problems, hash: plan.hash, seconds, ...summaryOf(proof), broken: Object.fromEntries(brokenBy(proof)), stories };
  });
  if (json) printJson(results);
  if (story !== undefined && told[0] !== undefined) writeFile(story, told[0]);
}
