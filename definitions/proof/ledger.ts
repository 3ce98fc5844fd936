import type { PersonId } from '../../workflows/case/actor.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import { type Heard, heardMore, UNHEARD } from './ledger-of-hearings.ts';
import type { ItemId } from '../../workflows/case/case-plan.ts';

/** What the prover itself has seen happen. It believes the facts, not the state that the core under proof made of them. */
export interface Ledger {
  readonly notices: number;
  /** Items accepted so far; null before the acceptance. */
  readonly accepted: readonly ItemId[] | null;
  /** What waits for a second person, and who said it. */
  readonly proposals: Readonly<Record<ItemId, Proposed>>;
  /** Items on which the lower authority has reported. */
  readonly reported: readonly ItemId[];
  /** Of a case that began online, before its receipt; null once it is received, and for one received at the window. */
  readonly draft: DraftKnown | null;
  /** Clocks whose extension was approved. */
  readonly extended: readonly string[];
  /** What was promised in writing, and what became of it. */
  readonly commitments: Readonly<Record<ItemId, 'promised' | 'granted' | 'checked'>>;
  /** What was seen of hearings and of checks on the site. */
  readonly heard: Readonly<Record<ItemId, Heard>>;
}

/** What was said of a draft since it was last submitted. */
export interface DraftKnown {
  readonly answer: 'ready' | 'missing' | 'unanswered' | null;
  /** `consent person`, and whether he agreed. */
  readonly said: Readonly<Record<string, boolean | null>>;
}

export interface Proposed {
  readonly what: 'outOfScope' | 'nonAcceptance' | 'grant' | 'refuse';
  readonly by: PersonId;
}

export const NOTHING_YET: Ledger = { notices: 0, accepted: null, proposals: {}, reported: [], draft: null, extended: [], commitments: {}, heard: {} };

/** The ledger with one more change. */
export function noted(ledger: Ledger, change: Change): Ledger {
  const propose = (item: ItemId, what: Proposed['what'] | null): Ledger => {
    const { [item]: _, ...others } = ledger.proposals;
    return { ...ledger, proposals: what === null ? others : { ...others, [item]: { what, by: change.by.id } } };
  };
  const commits = (item: ItemId, became: 'granted' | 'checked', from: Ledger): Ledger =>
    (from.commitments[item] === undefined ? from : { ...from, commitments: { ...from.commitments, [item]: became } });
  switch (change.kind) {
    case 'draftSubmitted':
    case 'draftResubmitted':
      return { ...ledger, draft: { answer: null, said: Object.fromEntries(change.consents.map((one) => [consentKey(one), one.said?.agrees ?? null])) } };
    case 'consentSaid':
      return ledger.draft ? { ...ledger, draft: { ...ledger.draft, said: { ...ledger.draft.said, [consentKey(change)]: change.agrees } } } : ledger;
    case 'preReviewAnswered':
      return ledger.draft ? { ...ledger, draft: { ...ledger.draft, answer: change.outcome } } : ledger;
    case 'preReviewUnanswered':
      return ledger.draft ? { ...ledger, draft: { ...ledger.draft, answer: 'unanswered' } } : ledger;
    case 'caseReceived':
      return change.commitments ? { ...ledger, draft: null, commitments: Object.fromEntries(change.commitments.map(({ item }) => [item, 'promised'])) } : { ...ledger, draft: null };
    case 'commitmentEnded': {
      const { [change.item]: _, ...others } = ledger.commitments;
      return { ...ledger, commitments: others };
    }
    case 'itemGranted':
      return commits(change.item, 'granted', propose(change.item, null));
    case 'afterCheckRecorded':
      return commits(change.item, 'checked', ledger);
    case 'noticeIssued':
      return { ...ledger, notices: ledger.notices + 1 };
    case 'caseAccepted':
      return { ...ledger, accepted: [...(ledger.accepted ?? []), ...change.items.map((one) => one.item)] };
    case 'preliminaryReported':
      return { ...ledger, reported: [...ledger.reported, change.item].sort() };
    case 'extensionApproved':
      return { ...ledger, extended: [...ledger.extended, change.clock].sort() };
    case 'hearingRightTold':
    case 'hearingRequested':
    case 'hearingWaived':
    case 'hearingAnnounced':
    case 'hearingHeld':
    case 'siteChecked':
      return hear(ledger, change);
    case 'itemExamined':
      return hear(propose(change.item, change.answer === 'outOfScope' ? 'outOfScope' : null), change);
    case 'itemRechecked':
      return hear(propose(change.item, change.satisfied ? null : 'nonAcceptance'), change);
    case 'decisionProposed':
      return propose(change.item, change.proposal.outcome);
    case 'answerReturned':
    case 'proposalReturned':
    case 'deemedComplete':
    case 'deemedSatisfied':
    case 'itemOutOfScope':
    case 'itemNotAccepted':
    case 'itemRefused':
    case 'itemWithdrawn':
    case 'itemDropped':
      return propose(change.item, null);
    default:
      return ledger;
  }
}

function hear(ledger: Ledger, change: Parameters<typeof heardMore>[1]): Ledger {
  return { ...ledger, heard: { ...ledger.heard, [change.item]: heardMore(ledger.heard[change.item] ?? UNHEARD, change) } };
}

export function consentKey({ consent, person }: { readonly consent: string; readonly person: PersonId }): string {
  return `${consent} ${person}`;
}
