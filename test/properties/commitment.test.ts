import { describe, expect, it } from '@jest/globals';
import { dateOf } from '../../workflows/case/plain-date.ts';
import { closeDiligently } from './diligent-closer.ts';
import { allOf, statesOf } from './facts.ts';
import { inEveryStory } from './law.ts';

describe('a commitment', () => {
  it('opens its after-check with the grant, on the day of the grant, and no other way', () => {
    let granted = 0;
    inEveryStory(({ changes }) => {
      const ended = new Set(allOf(changes, 'commitmentEnded').map(({ item }) => item));
      for (const grant of allOf(changes, 'itemGranted')) {
        const commitment = allOf(changes, 'caseReceived')[0]!.commitments?.find(({ item }) => item === grant.item);
        const kept = commitment !== undefined && (commitment.materials.length > 0 || !ended.has(grant.item));
        if (kept) granted += 1;
        expect(grant.afterCheck?.dayZero).toBe(kept ? dateOf(grant.at) : undefined);
      }
    }, { runs: 100 });
    expect(granted).toBeGreaterThan(10);
  });

  it('that was granted is checked once before the case is archived, however long that takes', () => {
    let archived = 0;
    inEveryStory(({ plan, changes, last }) => {
      const end = closeDiligently(plan, last).state;
      expect(end.phase).toBe('archived');
      for (const { item, check } of end.commitments ?? []) {
        const isGranted = end.items[item]!.state === 'granted';
        if (isGranted) archived += 1;
        expect(check !== undefined).toBe(isGranted);
      }
      const checked = allOf(changes, 'afterCheckRecorded').map(({ item }) => item);
      expect(new Set(checked).size).toBe(checked.length);
    }, { runs: 100 });
    expect(archived).toBeGreaterThan(10);
  });

  it('takes the place of its materials: none of them is ever listed as missing by its item', () => {
    inEveryStory((played) => {
      for (const state of statesOf(played)) {
        for (const { item, way, materials } of state.commitments ?? []) {
          const replaced = way ? played.plan.items.find(({ id }) => id === item)!.commitment!.replaces ?? [] : [];
          for (const { target } of state.items[item]!.defects) expect([...materials, ...replaced]).not.toContain('material' in target ? target.material : null);
        }
      }
    });
  });
});
