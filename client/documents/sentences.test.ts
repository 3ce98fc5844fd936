import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { describe as describeChange, DESCRIBED } from './sentences.ts';
import { forestCase } from './test-support/forest-stories.ts';
import { heardCase, unheardCase } from './test-support/hearing-story.ts';
import { closedDraft, onlineCase } from './test-support/online-story.ts';
import type { PlayedCase } from './test-support/played-case.ts';
import { abandonedCase, committedCase, movedCase, muddledCase, newYearCase } from './test-support/rare-stories.ts';
import { grantedCase, refusedCase, uncorrectedCase } from './test-support/stories.ts';

let stories: readonly PlayedCase[];
let told: readonly { readonly change: Change; readonly plan: CasePlan }[];
beforeAll(() => {
  stories = [grantedCase(), refusedCase(), uncorrectedCase('lapse'), uncorrectedCase('nonAcceptance'), muddledCase(), abandonedCase(), movedCase(), newYearCase(), committedCase(), forestCase(), heardCase(), unheardCase(), onlineCase(), closedDraft()];
  told = stories.flatMap(({ changes, plan }) => changes.map((change) => ({ change, plan })));
});

describe('sentences', () => {
  it('are tried here for every kind of fact', () => {
    const happened = new Set(told.map(({ change }) => change.kind));
    expect(DESCRIBED.filter((kind) => !happened.has(kind))).toEqual([]);
  });

  it('say something in both languages and never show what is inside', () => {
    for (const { change, plan } of told) {
      const { zh, en } = describeChange(change, plan);
      for (const sentence of [zh, en]) {
        expect(sentence.length).toBeGreaterThan(3);
        expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\btrue\b|\bfalse\b/);
      }
    }
  });

  it('name items, limits and procedures as people call them, not by their ids', () => {
    for (const { change, plan } of told) {
      const { zh } = describeChange(change, plan);
      for (const { id } of plan.items) expect(zh).not.toContain(id);
      expect(zh).not.toMatch(/statutory|promised|internal|procedure:/);
    }
  });

  it('are still told when the plan does not know the item any more', () => {
    for (const { change, plan } of told) {
      const { zh, en } = describeChange(change, { ...plan, items: [], departments: [], materials: [], fields: [] });
      expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
    }
  });
});
