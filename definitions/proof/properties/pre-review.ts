import { dueAt, read } from '../../../workflows/case/clock.ts';
import { consentKey } from '../ledger.ts';
import type { Transition } from '../situation.ts';
import { each, offence, papers, type Property } from './property.ts';

export const preReview: Property = {
  id: 'preReview', article: 'domain §3 step 1, §4',
  says: { zh: '网上申请：齐备或逾期未答复才收件，同意到齐才收件，预审不占用一次性告知', en: 'online: received when ready or not answered in time, never without the consents, and the one notice is not used up' },
  broken: (transition) => received(transition) ?? consents(transition) ?? silence(transition) ?? told(transition),
};

function received(transition: Transition) {
  for (const { change, known: { draft, notices } } of each(transition, 'caseReceived')) {
    if (draft === null) continue;
    const open = Object.entries(draft.said).find(([, agreed]) => !agreed);
    if (open) return offence(`没有“${open[0]}”的同意就收件`, `received without the consent ${open[0]}`, WAITS);
    if (draft.answer !== 'ready' && draft.answer !== 'unanswered') return offence('预审未告知齐备就收件', 'received though the draft was not found ready', WAITS);
    if (notices > 0) return offence('收件前已占用一次性告知', 'the one notice was used up before the receipt', { expect: { documents: { correctionNotice: 0 } } });
    if (change.clock.kind !== 'examination') return offence('收件而没有审查期限', 'received without an examination', {});
  }
  const early = [...each(transition, 'noticeIssued')].find(({ known }) => known.draft !== null);
  return early ? offence('收件前发出补正通知', 'a correction notice was issued before the receipt', { expect: { documents: { correctionNotice: 0 } } }) : null;
}

const WAITS = { expect: { phase: 'preReview' } };

function consents(transition: Transition) {
  for (const { change, known: { draft } } of each(transition, 'consentSaid')) {
    if (change.by.role !== 'furtherPerson' || change.by.id !== change.person) {
      return offence(`“${change.consent}”不是本人表示的`, `the consent ${change.consent} was given by somebody else`, { refused: transition.command?.as.role === 'furtherPerson' ? 'consent.notHis' : 'command.wrongRole' });
    }
    if ((draft?.said[consentKey(change)] ?? null) !== null) return offence(`“${change.consent}”表示了两次`, `the consent ${change.consent} was said twice`, { refused: 'consent.alreadySaid' });
  }
  return null;
}

/** Silence speaks at the limit's end, not before. */
function silence(transition: Transition) {
  const { before, plan } = transition;
  for (const { change } of each(transition, 'preReviewUnanswered')) {
    const clock = before?.state.clocks['preReview'];
    if (!clock || change.at < dueAt(clock, read(clock, before.calendar, plan.warningThreshold))!) return offence('预审期限未满就视同齐备', 'silence before the pre-review was over', WAITS);
  }
  return null;
}

/** Whoever waits is told for what. */
function told(transition: Transition) {
  const { preReview: review, phase } = transition.result.state;
  for (const { change } of each(transition, 'preReviewAnswered', 'preReviewUnanswered', 'draftClosed')) {
    const waits = change.kind === 'draftClosed' || change.clock !== null;
    if (waits && papers(transition, 'preReview').length === 0) return offence('没有告知申请人预审结果', 'the applicant was not told what came of the pre-review', { expect: { documents: { preReview: 1 } } });
    if (change.kind === 'preReviewAnswered' && change.outcome === 'missing' && (phase !== 'preReview' || review?.answer?.missing.length === 0)) {
      return offence('尚缺内容没有记录', 'what is missing is not on the record', WAITS);
    }
  }
  return null;
}
