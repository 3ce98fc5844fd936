import type { CasePlan, ItemPlan } from './case-plan.ts';
import type { CaseState, Consent, SeenConsent } from './case-state.ts';
import type { CommandOf } from './command-table.ts';
import { type Form, holds } from './condition.ts';
import { type Draft, emit, stateOf } from './draft.ts';
import { localTime } from './plain-date.ts';
import { issuePreReview } from './pre-review-paper.ts';
import { Refused } from './refuse.ts';

/** Whose application it is, and for what: whatever the consents that it needs depend on. */
type Application = Pick<CaseState, 'form' | 'applicant'>;

/**
 * The consents that an application needs, one for each person named. Who applies himself consents by applying. Refused when a
 * consent is needed and the form names nobody: a question left open must not do away with it.
 */
export function consentsNeeded({ consents = [] }: CasePlan, { form, applicant }: Application, items: readonly ItemPlan[]): Consent[] {
  return consents.flatMap(({ id, persons, items: ofItems, condition }) => {
    if (!items.some((item) => ofItems.includes(item.id)) || (condition && !holds(condition, form))) return [];
    const named = new Map(persons.flatMap(({ identity, name }) => {
      const person = written(form, identity);
      return person === null ? [] : [[person, name === undefined ? null : written(form, name)] as const];
    }));
    if (named.size === 0) throw new Refused('consent.nobodyNamed', { consent: id, fields: persons.map(({ identity }) => identity).join(', ') });
    named.delete(applicant.idNumber);
    return [...named].map(([person, name]): Consent => ({ consent: id, person, name, said: null }));
  });
}

/** What a clerk has seen of the consents at the window. Without all of them there is nothing that could be received. */
export function consentsSeen(draft: Draft, receipt: Application & { readonly consents?: readonly SeenConsent[] }, items: readonly ItemPlan[]): Consent[] {
  const needed = consentsNeeded(draft.plan, receipt, items);
  const seen = receipt.consents ?? [];
  const stray = seen.find((one) => !needed.some((need) => isOf(need, one)));
  if (stray) throw new Refused('consent.unknown', { consent: stray.consent, person: stray.person, consents: list(needed) });
  return needed.map((need) => {
    const found = seen.find((one) => isOf(need, one));
    if (!found) throw new Refused('receipt.consentMissing', { consent: need.consent, person: need.person });
    return { ...need, said: { agrees: true, reason: null, at: draft.now, document: found.document } };
  });
}

/** A further person consents, or refuses to: by his own identity, for himself alone, and once for one submission. */
export function giveConsent(draft: Draft, { with: args }: CommandOf<'giveConsent'>): void {
  const { id } = draft.actor;
  const all = stateOf(draft).consents ?? [];
  const asked = all.filter((one) => one.consent === args.consent);
  if (asked.length === 0) throw new Refused('consent.unknown', { consent: args.consent, person: id, consents: list(all) });
  const his = asked.find((one) => one.person === id);
  if (!his) throw new Refused('consent.notHis', { consent: args.consent, actor: draft.actor.name });
  if (his.said) throw new Refused('consent.alreadySaid', { consent: args.consent, when: localTime(his.said.at) });
  emit(draft, { kind: 'consentSaid', consent: his.consent, person: his.person, agrees: args.agrees, reason: args.reason ?? null });
  if (!args.agrees) issuePreReview(draft, 'consentRefused');
}

/** Consents that are not there: not said yet, or refused. */
export function outstandingConsents({ consents = [] }: Pick<CaseState, 'consents'>): readonly Consent[] {
  return consents.filter((one) => !one.said?.agrees);
}

/** What somebody said to the very same answers stands; whoever refused, or said it to other answers, is asked anew. */
export function stillStanding(before: CaseState, needed: readonly Consent[], form: Form): Consent[] {
  const same = JSON.stringify(sorted(form)) === JSON.stringify(sorted(before.form));
  return needed.map((need) => {
    const said = before.consents?.find((one) => isOf(one, need))?.said;
    return same && said?.agrees ? { ...need, said } : need;
  });
}

function isOf(one: Pick<Consent, 'consent' | 'person'>, other: Pick<Consent, 'consent' | 'person'>): boolean {
  return one.consent === other.consent && one.person === other.person;
}

function written(form: Form, field: string): string | null {
  const value = form[field] ?? null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** An answer that was emptied is as good as none. */
function sorted(form: Form) {
  return Object.entries(form).filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1));
}

function list(consents: readonly Consent[]): string {
  return [...new Set(consents.map((one) => one.consent))].join(', ') || '—';
}
