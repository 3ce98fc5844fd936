import type { Fact } from './case-change.ts';
import type { LegalBasis } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import type { DocumentData, DocumentKind } from './document.ts';
import { type Draft, emit, itemOf, stateOf } from './draft.ts';
import { stageOf } from './hearing.ts';
import type { Named } from './hearing-state.ts';
import { issue, nextNumber } from './paper.ts';

interface Told {
  readonly basis: readonly LegalBasis[];
  readonly data: DocumentData;
  /** The fact that the papers prove, given their numbers. */
  readonly fact: (documents: readonly string[]) => Fact;
}

/** One paper for the applicant, if he is among those told, and one for every party: an act, so none is back-dated. */
export function issueToEach(draft: Draft, item: ItemState, kind: DocumentKind, parties: readonly Named[], applicantToo: boolean, { basis, data, fact }: Told): void {
  const addressees: (Named | null)[] = [...(applicantToo ? [null] : []), ...parties];
  emit(draft, fact(addressees.map((_, index) => nextNumber(stateOf(draft), kind, index))));
  for (const party of addressees) {
    issue(draft, { kind, item: itemOf(draft, item.id), basis, data: { acceptedOn: stateOf(draft).acceptance!.effectiveOn, ...data }, ...(party ? { addressee: party.name } : {}) });
  }
}

/** What a decision says of the hearing: its minutes, or that the right was told and not used. @see ALL art. 47, 48 para 2 */
export function hearingNamed({ hearing }: ItemState): DocumentData {
  if (!hearing || stageOf(hearing) !== 'over') return {};
  if (hearing.minutes) return { hearingMinutes: hearing.minutes.document, hearingMinutesOn: hearing.minutes.on };
  return { hearingRight: hearing.rights.every(({ over }) => over === 'waived') ? 'waived' : 'lapsed', hearingRightToldOn: hearing.rights[0]!.toldOn };
}
