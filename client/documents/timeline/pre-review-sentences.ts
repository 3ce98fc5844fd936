import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Consent } from '../../../workflows/case/case-state.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { lengthInChinese, lengthInEnglish } from '../wording.ts';
import { materialName, targetName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** Of an online application, before its receipt. */
export const PRE_REVIEW_SENTENCES: Sentences<
  'draftSubmitted' | 'draftResubmitted' | 'consentSaid' | 'preReviewMarkedComplex' | 'preReviewAnswered' | 'preReviewUnanswered' | 'draftClosed'
> = {
  draftSubmitted: ({ applicant, materials, consents }, plan) => ({
    zh: `${applicant.name}网上提交“${plan.service.name.zh}”申请，材料${materials.length}份${awaited(plan, consents).zh}`,
    en: `${applicant.name} submits a draft for “${plan.service.name.en}” online, ${materials.length} materials${awaited(plan, consents).en}`,
  }),
  draftResubmitted: ({ fields, materials, note, consents }, plan) => {
    const names = [...materials.map((one) => materialName(plan, one.material)), ...Object.keys(fields).map((field) => targetName(plan, { field }))];
    const what = { zh: names.map((name) => `“${name.zh}”`).join('、') || '内容不变', en: names.map((name) => `“${name.en}”`).join(', ') || 'nothing changed' };
    const said = note ? { zh: `：${note}`, en: `: ${note}` } : { zh: '', en: '' };
    return {
      zh: `再次提交（${what.zh}）${said.zh}，重新预审${awaited(plan, consents).zh}`, en: `Submitted again (${what.en})${said.en}; the pre-review begins anew${awaited(plan, consents).en}`,
    };
  },
  consentSaid: ({ consent, agrees, reason }, plan) => {
    const { who, to } = consentName(plan, consent);
    const why = reason ? { zh: `：${reason}`, en: `: ${reason}` } : { zh: '', en: '' };
    return agrees
      ? { zh: `${who.zh}同意${to.zh}${why.zh}`, en: `${who.en} consents: ${to.en}${why.en}` }
      : { zh: `${who.zh}不同意${to.zh}${why.zh}`, en: `${who.en} refuses to consent: ${to.en}${why.en}` };
  },
  preReviewMarkedComplex: ({ clock }) => ({
    zh: `标为特别复杂，预审时限${lengthInChinese(clock.limit.length, clock.limit.unit)}`,
    en: `Marked as specially complex: the pre-review takes up to ${lengthInEnglish(clock.limit.length, clock.limit.unit)}`,
  }),
  preReviewAnswered: ({ outcome, missing }, plan) => outcome === 'ready'
    ? { zh: '预审答复：齐备', en: 'Pre-review: ready' }
    : {
        zh: `预审答复：尚缺${missing.length}项：${missing.map(({ target, problem }) => `${targetName(plan, target).zh}（${problem}）`).join('；')}；不占用一次性告知`,
        en: `Pre-review: ${missing.length} missing: ${missing.map(({ target, problem }) => `${targetName(plan, target).en} (${problem})`).join('; ')}; the one notice is not used up`,
      },
  preReviewUnanswered: ({ clock }) => clock
    ? { zh: '预审逾期未答复，视同齐备；待取得同意后收件', en: 'Pre-review not answered in time, as good as ready; received when the consents are there' }
    : { zh: '预审逾期未答复，视同齐备，即行收件', en: 'Pre-review not answered in time, as good as ready: received' },
  draftClosed: () => ({ zh: '网上申请保留期届满，关闭；没有收件，不影响重新申请', en: 'The draft was kept long enough and is closed: nothing was received, a new application is free' }),
};

function awaited(plan: CasePlan, consents: readonly Consent[]): Text {
  const open = consents.filter((one) => !one.said?.agrees).map(({ consent, name }) => ({ who: consentName(plan, consent).who, name }));
  if (open.length === 0) return { zh: '', en: '' };
  return {
    zh: `；须征得${open.map(({ who, name }) => `${who.zh}${name ?? ''}`).join('、')}同意`,
    en: `; needs the consent of ${open.map(({ who, name }) => `${who.en}${name ? ` ${name}` : ''}`).join(', ')}`,
  };
}

function consentName(plan: CasePlan, id: string): { who: Text; to: Text } {
  return (plan.consents ?? []).find((one) => one.id === id) ?? { who: { zh: '有关人员', en: 'A further person' }, to: { zh: '本申请', en: 'the application' } };
}
