import type { SignedIn } from '../../store/access/signed-in.ts';
import type { Database } from '../../store/open-store.ts';
import { IdentityError } from './identity-error.ts';
import type { IdentitySettings } from './settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Somebody of the directory; null: he is not in it. */
export async function personOf(db: Database, id: string): Promise<SignedIn | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { id: row.id, name: row.name, role: row.role, department: row.department, region: row.region, idNumber: row.id_number } : null;
}

/**
 * Whom a provider's claims mean: a person of the directory, or else a citizen, who is known by his identity number alone.
 *
 * @throws IdentityError `identity.noIdNumber` for a citizen whose number the provider does not tell
 */
export async function signedInBy(db: Database, claims: Claims, { personClaim, idNumberClaim }: Pick<IdentitySettings, 'personClaim' | 'idNumberClaim'>): Promise<SignedIn> {
  const id = textOf(claims[personClaim]) ?? textOf(claims['sub']);
  const idNumber = idNumberOf(claims[idNumberClaim]);
  const person = id === null ? null : await personOf(db, id);
  if (person) return { ...person, idNumber: person.idNumber ?? idNumber };
  if (idNumber === null) throw new IdentityError('identity.noIdNumber');
  const name = textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? idNumber;
  return { id: idNumber, name, role: 'citizen', department: null, region: null, idNumber };
}

/** What a session says of somebody, as the directory has it now: who has left, or has another post, has no rights of before. */
export async function stillThere(db: Database, signedIn: SignedIn): Promise<SignedIn | null> {
  if (signedIn.role === 'citizen') return signedIn;
  const person = await personOf(db, signedIn.id);
  return person && { ...person, idNumber: person.idNumber ?? signedIn.idNumber };
}

/** Identity numbers, credit codes and passports alike: letters and digits, in capitals. */
function idNumberOf(claim: unknown): string | null {
  const number = textOf(claim)?.toUpperCase() ?? null;
  return number !== null && /^[0-9A-Z]{5,30}$/.test(number) ? number : null;
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : null;
}
