import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from './actor.ts';
import type { CasePlan, ExtensionRule } from './case-plan.ts';
import type { CaseState, ItemState } from './case-state.ts';
import { newClock } from './clock.ts';
import { type CommandName, COMMANDS, type CommandRow } from './command-table.ts';
import type { ItemStateName } from './item-machine.ts';
import { newHearing } from './hearing.ts';
import type { Hearing } from './hearing-state.ts';
import { ALL_42_1 } from './law.ts';
import { permitted } from './permitted.ts';
import { instantOf, parsePlainDate } from './plain-date.ts';

const dayZero = parsePlainDate('2026-03-02')!;
const clock = (id: string, kind: 'statutory' | 'joint' | 'urge', department: string | null = null) =>
  newClock({ id, kind, department, dayZero, limit: { length: 20, unit: 'workingDay', basis: ALL_42_1 }, since: instantOf(dayZero) });
const byHead: ExtensionRule = { cap: 10, by: 'headOfAuthority', basis: ALL_42_1 };
const byGovernment: ExtensionRule = { cap: 15, by: 'headOfGovernment', basis: ALL_42_1 };

const plan = {
  joint: { extension: byGovernment },
  items: [{ id: 'food-licence', procedures: [{ id: 'expert-review' }], limits: { statutory: { extension: byHead } } }, { id: 'fire-check', procedures: [], limits: { statutory: null } }],
} as unknown as CasePlan;

function item(id: string, department: string, state: ItemStateName, more: Partial<ItemState> = {}): ItemState {
  return { id, department, state, proposedBy: null, procedures: [], blockedBy: [], delivery: null, handOverAlone: false, ...more } as ItemState;
}

/** The food licence of the market department and the fire check of the fire department, both in handling. */
function handling(more: Partial<CaseState> = {}, food: Partial<ItemState> = {}): CaseState {
  return {
    phase: 'handling', applicant: { id: 'zhang' }, agent: { id: 'li' }, notice: null, extensions: {}, urges: [], deferred: [], rating: null, complaints: [],
    clocks: { 'statutory:food-licence': clock('statutory:food-licence', 'statutory', 'market'), joint: clock('joint', 'joint') },
    items: { 'food-licence': item('food-licence', 'market', 'handling', food), 'fire-check': item('fire-check', 'fire', 'handling') },
    ...more,
  } as CaseState;
}

const actor = (role: Role, department?: string, id = 'wang'): Actor => ({ id, name: '王', role, ...(department ? { department } : {}) });
const deeds = (state: CaseState, as: Actor) => permitted(plan, state, as).map((one) => (one.item ? `${one.do} ${one.item}` : one.do));

describe('what a person may do now', () => {
  it('a reviewer: what his own department’s items need, and the joint extension', () => {
    expect(deeds(handling(), actor('reviewer', 'market'))).toEqual([
      'startProcedure food-licence', 'requestExtension', 'requestExtension food-licence', 'proposeGrant food-licence', 'proposeRefusal food-licence',
    ]);
    expect(deeds(handling(), actor('reviewer', 'fire'))).toEqual(['requestExtension', 'proposeGrant fire-check', 'proposeRefusal fire-check']);
  });

  it('somebody without a department: nothing about an item', () => {
    expect(deeds(handling(), actor('reviewer'))).toEqual(['requestExtension']);
    expect(deeds(handling(), actor('approver'))).toEqual([]);
  });

  it('an approver: only what waits for a second person, and never his own proposal', () => {
    const proposed = handling({}, { state: 'refusalProposed', proposedBy: actor('reviewer', 'market', 'zhao') });
    expect(deeds(handling(), actor('approver', 'market'))).toEqual([]);
    expect(deeds(proposed, actor('approver', 'market'))).toEqual(['confirm food-licence', 'return food-licence']);
    expect(deeds(proposed, actor('approver', 'market', 'zhao'))).toEqual([]);
    expect(deeds(proposed, actor('approver', 'fire'))).toEqual([]);
  });

  it('no proposal while a special procedure runs', () => {
    const open = handling({}, { procedures: [{ id: 'expert-review', endedOn: null, clock: 'statutory:food-licence' } as ItemState['procedures'][number]] });
    expect(deeds(open, actor('reviewer', 'market'))).toEqual(['startProcedure food-licence', 'endProcedure food-licence', 'requestExtension', 'requestExtension food-licence']);
  });

  it('an extension: each head his own, and nobody after the limit ran out', () => {
    const asked = { state: 'requested' } as CaseState['extensions'][string];
    const both = handling({ extensions: { 'statutory:food-licence': asked, joint: asked } });
    expect(deeds(both, actor('headOfAuthority', 'market'))).toEqual(['approveExtension food-licence', 'rejectExtension food-licence']);
    expect(deeds(both, actor('headOfAuthority', 'fire'))).toEqual([]);
    expect(deeds(both, actor('headOfGovernment'))).toEqual(['approveExtension', 'rejectExtension']);
    const over = { ...clock('joint', 'joint'), ranOutAt: instantOf(dayZero) };
    expect(deeds(handling({ extensions: { joint: asked }, clocks: { joint: over } }), actor('headOfGovernment'))).toEqual([]);
    expect(deeds(handling({ clocks: { joint: over } }), actor('reviewer', 'fire'))).not.toContain('requestExtension');
  });

  it('an urge and an overdue limit are answered by whom they concern: the department, or the window', () => {
    const over = (department: string | null) => ({ ...clock('x', 'urge', department), ranOutAt: instantOf(dayZero) });
    const urge = (department: string | null) => ({ id: '1', department, answer: null }) as CaseState['urges'][number];
    const ofFire = handling({ urges: [urge('fire')], clocks: { x: over('fire') } });
    const ofWindow = handling({ urges: [urge(null)], clocks: { x: over(null) } });
    const may = (state: CaseState, as: Actor) => deeds(state, as).filter((one) => one === 'answerUrge' || one === 'stateOverdueReason');
    expect(may(ofFire, actor('reviewer', 'fire'))).toEqual(['answerUrge', 'stateOverdueReason']);
    expect([may(ofFire, actor('reviewer', 'market')), may(ofFire, actor('clerk'))]).toEqual([[], []]);
    expect(may(ofWindow, actor('clerk'))).toEqual(['answerUrge', 'stateOverdueReason']);
    expect(may(ofWindow, actor('approver', 'fire'))).toEqual([]);
  });

  it('the applicant and his agent: their own case, nobody else’s', () => {
    const own = ['withdrawItem food-licence', 'withdrawItem fire-check', 'withdrawCase', 'complain', 'complain food-licence', 'complain fire-check'];
    expect(deeds(handling(), actor('applicant', undefined, 'zhang'))).toEqual(own);
    expect(deeds(handling(), actor('agent', undefined, 'li'))).toEqual(own);
    expect(deeds(handling(), actor('applicant', undefined, 'li'))).toEqual([]);
  });

  it('a manager: urges the case or an item that is not decided', () => {
    expect(deeds(handling({}, { state: 'granted' }), actor('manager'))).toEqual(['urge', 'urge fire-check']);
  });

  it('the clerk: hands over once all is assembled, or what may no longer wait', () => {
    const granted = { state: 'granted' } as const;
    expect(deeds(handling({}, granted), actor('clerk'))).toEqual([]);
    expect(deeds(handling({}, { ...granted, handOverAlone: true }), actor('clerk'))).toEqual(['handOver food-licence']);
    expect(deeds(handling({ phase: 'delivery' }, granted), actor('clerk'))).toEqual(['handOver food-licence']);
  });

  it('can be asked about one item', () => {
    expect(permitted(plan, handling(), actor('manager'), 'fire-check')).toEqual([{ do: 'urge', item: null }, { do: 'urge', item: 'fire-check' }]);
  });

  it('never names what his role or the phase does not allow', () => {
    const rows = COMMANDS as Readonly<Record<CommandName, CommandRow>>;
    for (const phase of ['examination', 'correction', 'recheck', 'handling', 'delivery', 'closed', 'archived'] as const) {
      for (const role of ['clerk', 'reviewer', 'approver', 'headOfAuthority', 'headOfGovernment', 'manager', 'system'] as const) {
        for (const { do: name } of permitted(plan, handling({ phase }), actor(role, 'market'))) {
          expect(rows[name].by).toContain(role);
          expect(rows[name].phases).toContain(phase);
        }
      }
    }
  });

  describe('where people have to be heard first', () => {
    const day = dayZero;
    const hearing = (part: Partial<Hearing> = {}): Partial<ItemState> => ({ hearing: { ...newHearing('onRequest'), ...part } });
    const right = { clock: 'hearingRight:food-licence:1', toldOn: day, persons: ['zhang', 'neighbour'], waived: ['zhang'], over: null };
    const neighbour = (id = 'neighbour') => ({ id, name: '王', role: 'interestedParty' }) as const;
    const food = (state: CaseState, as: Actor) => deeds(state, as).filter((one) => one.endsWith(' food-licence') && !/Procedure|Extension/.test(one));

    it('the reviewer tells them, and proposes nothing before', () => {
      expect(food(handling({}, hearing()), actor('reviewer', 'market'))).toEqual(['tellHearingRight food-licence']);
      expect(food(handling({}, hearing({ rights: [right] })), actor('reviewer', 'market'))).toEqual(['tellHearingRight food-licence']);
      expect(food(handling({}, hearing({ since: day })), actor('reviewer', 'market'))).toEqual(['recordHearing food-licence']);
      expect(food(handling({}, hearing({ rights: [{ ...right, over: 'lapsed' }] })), actor('reviewer', 'market'))).toContain('proposeGrant food-licence');
    });

    it('who was told and has not waived asks for the hearing; the window takes it in for him', () => {
      const told = handling({}, hearing({ parties: [{ id: 'neighbour', name: '王' }], rights: [right] }));
      expect(deeds(told, neighbour())).toEqual(['requestHearing food-licence', 'waiveHearing food-licence']);
      expect(deeds(told, neighbour('passer-by'))).toEqual([]);
      expect(deeds(told, actor('applicant', undefined, 'zhang')).filter((one) => one.includes('Hearing'))).toEqual([]);
      expect(deeds(told, actor('clerk'))).toEqual(['requestHearing food-licence', 'waiveHearing food-licence']);
    });

    it('who presided neither proposes nor confirms', () => {
      const minutes = hearing({ since: day, minutes: { on: day, document: '录1' }, announcement: { on: day, date: day, time: '9', place: '厅', chair: { id: 'wang', name: '王' }, closedBecause: null } });
      expect(food(handling({}, minutes), actor('reviewer', 'market'))).toEqual([]);
      expect(food(handling({}, { ...minutes, state: 'grantProposed' }), actor('approver', 'market'))).toEqual(['return food-licence']);
      expect(food(handling({}, { ...minutes, state: 'grantProposed' }), actor('approver', 'market', 'sun'))).toEqual(['confirm food-licence', 'return food-licence']);
    });

    it('a grant waits for the check on the site, a refusal does not', () => {
      expect(food(handling({}, { siteChecks: [] }), actor('reviewer', 'market'))).toEqual(['recordSiteCheck food-licence', 'proposeRefusal food-licence']);
    });
  });
});
