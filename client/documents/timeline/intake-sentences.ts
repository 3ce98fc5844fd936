import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { SuppliedMaterial } from '../../../workflows/case/handed-in.ts';
import type { Form } from '../../../workflows/case/condition.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { dateInChinese } from '../wording.ts';
import { itemName, itemNames, materialName, targetName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** From the receipt to the acceptance. */
export const INTAKE_SENTENCES: Sentences<
  | 'caseReceived' | 'commitmentEnded' | 'deferredSupplied' | 'itemExamined' | 'correctedOnSpot' | 'defectsCorrectedOnSpot' | 'answerReturned' | 'itemOutOfScope' | 'deemedComplete' | 'noticeIssued'
  | 'noticeServed' | 'defectAnswered' | 'correctionEnded' | 'itemRechecked' | 'deemedSatisfied' | 'itemNotAccepted' | 'itemDropped' | 'caseAccepted'
> = {
  caseReceived: ({ applicant, items, materials, window, notApplicable, deferred, chosen = [], commitments = [] }, plan) => ({
    zh: `${window}收件：${applicant.name}申请“${plan.service.name.zh}”，含${items.length}个事项，收到材料${materials.length}份${notApplicable.length > 0 ? `；按所填内容不涉及${itemNames(plan, notApplicable).zh}` : ''}${deferred.length > 0 ? `；容缺${deferred.map(({ material }) => materialName(plan, material).zh).join('、')}` : ''}${chosen.length > 0 ? `；申请人另选${itemNames(plan, chosen).zh}` : ''}${commitments.length > 0 ? `；告知承诺${itemNames(plan, commitments.map(({ item }) => item)).zh}` : ''}`,
    en: `Received at ${window}: ${applicant.name} applies for “${plan.service.name.en}”, ${items.length} items, ${materials.length} materials${notApplicable.length > 0 ? `; not applicable: ${itemNames(plan, notApplicable).en}` : ''}${deferred.length > 0 ? `; deferred: ${deferred.map(({ material }) => materialName(plan, material).en).join(', ')}` : ''}${chosen.length > 0 ? `; chosen by the applicant: ${itemNames(plan, chosen).en}` : ''}${commitments.length > 0 ? `; committed in writing: ${itemNames(plan, commitments.map(({ item }) => item)).en}` : ''}`,
  }),
  commitmentEnded: ({ item }, plan) => ({
    zh: `更正后“${itemName(plan, item).zh}”不再符合告知承诺的条件，按一般程序办理`, en: `After the correction “${itemName(plan, item).en}” cannot be committed to any more and goes the ordinary way`,
  }),
  deferredSupplied: ({ materials }, plan) => ({
    zh: `补交容缺材料：${materials.map(({ material }) => materialName(plan, material).zh).join('、')}`,
    en: `Deferred materials brought: ${materials.map(({ material }) => materialName(plan, material).en).join(', ')}`,
  }),
  itemExamined: ({ item, answer, defects, outOfScope, byWindow, automatic }, plan) => {
    const { zh, en } = itemName(plan, item);
    if (automatic) return { zh: `“${zh}”免申请办理（${automatic.law}），没有需要审查的申请材料`, en: `“${en}” needs no application (${automatic.law}): there is nothing to examine` };
    const window = byWindow ? { zh: '（窗口当场审查）', en: ' (by the window, on the spot)' } : { zh: '', en: '' };
    if (answer === 'complete') return { zh: `“${zh}”审查答复：材料齐全${window.zh}`, en: `“${en}” examined: complete${window.en}` };
    if (answer === 'deficient') {
      const named = defects.map((defect) => ({ target: targetName(plan, defect.target), problem: defect.problem }));
      return {
        zh: `“${zh}”审查答复：需补正${defects.length}处${window.zh}：${named.map(({ target, problem }) => `${target.zh}（${problem}）`).join('；')}`,
        en: `“${en}” examined: ${defects.length} to correct${window.en}: ${named.map(({ target, problem }) => `${target.en} (${problem})`).join('; ')}`,
      };
    }
    const why = outOfScope?.reason ?? '';
    return outOfScope?.ground === 'noLicenceNeeded'
      ? { zh: `“${zh}”审查答复：依法不需要取得许可，待第二人确认（${why}）`, en: `“${en}” examined: no licence needed, to be confirmed by a second person (${why})` }
      : {
          zh: `“${zh}”审查答复：属${outOfScope?.rightAuthority ?? '其他机关'}职权，待第二人确认（${why}）`,
          en: `“${en}” examined: the matter of ${outOfScope?.rightAuthority ?? 'another authority'}, to be confirmed by a second person (${why})`,
        };
  },
  correctedOnSpot: ({ fields, materials, note }, plan) => {
    const what = supplied(plan, fields, materials);
    return { zh: `当场更正${what.zh}（不占用一次性告知）：${note}`, en: `Corrected on the spot, not using up the one notice: ${what.en} (${note})` };
  },
  defectsCorrectedOnSpot: ({ item, left }, plan) => ({
    zh: `“${itemName(plan, item).zh}”已列的补正内容当场更正，${left.length > 0 ? `还有${left.length}处` : '全部消除'}`,
    en: `“${itemName(plan, item).en}”: listed defects corrected on the spot, ${left.length > 0 ? `${left.length} left` : 'none left'}`,
  }),
  answerReturned: ({ item, reason }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的意见退回承办人：${reason}`, en: `“${itemName(plan, item).en}”: the answer is returned to the reviewer: ${reason}`,
  }),
  itemOutOfScope: ({ item }, plan) => ({
    zh: `确认不受理“${itemName(plan, item).zh}”，该事项退出本办件`, en: `Confirmed: “${itemName(plan, item).en}” is out of scope and leaves the case`,
  }),
  deemedComplete: ({ item }, plan) => ({
    zh: `“${itemName(plan, item).zh}”逾期未答复，视为材料齐全`, en: `“${itemName(plan, item).en}”: no answer in time, deemed complete`,
  }),
  noticeIssued: ({ lines, served }, plan) => ({
    zh: `一次性告知补正${lines.length}项：${lines.map((line) => targetName(plan, line.target).zh).join('、')}${served ? '' : '（纸质，待送达）'}；此后不得再提补正要求`,
    en: `The one correction notice, ${lines.length} lines: ${lines.map((line) => targetName(plan, line.target).en).join(', ')}${served ? '' : ' (on paper, to be served)'}; nothing may be added any more`,
  }),
  noticeServed: ({ servedOn, recipient }) => ({
    zh: `补正告知书已于${dateInChinese(servedOn)}送达（${recipient}），补正期限自该日起算`, en: `The notice was served on ${servedOn} (${recipient}); the correction limit runs from that day`,
  }),
  defectAnswered: ({ line, text, fields, materials }, plan) => {
    const target = plan.materials.some((one) => one.code === line) ? targetName(plan, { material: line }) : targetName(plan, { field: line });
    const what = supplied(plan, fields, materials);
    const note = text ? { zh: `：${text}`, en: `: ${text}` } : { zh: '', en: '' };
    return { zh: `补正“${target.zh}”，提交${what.zh}${note.zh}`, en: `“${target.en}” answered with ${what.en}${note.en}` };
  },
  correctionEnded: ({ how }) => how === 'allAnswered'
    ? { zh: '补正内容全部答复，进入复核', en: 'Everything asked is answered; re-check begins' }
    : { zh: '补正期限届满，未全部答复', en: 'The correction limit ran out before everything was answered' },
  itemRechecked: ({ item, satisfied, reasons, article }, plan) => {
    const { zh, en } = itemName(plan, item);
    return satisfied
      ? { zh: `“${zh}”复核：符合要求`, en: `“${en}” re-checked: satisfied` }
      : { zh: `“${zh}”复核：不符合要求，提出不予受理，待第二人确认：${reasons ?? ''}（${article ?? ''}）`, en: `“${en}” re-checked: not satisfied, proposed for non-acceptance: ${reasons ?? ''} (${article ?? ''})` };
  },
  deemedSatisfied: ({ item }, plan) => ({
    zh: `“${itemName(plan, item).zh}”复核逾期，视为符合要求`, en: `“${itemName(plan, item).en}”: re-check not answered in time, deemed satisfied`,
  }),
  itemNotAccepted: ({ item, lapsed }, plan) => lapsed
    ? { zh: `“${itemName(plan, item).zh}”逾期未补正，视为放弃申请`, en: `“${itemName(plan, item).en}” was not corrected in time: the application lapses` }
    : { zh: `确认不予受理“${itemName(plan, item).zh}”`, en: `Confirmed: “${itemName(plan, item).en}” is not accepted` },
  itemDropped: ({ item, onResult }, plan) => onResult ? {
    zh: `按前置事项的结果，不需要办理“${itemName(plan, item).zh}”，该事项退出本办件`, en: `By the result of an earlier item “${itemName(plan, item).en}” is not needed and leaves the case`,
  } : ({
    zh: `更正后不再需要办理“${itemName(plan, item).zh}”，该事项退出本办件`, en: `After the correction “${itemName(plan, item).en}” is not needed any more and leaves the case`,
  }),
  caseAccepted: ({ acceptance, items }) => ({
    zh: `受理${items.length}个事项，期限自${dateInChinese(acceptance.effectiveOn)}起算（${ACCEPTANCE[acceptance.ground].zh}）`,
    en: `${items.length} items accepted, limits run from ${acceptance.effectiveOn} (${ACCEPTANCE[acceptance.ground].en})`,
  }),
};

const ACCEPTANCE = {
  examined: { zh: '材料齐全', en: 'complete' }, rechecked: { zh: '补正后复核合格', en: 'corrected and re-checked' },
  examinationSilence: { zh: '逾期未告知，依法自收件之日起即为受理', en: 'nothing was told in time: accepted by law from the day of receipt' },
  recheckSilence: { zh: '复核逾期，视为合格', en: 'the re-check was not answered in time' },
} as const;

function supplied(plan: CasePlan, fields: Form, materials: readonly SuppliedMaterial[]): Text {
  const names = [...materials.map((one) => materialName(plan, one.material)), ...Object.keys(fields).map((field) => targetName(plan, { field }))];
  return { zh: names.map((name) => `“${name.zh}”`).join('、') || '说明', en: names.map((name) => `“${name.en}”`).join(', ') || 'an explanation' };
}
