import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '../../workflows/case/calendar.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { evolve } from '../../workflows/case/evolve.ts';
import { open, tick } from '../../workflows/case/step.ts';
import { allOf } from './facts.ts';
import { inEveryStory } from './law.ts';
import { DECREES, play } from './play.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the record of a case', () => {
  it('is the same whenever the same commands come at the same times', () => {
    inEveryStory((played, story) => expect(play(story).changes).toEqual(played.changes), { runs: 60 });
  });

  it('is the fold of its changes', () => {
    inEveryStory(({ changes, last }) => expect(changes.reduce<CaseState | null>(evolve, null)).toEqual(last.state), { runs: 80 });
  });

  it('survives being stored and read again after every step, unchanged', () => {
    inEveryStory((played, story) => {
      const stored = play(story, copy);
      expect(copy(played.changes)).toEqual(played.changes);
      expect(stored.changes).toEqual(played.changes);
      expect(stored.last.state).toEqual(played.last.state);
    }, { runs: 60 });
  });

  it('can be taken up again from its changes and the calendar as data', () => {
    inEveryStory(({ plan, events, changes }) => {
      const last = events.at(-1);
      if (!last) return;
      const before = changes.slice(0, last.before.state.seq).reduce<CaseState | null>(evolve, null)!;
      const again = tick(plan, calendarOf(copy(last.before.calendar.decrees)), before, last.at);
      expect(again).toMatchObject({ changes: tick(plan, last.before.calendar, last.before.state, last.at).changes });
    }, { runs: 60 });
  });

  it('numbers its changes 1, 2, 3, … without a gap', () => {
    inEveryStory(({ changes, last }) => {
      expect(changes.map((change) => change.seq)).toEqual(changes.map((_, index) => index + 1));
      expect(last.state.seq).toBe(changes.length);
    });
  });

  it('is not changed by a refused command: only what was due anyway happens', () => {
    inEveryStory(({ plan, events }) => {
      for (const { before, at, result } of events) {
        if (!result.rejection) continue;
        const passed = tick(plan, before.calendar, before.state, at);
        expect(result.state).toEqual(passed.state);
        expect(result.changes).toEqual(passed.changes);
        expect(result.next).toEqual(passed.next);
      }
    });
  });

  it('never dates a change later than the engine’s own time, nor before the receipt', () => {
    inEveryStory(({ opened, openedAt, events }) => {
      for (const change of opened.changes) expect(change.at).toBe(openedAt);
      for (const { at, result } of events) {
        for (const change of result.changes) {
          expect(change.at).toBeLessThanOrEqual(at);
          expect(change.at).toBeGreaterThanOrEqual(openedAt);
        }
      }
    });
  });

  it('dates what the law brings about after what was already known when it fell due', () => {
    inEveryStory(({ events }) => {
      for (const { before, result } of events) {
        for (const change of result.changes) expect(change.at).toBeGreaterThanOrEqual(before.state.at);
      }
    });
  });

  it('holds exactly one document for each legal act, and no other', () => {
    inEveryStory(({ changes }) => {
      let told = 0;
      const preReview = (caseNo: string) => [`preReview ${caseNo}-预${(told += 1)}`];
      const { caseNo } = [...allOf(changes, 'draftSubmitted'), ...allOf(changes, 'caseReceived')][0]!;
      const issued = allOf(changes, 'documentIssued').map(({ document }) => `${document.kind} ${document.number}`);
      const acts = changes.flatMap((change): string[] => {
        switch (change.kind) {
          case 'caseReceived': return [`receipt ${change.caseNo}-收1`, ...(change.commitments ?? []).map((_, index) => `commitment ${change.caseNo}-诺${index + 1}`)];
          case 'consentSaid': return change.agrees ? [] : preReview(caseNo);
          case 'preReviewAnswered': case 'preReviewUnanswered': return change.clock ? preReview(caseNo) : [];
          case 'draftClosed': return preReview(caseNo);
          case 'noticeIssued': return [`correctionNotice ${change.number}`];
          case 'caseAccepted': return [`acceptance ${change.document}`];
          case 'itemGranted': return [`grant ${change.document}`];
          case 'itemRefused': return [`refusal ${change.document}`];
          case 'itemNotAccepted': return [`${change.lapsed ? 'lapse' : 'nonAcceptance'} ${change.document}`];
          case 'itemOutOfScope': return [`${change.document.includes('告') ? 'noLicenceNeeded' : 'nonAcceptance'} ${change.document}`];
          case 'procedureStarted': case 'procedureRenewed': return [`specialProcedure ${change.document}`];
          case 'extensionApproved': return [`extension ${change.document}`];
          case 'afterCheckRecorded': return [`afterCheck ${change.document}`];
          case 'hearingRightTold': return change.documents.map((one) => `hearingRight ${one}`);
          case 'hearingAnnounced': return change.documents.map((one) => `hearingNotice ${one}`);
          case 'hearingHeld': return [`hearingMinutes ${change.document}`];
          case 'siteChecked': return [`siteCheckRecord ${change.document}`];
          case 'caseAssembled': return [`decisionPacket ${change.document}`];
          case 'itemsHandedOver': return [`handOverSlip ${change.document}`];
          default: return [];
        }
      });
      expect(issued.toSorted()).toEqual(acts.toSorted());
      expect(new Set(issued).size).toBe(issued.length);
    });
  });

  it('dates every document with the day on which the engine really issued it', () => {
    inEveryStory(({ events }) => {
      for (const { at, result } of events) {
        for (const { document } of allOf(result.changes, 'documentIssued')) expect(document.issuedAt).toBe(at);
      }
    });
  });

  it('can be opened only with a receipt that fits', () => {
    inEveryStory(({ plan }, { application, receivedAt }) => {
      const refused = open(plan, DECREES, { ...application, form: { ...application.form, 'not-asked': true } }, receivedAt);
      expect(refused.rejection).toMatchObject({ code: 'form.invalid' });
    }, { runs: 20, moves: 0 });
  });
});
