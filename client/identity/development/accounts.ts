import { sql } from 'kysely';
import type { Database } from '../../../store/open-store.ts';
import { type DirectoryRole, listPeople } from '../../../store/people.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { personOf } from '../directory.ts';
import { SAMPLE_CITIZENS } from './sample-citizens.ts';

/** Somebody who can sign in at the development provider. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Null: a citizen. */
  readonly role: DirectoryRole | null;
  readonly idNumber: string | null;
  /** What tells him apart. */
  readonly note: Text | null;
}

export interface AccountGroup {
  readonly title: Text;
  readonly accounts: readonly Account[];
}

export interface Accounts {
  readonly citizens: readonly Account[];
  readonly window: readonly Account[];
  readonly departments: readonly AccountGroup[];
  /** Supervision, the government, audit. */
  readonly above: readonly Account[];
  /** They sign in with a token instead. */
  readonly systems: readonly Account[];
}

const IN_A_DEPARTMENT: readonly DirectoryRole[] = ['reviewer', 'approver', 'headOfAuthority'];
const ABOVE: readonly DirectoryRole[] = ['manager', 'headOfGovernment', 'auditor'];

/** Everybody there is, as the sign-in page groups them. */
export async function allAccounts(db: Database): Promise<Accounts> {
  const people = await listPeople(db);
  const names = await departmentNames(db);
  const of = (roles: readonly DirectoryRole[], department?: string) => people
    .filter((one) => roles.includes(one.role) && (department === undefined || one.department === department))
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
    .map(({ id, name, role }): Account => ({ id, name, role, idNumber: null, note: null }));
  const departments = [...new Set(people.flatMap((one) => (one.department !== null && IN_A_DEPARTMENT.includes(one.role) ? [one.department] : [])))];
  return {
    citizens: SAMPLE_CITIZENS.map((one) => ({ ...one, role: null })),
    window: of(['clerk']),
    departments: departments.map((id) => ({ title: names.get(id) ?? { zh: id, en: id }, accounts: of(IN_A_DEPARTMENT, id) })),
    above: of(ABOVE),
    systems: of(['system']),
  };
}

/** Whom an id means; null: nobody who could sign in here. */
export async function findAccount(db: Database, id: string): Promise<Account | null> {
  const citizen = SAMPLE_CITIZENS.find((one) => one.id === id);
  if (citizen) return { ...citizen, role: null };
  const person = await personOf(db, id);
  return person && { ...person, role: person.role as DirectoryRole, note: null };
}

/** As the services' definitions call them; a department of several has one name in all of them, or any. */
async function departmentNames(db: Database): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await sql<{ id: string; name: Text }>`
    select distinct on (department->>'id') department->>'id' as id, department->'name' as name
    from plan, json_array_elements(plan.plan->'departments') department order by department->>'id', plan.registered_at desc`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
