import type { Actor, Role } from '../../workflows/case/actor.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { CasePlan, ItemPlan } from '../../workflows/case/case-plan.ts';

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

/** Whom the decision concerns besides the applicant, and who is found later. */
export const PARTY = person('interestedParty', 'interestedParty');
export const SECOND_PARTY = person('interestedParty-2', 'interestedParty');
/** Presides over hearings and has no other office. */
export const CHAIR = { id: 'chair', name: '陈主持' } as const;
/** Nobody whom the case knows. */
export const STRANGER = person('stranger', 'furtherPerson');

/** Those whose consent is asked for, by the identity that the form gives. */
export function furtherPersons({ consents = [] }: Pick<CaseState, 'consents'>): Actor[] {
  return [...new Set(consents.map((one) => one.person))].map((id) => person(id, 'furtherPerson'));
}

export function peopleOf(plan: CasePlan): People {
  const heard = plan.items.some((item) => item.hearing);
  const departments = [...new Set(plan.items.flatMap((item) => [item.department, ...(item.preliminary ? [item.preliminary.department] : []), ...whomToAsk(plan, item), ...(item.supervision ? [item.supervision.department] : [])]))];
  const systems = plan.items.flatMap(({ connector, department }) => (connector ? [person(connector.system, 'system', department)] : []));
  const few = [
    CLERK, APPLICANT, person('manager', 'manager'), person('headOfGovernment', 'headOfGovernment'), person('system', 'system'), ...systems, ...(heard ? [PARTY] : []),
    ...departments.flatMap((one) => (['reviewer', 'approver', 'headOfAuthority'] as const).map((role) => person(`${role}@${one}`, role, one))),
  ];
  const more = [
    AGENT, ...(heard ? [SECOND_PARTY] : []), person('clerk-2', 'clerk'), person('headOfGovernment-2', 'headOfGovernment'),
    ...departments.flatMap((one) => [
      ...(['reviewer', 'approver', 'headOfAuthority'] as const).map((role) => person(`${role}-2@${one}`, role, one)),
      person(`reviewer@${one}`, 'approver', one),
    ]),
  ];
  return { few, all: [...few, ...more] };
}

/** Of all the departments that may be asked for an opinion the first: the others are asked alike. */
export function whomToAsk({ consultation, departments }: CasePlan, { department }: Pick<ItemPlan, 'department'>): readonly string[] {
  return consultation ? departments.filter((one) => one.id !== department).slice(0, 1).map((one) => one.id) : [];
}

/** The same person in another office: who proposed, as approver. */
export function asApprover({ id, name, department }: Actor): Actor {
  return { id, name, role: 'approver', ...(department === undefined ? {} : { department }) };
}
