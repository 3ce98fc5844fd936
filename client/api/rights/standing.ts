import type { SignedIn } from '../../../store/access/signed-in.ts';
import { spelled } from '../../../store/case-persons.ts';
import type { Actor, Role } from '../../../workflows/case/actor.ts';
import type { CasePlan, ItemId } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { CommandName } from '../../../workflows/case/command-table.ts';
import { COMMANDS } from '../../../workflows/case/command-table.ts';

/** How much of a case somebody gets to see. */
export type Sight =
  /** Everything: the window that took it in, the applicant and his agent. */
  | { readonly of: 'all' }
  /** Officers of a department that has an item in the case: these items' parts, and where the others stand. */
  | { readonly of: 'items'; readonly items: ReadonlySet<ItemId> }
  /** A department that was only asked for its opinion. */
  | { readonly of: 'questions' }
  /** Supervision and audit: how the case goes, with personal data masked. */
  | { readonly of: 'course' }
  /** A further person: what he is asked to consent to. */
  | { readonly of: 'consent' }
  /** An interested party: the items that concern him. */
  | { readonly of: 'hearing'; readonly items: ReadonlySet<ItemId> };

/** What somebody is in a case: as whom he acts, and what he sees. */
export interface Standing {
  /** The strongest first. Empty: he reads and decides nothing. */
  readonly actors: readonly Actor[];
  readonly sight: Sight;
}

/**
 * What somebody is in a case; null: nothing, and then he is not told that it exists.
 *
 * Officers see a case by role, department and region. Citizens are whatever the case itself says of their identity number:
 * applicant, agent, a person whose consent is needed, an interested party who was told.
 */
export function standingIn(plan: CasePlan, state: CaseState, signedIn: SignedIn): Standing | null {
  const { role, department, region } = signedIn;
  if (role === 'citizen') return ofCitizen(state, signedIn);
  if (region !== null && !state.region.startsWith(region) && state.receivedBy.id !== signedIn.id) return null;
  if (role === 'auditor') return { actors: [], sight: { of: 'course' } };
  const actors = [officer(signedIn)];
  if (role === 'clerk') return { actors, sight: { of: 'all' } };
  if (role === 'manager' || role === 'headOfGovernment') return { actors, sight: { of: 'course' } };
  if (department === null) return null;
  const items = itemsOf(plan, state, department);
  if (items.size > 0) return { actors, sight: { of: 'items', items } };
  return state.consultations?.some((one) => one.department === department) ? { actors, sight: { of: 'questions' } } : null;
}

/** The region that bounds the lists somebody gets; nothing for who works everywhere. */
export function withinHis({ region }: Pick<SignedIn, 'region'>): { readonly within?: string } {
  return region === null ? {} : { within: region };
}

/** Somebody of the directory, as the engine knows him. */
export function officer({ id, name, role, department }: SignedIn): Actor {
  return { id, name, role: role as Role, ...(department === null ? {} : { department }) };
}

/** As whom he gives a command: the first of what he is that the command is for; else the first, and the engine says why not. */
export function actorFor({ actors }: Standing, command: string): Actor | null {
  const by: readonly Role[] = Object.hasOwn(COMMANDS, command) ? COMMANDS[command as CommandName].by : [];
  return actors.find(({ role }) => by.includes(role)) ?? actors[0] ?? null;
}

function ofCitizen(state: CaseState, { idNumber, name }: SignedIn): Standing | null {
  if (idNumber === null) return null;
  const { applicant, agent } = state;
  const actors: Actor[] = [
    ...(isSame(applicant.idNumber, idNumber) ? [{ id: applicant.id, name: applicant.name, role: 'applicant' as const }] : []),
    ...(agent && isSame(agent.idNumber, idNumber) ? [{ id: agent.id, name: agent.name, role: 'agent' as const }] : []),
  ];
  const sight: Sight | null = actors.length > 0 ? { of: 'all' } : null;
  const consent = (state.consents ?? []).find((one) => isSame(one.person, idNumber));
  if (consent) actors.push({ id: consent.person, name: consent.name ?? name, role: 'furtherPerson' });
  const concerned = Object.values(state.items).filter((item) => item.hearing?.parties.some((one) => isSame(one.id, idNumber)));
  const party = concerned[0]?.hearing?.parties.find((one) => isSame(one.id, idNumber));
  if (party) actors.push({ ...party, role: 'interestedParty' });
  if (actors.length === 0) return null;
  return { actors, sight: sight ?? (consent ? { of: 'consent' } : { of: 'hearing', items: new Set(concerned.map((one) => one.id)) }) };
}

/** Whether two spellings name one person: the check letter is written in either case. */
export function isSame(one: string, other: string): boolean {
  return spelled(one) === spelled(other);
}

/** The items that a department decides, examines first or supervises. */
function itemsOf(plan: CasePlan, { items }: CaseState, department: string): ReadonlySet<ItemId> {
  const inCase = plan.items.filter((item) => items[item.id]);
  return new Set(inCase.filter((item) => item.department === department || item.preliminary?.department === department || items[item.id]!.supervision?.department === department).map((item) => item.id));
}
