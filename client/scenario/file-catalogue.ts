import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDefinition } from '../../definitions/check-definition.ts';
import { formatProblems } from '../../definitions/format-problems.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { PlanSource } from './play.ts';

const CATALOGUE = join(import.meta.dirname, '..', '..', 'definitions', 'catalogue');
const compiled = new Map<string, CasePlan>();

/** Plans straight from definition files, each compiled once. @throws with every problem of a definition that does not check */
export const fileCatalogue: PlanSource = async ({ service, definition }) => {
  const file = definition ?? join(CATALOGUE, `${service}.yaml`);
  const known = compiled.get(file);
  if (known) return known;
  const { plan, problems } = checkDefinition(await readFile(file, 'utf8'), { file });
  if (!plan) throw new Error(formatProblems(problems));
  compiled.set(file, plan);
  return plan;
};
