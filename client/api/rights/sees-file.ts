import { seeAgent } from '../views/see-agent.ts';
import { seeMaterials } from '../views/see-form.ts';
import { seeQuestions } from '../views/see-question.ts';
import type { Seeing } from '../views/seeing.ts';

/** Whether somebody may have a file of a case: exactly where the case, as he sees it, lists it. */
export function seesFile(seeing: Seeing, id: string): boolean {
  const materials = [...seeMaterials(seeing), ...seeQuestions(seeing).flatMap((question) => question.materials)];
  const files = [...materials.flatMap((material) => material.files), ...(seeAgent(seeing)?.powerOfAttorneyFiles ?? [])];
  return files.some((file) => file.id === id);
}
