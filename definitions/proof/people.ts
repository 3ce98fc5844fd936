import type { Actor, Role } from '../../workflows/case/actor.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';

/** Everybody who may have to do with a case of a plan, named as scenario files name them. */
export interface People {
  /** Two persons for every office, and in each department one reviewer who holds the approver's office as well. */
  readonly all: readonly Actor[];
  /** One for every office. Persons of one office are alike: what one of them may do leads where it leads for the other. */
  readonly few: readonly Actor[];
}

const person = (id: string, role: Role, department?: string): Actor =>
  ({ id, name: id, role, ...(department === undefined ? {} : { department }) });

export const CLERK = person('clerk', 'clerk');
export const APPLICANT = person('applicant-1', 'applicant');
export const AGENT = person('agent-1', 'agent');

/** Nobody whom the case knows. */
export const STRANGER = person('stranger', 'furtherPerson');

/** Those whose consent is asked for, by the identity that the form gives. */
export function furtherPersons({ consents = [] }: Pick<CaseState, 'consents'>): Actor[] {
  return [...new Set(consents.map((one) => one.person))].map((id) => person(id, 'furtherPerson'));
}

export function peopleOf(plan: CasePlan): People {
  const departments = [...new Set(plan.items.map((item) => item.department))];
  const few = [
    CLERK, APPLICANT, person('manager', 'manager'), person('headOfGovernment', 'headOfGovernment'), person('system', 'system'),
    ...departments.flatMap((one) => (['reviewer', 'approver', 'headOfAuthority'] as const).map((role) => person(`${role}@${one}`, role, one))),
  ];
  const more = [
    AGENT, person('clerk-2', 'clerk'), person('headOfGovernment-2', 'headOfGovernment'),
    ...departments.flatMap((one) => [
      ...(['reviewer', 'approver', 'headOfAuthority'] as const).map((role) => person(`${role}-2@${one}`, role, one)),
      person(`reviewer@${one}`, 'approver', one),
    ]),
  ];
  return { few, all: [...few, ...more] };
}

/** The same person in another office: who proposed, as approver. */
export function asApprover({ id, name, department }: Actor): Actor {
  return { id, name, role: 'approver', ...(department === undefined ? {} : { department }) };
}
