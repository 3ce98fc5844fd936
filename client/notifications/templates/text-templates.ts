import type { TextedEvent } from '../../../store/notifications/events.ts';
import { CLOCKS } from '../../documents/timeline/names.ts';
import { shortBy, shortDay, shortItems, type TextTemplates } from './template.ts';

/** Text messages: with the case's number before it, one message of 70 characters in Chinese wherever the item's name allows it. */
export const TEXT_TEMPLATES: TextTemplates<TextedEvent> = {
  consentAsked: ({ applicant }) => ({ zh: `${applicant}的申请需要您同意，请登录答复。`, en: `${applicant}'s application needs your consent. Please sign in and answer.` }),
  consentRefused: () => ({ zh: '有关人员不同意，暂不能收件，请商量后重新提交。', en: 'A consent was refused; please talk it over and submit again.' }),
  preReviewMissing: ({ count, lastDay }) => ({ zh: `预审还缺${count}处，请${shortBy(lastDay).zh}补齐后再次提交。`, en: `Pre-review: ${count} missing. Please complete and submit again${shortBy(lastDay).en}.` }),
  draftEnding: ({ lastDay }) => ({ zh: `网上申请将关闭，请${shortBy(lastDay).zh}补齐后再次提交。`, en: `Your draft will be closed. Please complete it${shortBy(lastDay).en}.` }),
  received: ({ lastDay }) => ({ zh: `申请已收件，${shortBy(lastDay).zh}告知是否受理。`, en: `Received. You will hear${shortBy(lastDay).en} whether it is accepted.` }),
  correctionAsked: ({ count, lastDay }) => lastDay === null
    ? { zh: `材料需补正${count}处，纸质告知书将送达给您。`, en: `${count} to be corrected. The notice is served on paper.` }
    : { zh: `材料需补正${count}处，请${shortBy(lastDay).zh}一次补齐，详见办件页面。`, en: `${count} to be corrected${shortBy(lastDay).en}. See the case's page.` },
  correctionEnding: ({ lastDay }) => ({ zh: `补正期限到${shortBy(lastDay).zh.replace('前', '')}，尚未补齐，请尽快补正。`, en: `Your time to correct ends ${lastDay ?? ''}. Please complete it.` }),
  deferredEnding: ({ lastDay }) => ({ zh: `承诺后补的材料请${shortBy(lastDay).zh}补交。`, en: `Please bring the promised material${shortBy(lastDay).en}.` }),
  deferredOverdue: () => ({ zh: '承诺后补的材料已逾期，请尽快补交。', en: 'The promised material is overdue. Please bring it.' }),
  outOfScope: ({ items }) => ({ zh: `${shortItems(items).zh}不属受理范围，去向见告知书。`, en: `${shortItems(items).en}: not for this authority. See the notice.` }),
  notAccepted: ({ items }) => ({ zh: `${shortItems(items).zh}不予受理，理由和救济见决定书。`, en: `${shortItems(items).en}: not accepted. Reasons and remedies are in the decision.` }),
  lapsed: ({ items }) => ({ zh: `${shortItems(items).zh}逾期未补正，视为放弃，可重新申请。`, en: `${shortItems(items).en}: lapsed, not corrected in time. You may apply again.` }),
  accepted: ({ lastDay }) => ({ zh: lastDay === null ? '申请已受理。' : `申请已受理，${shortBy(lastDay).zh}办结。`, en: lastDay === null ? 'Accepted.' : `Accepted. Decided${shortBy(lastDay).en}.` }),
  deemedAccepted: ({ effectiveOn }) => ({ zh: `申请依法视为自${shortDay(effectiveOn)}起受理。`, en: `By law accepted from ${effectiveOn}.` }),
  procedureStarted: ({ name, clockStands, lastDay }) => ({ zh: `${name.zh}开始，预计${shortBy(lastDay).zh}完成，${clockStands ? '不计入' : '计入'}期限。`, en: `${name.en} begins, expected to end${shortBy(lastDay).en}; ${clockStands ? 'not counted' : 'counted'}.` }),
  procedureRenewed: ({ name, lastDay }) => ({ zh: `${name.zh}延长，预计${shortBy(lastDay).zh}完成。`, en: `${name.en} takes longer, expected to end${shortBy(lastDay).en}.` }),
  extended: ({ days, lastDay }) => ({ zh: `办理期限经批准延长${days}日${lastDay === null ? '' : `，${shortBy(lastDay).zh}办结`}。`, en: `The limit was extended by ${days}${lastDay === null ? '' : `, to ${lastDay}`}.` }),
  hearingRightTold: ({ lastDay }) => ({ zh: `您可要求听证，请${shortBy(lastDay).zh}提出，详见告知书。`, en: `You may ask for a hearing${shortBy(lastDay).en}. See the notice.` }),
  hearingAnnounced: ({ date, time, place }) => ({ zh: `听证定于${shortDay(date)}${time}，${place}。`, en: `Hearing on ${date} at ${time}, ${place}.` }),
  granted: ({ items }) => ({ zh: `${shortItems(items).zh}已准予，领取另行通知。`, en: `${shortItems(items).en} is granted. You will be told when to fetch it.` }),
  renewed: ({ items }) => ({ zh: `${shortItems(items).zh}依法视为准予延续。`, en: `${shortItems(items).en} is deemed renewed.` }),
  refused: ({ items }) => ({ zh: `${shortItems(items).zh}不予准许，理由和救济见决定书。`, en: `${shortItems(items).en} is refused. Reasons and remedies are in the decision.` }),
  ready: () => ({ zh: '各事项已办完，请带身份证件到综合窗口领取结果。', en: 'All is decided. Please fetch the results with your identity card.' }),
  readyAlone: ({ items }) => ({ zh: `${shortItems(items).zh}已办好，可先领取。`, en: `${shortItems(items).en} is ready before the others.` }),
  handedOver: ({ way, tracking }) => way === 'courier'
    ? { zh: `结果已寄出${tracking ? `，运单号${tracking}` : ''}，请留意签收。`, en: `Results sent${tracking ? `, tracking ${tracking}` : ''}.` }
    : { zh: way === 'pickUp' ? '结果已在窗口领取；非本人领取请马上联系窗口。' : '结果已送达，可在页面下载。', en: way === 'pickUp' ? 'Results fetched. If not by you, call the window.' : "Results delivered; see the case's page." },
  afterChecked: ({ passed }) => ({ zh: passed ? '事后核查与承诺一致。' : '事后核查与承诺不一致，请按要求限期改正。', en: passed ? 'Checked: as promised.' : "Checked: not as promised. See the case's page." }),
  ratingRectified: () => ({ zh: '您的评价已整改，措施见办件页面。', en: "Your rating was followed up; see the case's page." }),
  complaintAnswered: () => ({ zh: '您的投诉已答复，见办件页面。', en: "Your complaint was answered; see the case's page." }),
  urged: ({ lastDay }) => ({ zh: `被督办，请${shortBy(lastDay).zh}答复。`, en: `Urged: please answer${shortBy(lastDay).en}.` }),
  overdue: ({ clock, items, lastDay }) => ({ zh: `${shortItems(items).zh}${CLOCKS[clock].zh}已于${lastDay === null ? '—' : shortDay(lastDay)}届满，请处理。`, en: `Overdue since ${lastDay ?? '—'}: ${CLOCKS[clock].en}, ${shortItems(items).en}.` }),
};
