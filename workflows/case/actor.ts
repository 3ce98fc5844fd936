import type { DepartmentId } from './case-plan.ts';

export type PersonId = string;

export type Role =
  | 'clerk' | 'applicant' | 'agent' | 'furtherPerson' | 'interestedParty' | 'reviewer' | 'approver'
  | 'headOfAuthority' | 'headOfGovernment' | 'manager' | 'system';

/**
 * Who does something. `department` is set for reviewers, approvers and heads of an authority. A further person, whose consent
 * an application needs, is known by the identity with which the form names him: that is his `id`.
 */
export interface Actor {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly department?: DepartmentId;
}

/** What happens by operation of law, or because a join is complete, is done by the engine and by no person. */
export const BY_LAW: Actor = { id: 'engine', name: '系统', role: 'system' };
