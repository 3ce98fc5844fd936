import type { Change, FactKind, FactOf } from '../../../workflows/case/case-change.ts';
import type { LegalBasis } from '../../../workflows/case/case-plan.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';
import type { DocumentKind, DocumentRecord } from '../../../workflows/case/document.ts';
import { type Ledger, NOTHING_YET, noted } from '../ledger.ts';
import type { Transition } from '../situation.ts';

export type PropertyId =
  | 'received' | 'preReview' | 'answers' | 'ends' | 'deadline' | 'oneNotice' | 'acceptedFirst' | 'secondPerson' | 'suspension' | 'extension'
  | 'hearing' | 'siteCheck' | 'otherDepartments' | 'join' | 'order' | 'ownMerits' | 'renewal' | 'packet' | 'itemMachine' | 'afterCheck';

/** One promise of the law, as it is printed, and what breaks it. */
export interface Property {
  readonly id: PropertyId;
  /** Where it is written. */
  readonly article: string;
  readonly says: Text;
  /** Looks at one answer of the core; left out where it takes the whole exploration to see it. */
  readonly broken?: (transition: Transition) => Omit<Offence, 'property'> | null;
}

/** What is wrong, and what would have been lawful: so that the story can be written as a failing scenario. */
export interface Offence extends Text {
  readonly property: PropertyId;
  readonly lawful: Lawful;
}

export interface Lawful {
  /** The last command should have been refused with this. */
  readonly refused?: string;
  /** What a look after the last step should show. */
  readonly expect?: Readonly<Record<string, unknown>>;
  /** The look is taken at this instant, when what should have happened is over. */
  readonly lookAt?: Instant;
}

export function offence(zh: string, en: string, lawful: Lawful = {}): Omit<Offence, 'property'> {
  return { zh, en, lawful };
}

/** Every change of one kind, each with what the prover knew before it. */
export function* each<K extends FactKind>({ before, result }: Transition, ...kinds: K[]): Generator<{ change: FactOf<K> & Change; known: Ledger }> {
  let known = before?.ledger ?? NOTHING_YET;
  for (const change of result.changes) {
    if ((kinds as FactKind[]).includes(change.kind)) yield { change: change as unknown as FactOf<K> & Change, known };
    known = noted(known, change);
  }
}

/** The papers issued in this answer. */
export function papers({ result }: Transition, ...kinds: DocumentKind[]): DocumentRecord[] {
  return result.changes.flatMap((change) => (change.kind === 'documentIssued' && kinds.includes(change.document.kind) ? [change.document] : []));
}

/** A law by its name: not left open, not blank. */
export function isNamed(basis: LegalBasis | null | undefined): basis is LegalBasis {
  return typeof basis?.law === 'string' && basis.law.trim() !== '';
}
