import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from './actor.ts';
import type { CasePlan } from './case-plan.ts';
import type { CaseState, Consent, PreReview } from './case-state.ts';
import { permitted } from './permitted.ts';

const consent = (person: string, said: Consent['said'] = null): Consent => ({ consent: 'landlord', person, name: null, said });
const said = { agrees: true, reason: null, at: 0 as never, document: null };

function draft(preReview: Partial<PreReview> = {}, consents: readonly Consent[] = [consent('3713-1')]): CaseState {
  return {
    phase: 'preReview', applicant: { id: 'zhang' }, agent: { id: 'li' }, notice: null, extensions: {}, urges: [], deferred: [], rating: null, complaints: [], clocks: {}, items: {},
    preReview: { answer: null, deferred: [], complex: false, submissions: 1, ...preReview }, consents,
  } as unknown as CaseState;
}

const actor = (role: Role, id = 'wang'): Actor => ({ id, name: '王', role });
const deeds = (state: CaseState, as: Actor) => permitted({ items: [] } as unknown as CasePlan, state, as).map((one) => one.do);
const answered = { outcome: 'ready', by: actor('clerk'), missing: [] } as const;

describe('before the receipt', () => {
  it('the applicant and his agent may submit again, withdraw or complain, nobody else’s applicant may', () => {
    expect(deeds(draft(), actor('applicant', 'zhang'))).toEqual(['submitDraft', 'withdrawCase', 'complain']);
    expect(deeds(draft(), actor('agent', 'li'))).toEqual(['submitDraft', 'withdrawCase', 'complain']);
    expect(deeds(draft(), actor('applicant', 'qian'))).toEqual([]);
  });

  it('the window answers, once for one submission', () => {
    expect(deeds(draft(), actor('clerk'))).toEqual(['answerPreReview']);
    expect(deeds(draft({ answer: answered }), actor('clerk'))).toEqual([]);
  });

  it('a further person consents, once, and only whoever is named', () => {
    expect(deeds(draft(), actor('furtherPerson', '3713-1'))).toEqual(['giveConsent']);
    expect(deeds(draft({}, [consent('3713-1', said), consent('3713-2')]), actor('furtherPerson', '3713-1'))).toEqual([]);
    expect(deeds(draft(), actor('furtherPerson', '3713-2'))).toEqual([]);
  });

  it('departments have nothing to do yet', () => {
    for (const role of ['reviewer', 'approver', 'headOfAuthority', 'headOfGovernment'] as const) expect(deeds(draft(), actor(role))).toEqual([]);
  });
});
