import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Database } from '../../../store/open-store.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { Rejection } from '../../../workflows/case/rejection.ts';
import { personOf } from '../../identity/directory.ts';
import { isSame } from './standing.ts';

const BY_A_SECOND_PERSON: ReadonlySet<string> = new Set(['confirm', 'return']);

/**
 * Whether a command that takes a second person is given by the first one under another account: two accounts with one identity
 * number are one person. One account is the engine's to refuse.
 * @returns the refusal; null: nothing is known against it
 */
export async function refusedAsSamePerson(db: Database, { items }: Pick<CaseState, 'items'>, signedIn: SignedIn, { do: name, with: args }: { readonly do: string; readonly with: Readonly<Record<string, unknown>> }): Promise<Rejection | null> {
  const item = args['item'];
  if (!BY_A_SECOND_PERSON.has(name) || typeof item !== 'string' || signedIn.idNumber === null) return null;
  const first = Object.hasOwn(items, item) ? items[item]!.proposedBy : null;
  if (!first || first.id === signedIn.id) return null;
  const number = (await personOf(db, first.id))?.idNumber ?? null;
  return number !== null && isSame(number, signedIn.idNumber) ? { code: 'confirm.samePerson', params: {}, allowed: [] } : null;
}
