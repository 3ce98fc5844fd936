import { checkDefinition } from '../../definitions/check-definition.ts';
import { formatProblems } from '../../definitions/format-problems.ts';
import { readDefinition } from '../../definitions/read-definition.ts';
import type { ServiceDefinition } from '../../definitions/schema/service.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { readDefinitionFile } from './files.ts';
import { Mistake } from './mistake.ts';

export interface CheckedFile {
  readonly definition: ServiceDefinition;
  readonly plan: CasePlan;
}

/** A definition that may be used. @throws Mistake with everything that is wrong with it */
export function checkedFile(file: string): CheckedFile {
  const text = readDefinitionFile(file);
  const { plan, problems } = checkDefinition(text, { file });
  if (!plan) throw new Mistake(formatProblems(problems));
  const { definition } = readDefinition({ text, file });
  if (!definition) throw new Error(`${file} passed its checks and cannot be read`);
  return { definition, plan };
}
