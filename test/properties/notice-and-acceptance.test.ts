import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../workflows/case/command-table.ts';
import { step } from '../../workflows/case/step.ts';
import { allOf, statesOf } from './facts.ts';
import { inEveryStory } from './law.ts';
import { PEOPLE } from './people.ts';
import { defects } from './sensible-arguments.ts';

describe('the correction notice (ALL art. 32(4))', () => {
  it('is issued at most once', () => {
    inEveryStory(({ changes, last }) => {
      expect(allOf(changes, 'noticeIssued').length).toBeLessThanOrEqual(1);
      expect(last.state.documents.filter((document) => document.kind === 'correctionNotice').length).toBeLessThanOrEqual(1);
    }, { runs: 80 });
  });

  it('is never issued after the acceptance', () => {
    inEveryStory(({ changes }) => {
      const [accepted] = allOf(changes, 'caseAccepted');
      for (const notice of allOf(changes, 'noticeIssued')) expect(accepted?.seq ?? Infinity).toBeGreaterThan(notice.seq);
    });
  });

  it('is the last word on deficiencies: none is listed after it, and its lines never change', () => {
    inEveryStory((played) => {
      const [notice] = allOf(played.changes, 'noticeIssued');
      if (!notice) return;
      for (const examined of allOf(played.changes, 'itemExamined')) expect(examined.seq).toBeLessThan(notice.seq);
      for (const state of statesOf(played)) {
        if (state.notice) expect(state.notice.lines.map((line) => ({ ...line, answer: null }))).toEqual(notice.lines);
      }
    });
  });

  it('cannot be added to by anybody at any later moment', () => {
    inEveryStory(({ plan, events }) => {
      for (const { at, result: { state, calendar } } of events.filter((_, index) => index % 4 === 3)) {
        if (!state.notice || state.phase === 'archived') continue;
        for (const item of Object.values(state.items)) {
          const as = PEOPLE.find((one) => one.role === 'reviewer' && one.department === item.department)!;
          const command: Command = { id: 'more', do: 'examine', as, with: { item: item.id, answer: 'deficient', defects: defects(plan, item.id, 0) } };
          expect(step(plan, calendar, state, command, at).rejection).not.toBeNull();
        }
      }
    });
  });

  it('names each material and each field once, with the remarks of everybody who listed it', () => {
    inEveryStory(({ changes, last }) => {
      const [notice] = allOf(changes, 'noticeIssued');
      if (!notice) return;
      const targets = notice.lines.map((line) => JSON.stringify(line.target));
      expect(new Set(targets).size).toBe(targets.length);
      const listed = notice.items.filter((item) => item.to === 'awaitingCorrection').flatMap(({ item }) => last.state.items[item]!.defects);
      expect(notice.lines.flatMap((line) => line.remarks).length).toBe(listed.length);
    });
  });

  it('starts one correction period, which ends once', () => {
    inEveryStory(({ changes }) => {
      expect(allOf(changes, 'correctionEnded').length).toBeLessThanOrEqual(allOf(changes, 'noticeIssued').length);
      expect(allOf(changes, 'noticeServed').length).toBeLessThanOrEqual(allOf(changes, 'noticeIssued').length);
    }, { runs: 80 });
  });
});

describe('acceptance (ALL art. 32)', () => {
  it('happens at most once, for the whole case', () => {
    inEveryStory(({ changes }) => expect(allOf(changes, 'caseAccepted').length).toBeLessThanOrEqual(1));
  });

  it('never takes effect after it is issued, nor before the receipt', () => {
    inEveryStory(({ changes, last }) => {
      for (const { acceptance } of allOf(changes, 'caseAccepted')) {
        expect(acceptance.effectiveOn >= last.state.receivedOn).toBe(true);
        expect(acceptance.effectiveOn <= acceptance.issuedOn).toBe(true);
      }
    });
  });

  it('by the departments’ silence takes effect on the day of the receipt', () => {
    inEveryStory(({ changes, last }) => {
      for (const { acceptance } of allOf(changes, 'caseAccepted')) {
        if (acceptance.ground === 'examinationSilence') expect(acceptance.effectiveOn).toBe(last.state.receivedOn);
      }
    });
  });

  it('stops the clocks of the examination and of the correction', () => {
    inEveryStory((played) => {
      for (const state of statesOf(played)) {
        if (!state.acceptance) continue;
        for (const id of ['examination', 'noticeService', 'correction']) expect(state.clocks[id]?.stoppedAt).not.toBeNull();
      }
    });
  });
});
