import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';

/** Changes after which a case may know of persons that it did not know before. */
const MAY_NAME = /^(draftSubmitted|draftResubmitted|caseReceived|correctedOnSpot|defectAnswered|hearing)/;

/**
 * By which numbers citizens find a case: the applicant's, his agent's, those of whoever is asked to consent or was told that it
 * concerns him. Empty when these changes named nobody.
 */
export function personsNamed(state: CaseState, changes: readonly Pick<Change, 'kind'>[]): readonly string[] {
  if (!changes.some(({ kind }) => MAY_NAME.test(kind))) return [];
  const numbers = [
    state.applicant.idNumber, ...(state.agent ? [state.agent.idNumber] : []), ...(state.consents ?? []).map((one) => one.person),
    ...Object.values(state.items).flatMap((item) => item.hearing?.parties.map((one) => one.id) ?? []),
  ];
  return [...new Set(numbers.map(spelled))];
}

/** The check letter is written in either case. */
export function spelled(number: string): string {
  return number.trim().toUpperCase();
}
