import { createHash } from 'node:crypto';
import type { Role } from '../../workflows/case/actor.ts';
import type { SignedIn } from '../access/signed-in.ts';
import { postOf } from '../people.ts';
import type { RecipientKind } from './recipient-kind.ts';

export interface Recipient {
  readonly kind: RecipientKind;
  /** `post:fire-rescue/reviewer`, `officer:manager-1`, `citizen:` and a digest of the identity number. */
  readonly key: string;
}

/**
 * A citizen by his identity number or credit code. The number itself is kept out of messages, deliveries, logs and copies of
 * these tables. The digest is no secret from whoever can read the cases: they name the number.
 */
export function citizen(kind: Exclude<RecipientKind, 'post' | 'officer'>, idNumber: string): Recipient {
  return { kind, key: citizenKey(idNumber) };
}

export function citizenKey(idNumber: string): string {
  return `citizen:${createHash('sha256').update(`onething ${idNumber.trim().toUpperCase()}`).digest('base64url').slice(0, 32)}`;
}

/** Everybody of one department and role. */
export function post(department: string, role: string): Recipient {
  return { kind: 'post', key: `post:${department}/${role}` };
}

export function officer(id: string): Recipient {
  return { kind: 'officer', key: officerKey(id) };
}

const officerKey = (id: string) => `officer:${id}`;

/** Whose bell somebody sees: his own first, then his post's. Who is nobody's colleague and no citizen has none. */
export function keysOf({ id, role, department, idNumber }: Pick<SignedIn, 'id' | 'role' | 'department' | 'idNumber'>): readonly string[] {
  if (role === 'citizen') return idNumber === null ? [] : [citizenKey(idNumber)];
  const group = postOf({ role: role as Role, ...(department === null ? {} : { department }) });
  return [officerKey(id), ...(group ? [post(group.department, group.role).key] : [])];
}
