import { maskedNumber } from '../rights/masked.ts';
import type { SeenAgent } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';

/** Who acts for the applicant, and by what power of attorney: a department that decides has to know that he may. */
export function seeAgent({ state: { agent }, standing: { sight } }: Seeing): SeenAgent | null {
  if (!agent || (sight.of !== 'all' && sight.of !== 'items')) return null;
  return { name: agent.name, idNumber: maskedNumber(agent.idNumber), powerOfAttorney: agent.powerOfAttorney, powerOfAttorneyFiles: (agent.powerOfAttorneyFiles ?? []).map((file) => ({ ...file })) };
}
