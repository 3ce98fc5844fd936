import { describe, expect, it } from '@jest/globals';
import { FINAL } from '../../workflows/case/item-machine.ts';
import { allOf, statesOf } from './facts.ts';
import { inEveryStory } from './law.ts';

describe('a decision', () => {
  it('never comes without acceptance', () => {
    inEveryStory(({ changes }) => {
      const accepted = allOf(changes, 'caseAccepted')[0]?.seq ?? Infinity;
      for (const decided of [...allOf(changes, 'itemGranted'), ...allOf(changes, 'itemRefused')]) expect(decided.seq).toBeGreaterThan(accepted);
    });
  });

  it('is never a grant while a promised material that the item needs is not in', () => {
    let promised = 0;
    inEveryStory(({ changes }) => {
      const [received] = allOf(changes, 'caseReceived');
      // A draft need not come to its receipt.
      const deferred = received?.deferred ?? [];
      promised += deferred.length;
      for (const { material, items } of deferred) {
        const brought = allOf(changes, 'deferredSupplied').find((one) => one.materials.some((given) => given.material === material))?.seq ?? Infinity;
        for (const grant of allOf(changes, 'itemGranted')) if (items.includes(grant.item)) expect(grant.seq).toBeGreaterThan(brought);
      }
    }, { runs: 100 });
    expect(promised).toBeGreaterThan(5);
  });

  it('against the applicant always has two different persons', () => {
    inEveryStory(({ changes }) => {
      const against = [
        ...allOf(changes, 'itemRefused'), ...allOf(changes, 'itemOutOfScope'),
        ...allOf(changes, 'itemNotAccepted').filter((change) => !change.lapsed),
      ];
      for (const decision of against) {
        const proposed = changes.findLast((change) =>
          change.seq < decision.seq && 'item' in change && change.item === decision.item
          && (change.kind === 'decisionProposed' || change.kind === 'itemExamined' || change.kind === 'itemRechecked'));
        expect(['reviewer', 'system']).toContain(proposed?.by.role);
        expect(decision.by.role).toBe('approver');
        expect(decision.by.id).not.toBe(proposed?.by.id);
        expect(decision.by.department).toBe(proposed?.by.department);
      }
    }, { runs: 80 });
  });

  it('is made once for an item and never changes', () => {
    inEveryStory((played) => {
      const states = statesOf(played);
      for (const [index, state] of states.entries()) {
        const earlier = states[index - 1];
        for (const item of Object.values(earlier?.items ?? {})) {
          if (!FINAL.includes(item.state)) continue;
          // What follows a decision goes on: the result is handed over, and taken into supervision.
          const { delivery: _, handOverAlone: __, supervision: ___, ...known } = item;
          expect(state.items[item.id]).toMatchObject(known);
        }
      }
    });
  });

  it('leaves no clock of its item running but the delivery’s, the after-check’s and the supervision’s', () => {
    inEveryStory((played) => {
      for (const state of statesOf(played)) {
        for (const clock of Object.values(state.clocks)) {
          if (clock.item === null || clock.kind === 'delivery' || clock.kind === 'afterCheck' || clock.kind === 'supervision' || !FINAL.includes(state.items[clock.item]!.state)) continue;
          expect(clock.stoppedAt).not.toBeNull();
        }
      }
    });
  });

  it('waits for its predecessors: none is granted before all of them are, or are not needed', () => {
    inEveryStory(({ plan, changes, last }) => {
      const grants = new Map(allOf(changes, 'itemGranted').map((change) => [change.item, change.seq]));
      // What the law renews waits for nobody.
      const deemed = new Set(allOf(changes, 'itemGranted').filter((change) => change.deemed).map((change) => change.item));
      for (const item of plan.items) {
        const granted = deemed.has(item.id) ? undefined : grants.get(item.id);
        if (granted === undefined) continue;
        for (const one of item.dependsOn) {
          const predecessor = last.state.items[one];
          // Dropped by the form, or no licence is needed: it holds nobody up.
          const needed = predecessor && predecessor.state !== 'dropped' && predecessor.outOfScope?.ground !== 'noLicenceNeeded';
          if (needed) expect(grants.get(one) ?? Infinity).toBeLessThan(granted);
        }
      }
    });
  });

  it('is never made while a special procedure of its item runs', () => {
    inEveryStory((played) => {
      for (const state of statesOf(played)) {
        for (const item of Object.values(state.items)) {
          if (item.decision) expect(item.procedures.every((one) => one.endedOn !== null)).toBe(true);
        }
      }
    });
  });
});

describe('under “separable”', () => {
  it('nothing becomes of an item because of another: only people refuse, only the applicant withdraws', () => {
    inEveryStory(({ changes, last }) => {
      for (const refused of allOf(changes, 'itemRefused')) expect(refused.commandId).not.toBeNull();
      if (last.state.policy !== 'separable') return;
      for (const withdrawn of allOf(changes, 'itemWithdrawn')) {
        expect(withdrawn.inHisName).toBe(false);
        expect(['applicant', 'agent']).toContain(withdrawn.by.role);
      }
    });
  });
});

describe('under “all or nothing”', () => {
  it('no item is left undecided after the first refusal, and what was granted stays', () => {
    inEveryStory(({ events }) => {
      for (const { before, result } of events) {
        if (result.state.policy !== 'allOrNothing' || allOf(result.changes, 'itemRefused').length === 0) continue;
        for (const item of Object.values(result.state.items)) {
          expect(FINAL).toContain(item.state);
          if (before.state.items[item.id]!.state === 'granted') expect(item.state).toBe('granted');
        }
      }
    }, { runs: 100 });
  });
});
