import type { Actor, Role } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { Database } from './open-store.ts';
import { StoreError } from './store-error.ts';
import { SUPERVISION, WINDOW } from './work-rows.ts';

/** Extensions of the joint limit are decided by no department. */
export const GOVERNMENT = 'government';

/** An auditor reads and decides nothing: the engine does not know him. */
export type DirectoryRole = Role | 'auditor';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: DirectoryRole;
  /** Set for reviewers, approvers and heads of an authority. */
  readonly department: string | null;
}

/** Somebody of the directory, as an actor. @throws StoreError `person.unknown`, `person.onlyReads` */
export async function findPerson(db: Database, id: string): Promise<Actor> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new StoreError('person.unknown', { person: id });
  if (row.role === 'auditor') throw new StoreError('person.onlyReads', { person: id });
  return { id: row.id, name: row.name, role: row.role as Role, ...(row.department === null ? {} : { department: row.department }) };
}

/** The directory, by department, role and id. */
export async function listPeople(db: Database, { department, role }: { department?: string; role?: DirectoryRole } = {}): Promise<Person[]> {
  const rows = await db.selectFrom('person').select(['id', 'name', 'role', 'department'])
    .$if(department !== undefined, (query) => query.where('department', '=', department!))
    .$if(role !== undefined, (query) => query.where('role', '=', role!))
    .orderBy('department').orderBy('role').orderBy('id').execute();
  return rows.map((row) => ({ ...row, role: row.role as DirectoryRole }));
}

/**
 * Ready-made people of every role, for the embedded mode: two reviewers, an approver and a head for each department of the
 * plans, the systems connected to it, two clerks, a manager, the head of the government and an auditor. Whoever is there already stays as he is.
 */
export async function seedPeople(db: Database, plans: readonly CasePlan[]): Promise<void> {
  const departments = [...new Set(plans.flatMap((plan) => plan.departments.map((department) => department.id)))].sort();
  const posts: Omit<Person, 'name'>[] = [
    ...departments.flatMap((department) => [
      { id: `reviewer-${department}-1`, role: 'reviewer' as const, department },
      { id: `reviewer-${department}-2`, role: 'reviewer' as const, department },
      { id: `approver-${department}-1`, role: 'approver' as const, department },
      { id: `head-${department}`, role: 'headOfAuthority' as const, department },
    ]),
    ...systemsOf(plans),
    { id: 'clerk-1', role: 'clerk', department: null },
    { id: 'clerk-2', role: 'clerk', department: null },
    { id: 'manager-1', role: 'manager', department: null },
    { id: 'government-head', role: 'headOfGovernment', department: null },
    { id: 'auditor-1', role: 'auditor', department: null },
  ];
  await db.insertInto('person')
    .values(posts.map((post) => ({ ...post, name: nameFor(post.id), region: null, id_number: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The departments' own systems that report results. */
function systemsOf(plans: readonly CasePlan[]): Omit<Person, 'name'>[] {
  const systems = plans.flatMap((plan) => plan.items.flatMap(({ connector, department }) => (connector ? [{ id: connector.system, role: 'system' as const, department }] : [])));
  return [...new Map(systems.map((one) => [one.id, one])).values()];
}

/** Under which department and role a person's work is filed; null: nobody's task in particular. */
export function postOf({ role, department }: Pick<Actor, 'role' | 'department'>): { readonly department: string; readonly role: Role } | null {
  if (department !== undefined) return { department, role };
  if (role === 'clerk') return { department: WINDOW, role };
  if (role === 'manager') return { department: SUPERVISION, role };
  return role === 'headOfGovernment' ? { department: GOVERNMENT, role } : null;
}

const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = [
  '伟', '芳', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '秀兰', '霞', '平', '刚', '桂英', '建国', '文博', '晓燕',
  '志强', '雨桐', '海燕', '春梅', '国栋', '思远', '佳宁', '立新', '慧敏', '永康', '雪梅', '振华', '俊杰', '丹丹', '玉兰', '子涵',
];

/** The same id always has the same name. */
function nameFor(id: string): string {
  // FNV-1a: spreads ids that differ in one character over all names.
  const hash = [...id].reduce((sum, character) => Math.imul(sum ^ character.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261);
  return FAMILY[hash % FAMILY.length]! + GIVEN[Math.floor(hash / FAMILY.length) % GIVEN.length]!;
}
