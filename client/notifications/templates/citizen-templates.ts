import type { EventName, EVENTS } from '../../../store/notifications/events.ts';
import { dateInChinese } from '../../documents/wording.ts';
import { by, items, type Templates } from './template.ts';

type CitizenEvent = { [E in EventName]: (typeof EVENTS)[E]['to'] extends 'citizen' ? E : never }[EventName];

/** For applicants, agents, further persons and interested parties: who reads this has never seen an office from inside. */
export const CITIZEN_TEMPLATES: Templates<CitizenEvent> = {
  consentAsked: ({ applicant, to }) => ({
    title: { zh: '需要您的同意', en: 'Your consent is needed' },
    what: { zh: `${applicant}提交了一份申请，需要您同意${to.zh}。您没有答复前，申请不会被收件。`, en: `${applicant} has applied for something that needs your consent: ${to.en}. Until you answer, the application is not received.` },
    next: { zh: '请登录后选择同意或不同意，不同意可以说明理由。', en: 'Please sign in and say whether you consent; if not, you may say why.' },
  }),
  consentRefused: ({ who }) => ({
    title: { zh: '有人不同意', en: 'A consent was refused' },
    what: { zh: `${who.zh}不同意本申请，因此暂时不能收件。`, en: `${who.en} does not consent, so the application cannot be received for now.` },
    next: { zh: '请与对方商量后修改申请，再次提交；届时会重新征求同意。', en: 'Please talk it over, change the application and submit it again; the consent is then asked for anew.' },
  }),
  preReviewMissing: ({ count, lastDay }) => ({
    title: { zh: '预审：还缺材料', en: 'Pre-review: something is missing' },
    what: { zh: `工作人员看过了您的网上申请，还有${count}处要补。这只是建议，不是正式的补正通知。`, en: `Your online application was looked at: ${count} ${count === 1 ? 'thing is' : 'things are'} missing. This is advice, not the formal notice.` },
    next: { zh: `请${by(lastDay).zh}按页面上列出的内容补齐后再次提交，逾期申请会关闭。`, en: `Please complete what the page lists and submit again${by(lastDay).en}; after that the draft is closed.` },
  }),
  preReviewReady: ({ lastDay }) => ({
    title: { zh: '预审通过，等待他人同意', en: 'Pre-review passed, waiting for a consent' },
    what: { zh: '您的申请材料齐全。有关人员同意后即行收件。', en: 'Your application is complete. It is received as soon as everybody has consented.' },
    next: { zh: `请提醒有关人员${by(lastDay).zh}登录答复。`, en: `Please remind them to sign in and answer${by(lastDay).en}.` },
  }),
  draftEnding: ({ lastDay }) => ({
    title: { zh: '网上申请即将关闭', en: 'Your draft will be closed soon' },
    what: { zh: `您的网上申请还没有办完，只保留到${day(lastDay)}为止。`, en: `Your online application is not finished and is kept until ${lastDay ?? '—'} only.` },
    next: { zh: '请在这之前补齐后再次提交。', en: 'Please complete it and submit it again before then.' },
  }),
  draftClosed: () => ({
    title: { zh: '网上申请已关闭', en: 'Your draft is closed' },
    what: { zh: '保留期已满，您的网上申请已关闭。没有收件，对您没有任何不利影响。', en: 'It was kept long enough and is closed. Nothing was received, and nothing is held against you.' },
    next: { zh: '您可以随时重新申请。', en: 'You may apply again at any time.' },
  }),
  received: ({ lastDay }) => ({
    title: { zh: '申请已收件', en: 'Your application was received' },
    what: { zh: `您的申请材料已经收到，收件凭证可在页面下载。各部门会${by(lastDay).zh}告诉您是否受理，或一次告知全部要补正的内容。`, en: `Your application was received; the receipt is on its page. You will be told${by(lastDay).en} whether it is accepted, or, once and for all, what must be corrected.` },
    next: null,
  }),
  correctionAsked: ({ count, lastDay }) => ({
    title: { zh: '请补正材料', en: 'Please correct your application' },
    what: { zh: `各部门要您补正的内容共${count}处，已经一次全部列出，以后不会再要求补正。`, en: `The departments ask you to correct ${count} ${count === 1 ? 'thing' : 'things'}. All are listed now; nothing will be added later.` },
    next: lastDay === null
      ? { zh: '纸质告知书会送达给您，补正期限从送达之日起算。', en: 'The notice is served to you on paper; your time runs from that day.' }
      : { zh: `请${by(lastDay).zh}在办件页面逐项补齐，可以分次提交。`, en: `Please answer each on the case’s page${by(lastDay).en}; you may do so in parts.` },
  }),
  correctionEnding: ({ lastDay }) => ({
    title: { zh: '补正期限快到了', en: 'Your time to correct is nearly over' },
    what: { zh: `补正期限到${day(lastDay)}为止，还有内容没有补齐。`, en: `Your time to correct ends on ${lastDay ?? '—'}, and not everything is answered yet.` },
    next: { zh: '请在期限内补齐，否则有关事项可能不予受理。', en: 'Please complete it in time; otherwise the items concerned may not be accepted.' },
  }),
  deferredEnding: ({ lastDay }) => ({
    title: { zh: '请补交承诺后补的材料', en: 'Please bring the material you promised' },
    what: { zh: `您承诺后补的材料请在${day(lastDay)}（含）前补交。`, en: `The material that you promised for later is due by ${lastDay ?? '—'}.` },
    next: { zh: '可在办件页面上传，或交到任一综合窗口。补齐前有关事项不能准予。', en: 'Upload it on the case’s page or bring it to any window. The items concerned cannot be granted before.' },
  }),
  deferredOverdue: ({ lastDay }) => ({
    title: { zh: '承诺后补的材料已逾期', en: 'The material you promised is overdue' },
    what: { zh: `您承诺后补的材料应在${day(lastDay)}（含）前补交，现已逾期。`, en: `The material that you promised was due by ${lastDay ?? '—'} and is not in.` },
    next: { zh: '请尽快补交；补齐前有关事项不能准予。', en: 'Please bring it as soon as you can; the items concerned cannot be granted before.' },
  }),
  outOfScope: ({ items: names }) => ({
    title: { zh: '有事项不属于受理范围', en: 'An item is not for this authority' },
    what: { zh: `${items(names).zh}不需要许可，或应由其他机关办理，不再随本申请办理。书面告知已出具。`, en: `${items(names).en} needs no licence, or is another authority’s matter, and leaves this application. The written notice is issued.` },
    next: { zh: '请在办件页面查看告知书：其中写明不需要许可，或应向哪个机关申请。其余事项照常办理。', en: 'Please read the notice on the case’s page: it says that no licence is needed, or which authority is the right one. The other items go on.' },
  }),
  notAccepted: ({ items: names }) => ({
    title: { zh: '有事项不予受理', en: 'An item is not accepted' },
    what: { zh: `${items(names).zh}不予受理，书面决定已出具，其中写明理由。`, en: `${items(names).en} is not accepted. The written decision says why.` },
    next: { zh: '不服的，向哪个机关提出、多长时间内提出，决定书中都有写明；也可以补齐后重新申请。', en: 'If you disagree: where you can turn, and until when, is in the decision. You may also apply again.' },
  }),
  lapsed: ({ items: names }) => ({
    title: { zh: '有事项视为放弃申请', en: 'An item has lapsed' },
    what: { zh: `${items(names).zh}在补正期限内没有补齐，依规定视为放弃申请，书面告知已出具。`, en: `${items(names).en} was not corrected in time and has lapsed under its rules. The written notice is issued.` },
    next: { zh: '救济途径见告知书；您可以重新申请。', en: 'Your remedies are in the notice; you may apply again.' },
  }),
  itemDropped: ({ items: names }) => ({
    title: { zh: '有事项不需要办了', en: 'An item is not needed any more' },
    what: { zh: `按您现在的情况，${items(names).zh}不需要办理，已从申请中去掉。`, en: `As things stand now ${items(names).en} is not needed and has left the application.` },
    next: null,
  }),
  accepted: ({ lastDay }) => ({
    title: { zh: '申请已受理', en: 'Your application is accepted' },
    what: { zh: `您的申请已正式受理，受理通知书可在页面下载。${lastDay === null ? '' : `联合办理的期限到${day(lastDay)}为止。`}`, en: `Your application is accepted; the written acceptance is on its page.${lastDay === null ? '' : ` The joint limit ends on ${lastDay}.`}` },
    next: null,
  }),
  deemedAccepted: ({ effectiveOn, lastDay }) => ({
    title: { zh: '申请视为已受理', en: 'Your application is deemed accepted' },
    what: {
      zh: `部门在期限内没有提出意见，依法视为自${dateInChinese(effectiveOn)}起受理，受理通知书可在页面下载。${lastDay === null ? '' : `联合办理的期限到${day(lastDay)}为止。`}`,
      en: `The departments said nothing in time: by law it counts as accepted from ${effectiveOn}. The written acceptance is on its page.${lastDay === null ? '' : ` The joint limit ends on ${lastDay}.`}`,
    },
    next: null,
  }),
  procedureStarted: ({ items: names, name, clockStands, lastDay }) => ({
    title: { zh: `${name.zh}开始`, en: `${name.en} begins` },
    what: {
      zh: `${items(names).zh}需要${name.zh}，预计${by(lastDay).zh}完成。${clockStands ? '这段时间依法不计入办理期限。' : '这段时间计入办理期限。'}书面告知已出具。`,
      en: `${items(names).en} needs: ${name.en}, expected to end${by(lastDay).en}. ${clockStands ? 'By law this time does not count.' : 'This time counts.'} The written notice is issued.`,
    },
    next: { zh: '需要您到场或配合时，部门会与您联系。', en: 'You will be contacted if you are needed there.' },
  }),
  procedureRenewed: ({ items: names, name, lastDay }) => ({
    title: { zh: `${name.zh}延长`, en: `${name.en} takes longer` },
    what: { zh: `${items(names).zh}的${name.zh}还没有完成，预计改为${by(lastDay).zh}完成。书面告知已出具。`, en: `${name.en} for ${items(names).en} is not finished; it is now expected to end${by(lastDay).en}. The written notice is issued.` },
    next: null,
  }),
  procedureEnded: ({ items: names, name }) => ({
    title: { zh: `${name.zh}结束`, en: `${name.en} is over` },
    what: { zh: `${items(names).zh}的${name.zh}已经结束，办理继续进行。`, en: `${name.en} for ${items(names).en} is over, and handling goes on.` },
    next: null,
  }),
  extended: ({ items: names, days, lastDay }) => ({
    title: { zh: '办理期限延长', en: 'The limit was extended' },
    what: {
      zh: `${items(names).zh}的办理期限经批准延长${days}日${lastDay === null ? '' : `，改为${by(lastDay).zh}办结`}。理由见延期告知书。`,
      en: `The limit of ${items(names).en} was extended by ${days} ${days === 1 ? 'day' : 'days'}${lastDay === null ? '' : `, to ${lastDay}`}. The reasons are in the written notice.`,
    },
    next: null,
  }),
  hearingRightTold: ({ items: names, lastDay }) => ({
    title: { zh: '您可以陈述意见、申请听证', en: 'You may be heard' },
    what: { zh: `${items(names).zh}与您有重大利益关系，决定之前您可以陈述、申辩，也可以要求听证。`, en: `${items(names).en} concerns you. Before it is decided you may state your view and ask for a hearing.` },
    next: { zh: `要求听证的，请${by(lastDay).zh}提出；不提出即视为放弃听证。听证不收费。`, en: `To have a hearing, ask for it${by(lastDay).en}; otherwise the right lapses. A hearing costs nothing.` },
  }),
  hearingAnnounced: ({ items: names, date, time, place }) => ({
    title: { zh: '听证通知', en: 'A hearing is announced' },
    what: { zh: `${items(names).zh}的听证定于${dateInChinese(date)}${time}在${place}举行。`, en: `The hearing about ${items(names).en} is on ${date} at ${time}, ${place}.` },
    next: { zh: '请准时到场，带上身份证件和您要提交的证据；也可以委托一至二人参加。', en: 'Please be there in time with your identity card and your evidence; you may send one or two persons for you.' },
  }),
  granted: ({ items: names }) => ({
    title: { zh: '准予', en: 'Granted' },
    what: { zh: `${items(names).zh}已准予。`, en: `${items(names).en} is granted.` },
    next: { zh: '其余事项办完后一并发放，届时另行通知您领取；电子结果可在页面下载。', en: 'The results are handed over together; you will be told when. The electronic result is on the case’s page.' },
  }),
  renewed: ({ items: names }) => ({
    title: { zh: '视为准予延续', en: 'Deemed renewed' },
    what: { zh: `有效期届满前没有作出决定，${items(names).zh}依法视为准予延续。`, en: `No decision was made before the licence expired: by law ${items(names).en} is deemed renewed.` },
    next: { zh: '结果可在办件页面查看，领取时另行通知您。', en: 'See the case’s page; you will be told when to fetch it.' },
  }),
  refused: ({ items: names }) => ({
    title: { zh: '不予许可', en: 'Refused' },
    what: { zh: `${items(names).zh}不予准许，书面决定已出具，其中写明事实、理由和依据。`, en: `${items(names).en} is refused. The written decision gives the facts, the reasons and the law.` },
    next: { zh: '不服的，向哪个机关提出、多长时间内提出，决定书中都有写明。其他事项不受影响。', en: 'If you disagree: where you can turn, and until when, is in the decision. Other items are not affected.' },
  }),
  withdrawnInHisName: ({ items: names }) => ({
    title: { zh: '有事项按您的选择撤回', en: 'An item was withdrawn as you chose' },
    what: { zh: `您申请时选择“要么全部办成”，因有事项未获准许，${items(names).zh}已代您撤回。`, en: `You chose “all or nothing”: as an item was refused, ${items(names).en} was withdrawn in your name.` },
    next: { zh: '您可以另行单独申请。', en: 'You may apply for it on its own.' },
  }),
  ready: () => ({
    title: { zh: '结果可以领取', en: 'Your results are ready' },
    what: { zh: '各事项都已办完，结果已汇总到一处。', en: 'All items are decided, and their results are put together.' },
    next: { zh: '请带身份证件到综合窗口领取；选择邮寄的会寄出，电子结果可在页面下载。', en: 'Please fetch them at the window with your identity card; by courier they are on their way soon, electronic ones are on the case’s page.' },
  }),
  readyAlone: ({ items: names }) => ({
    title: { zh: '先办好的结果可以领取', en: 'A result is ready before the others' },
    what: { zh: `${items(names).zh}已经办好，不必等其他事项。`, en: `${items(names).en} is ready and need not wait for the others.` },
    next: { zh: '请带身份证件到综合窗口领取；选择邮寄的会寄出。', en: 'Please fetch it at the window with your identity card; by courier it is sent to you.' },
  }),
  handedOver: ({ items: names, way, tracking }) => way === 'courier'
    ? {
        title: { zh: '结果已寄出', en: 'Your results are on their way' },
        what: { zh: `${items(names).zh}的结果已交寄${tracking ? `，运单号${tracking}` : ''}。`, en: `The results of ${items(names).en} were sent${tracking ? `, tracking number ${tracking}` : ''}.` },
        next: { zh: '请留意签收。', en: 'Please sign for the parcel when it comes.' },
      }
    : {
        title: { zh: '结果已发放', en: 'Your results were handed over' },
        what: { zh: `${items(names).zh}的结果${way === 'pickUp' ? '已在窗口领取' : '已通过网络送达，可在页面下载'}。`, en: `The results of ${items(names).en} were ${way === 'pickUp' ? 'fetched at the window' : 'delivered electronically; see the case’s page'}.` },
        next: way === 'pickUp' ? { zh: '如果不是您或您委托的人领取，请马上与综合窗口联系。', en: 'If it was neither you nor somebody you sent, please call the window at once.' } : null,
      },
  afterChecked: ({ items: names, passed }) => ({
    title: { zh: '事后核查结果', en: 'The check after the grant' },
    what: passed
      ? { zh: `${items(names).zh}经核查，与您的承诺一致。`, en: `${items(names).en} was checked and is as you promised.` }
      : { zh: `${items(names).zh}经核查，与您的承诺不一致。`, en: `${items(names).en} was checked and is not as you promised.` },
    next: passed ? null : { zh: '请在办件页面查看要求您改正的内容和期限，按期改正。', en: 'Please see on the case’s page what is to be put right and until when.' },
  }),
  ratingRectified: () => ({
    title: { zh: '您的评价已整改', en: 'Your rating was followed up' },
    what: { zh: '对您的评价我们已经整改，措施和回访结果见办件页面。', en: 'What you found bad was put right; the measures and the follow-up are on the case’s page.' },
    next: { zh: '仍不满意的，可以继续投诉。', en: 'If you are still not content, you may complain.' },
  }),
  complaintAnswered: () => ({
    title: { zh: '您的投诉已答复', en: 'Your complaint was answered' },
    what: { zh: '您的投诉已有答复，见办件页面。', en: 'Your complaint was answered; see the case’s page.' },
    next: null,
  }),
  closed: ({ lastDay }) => ({
    title: { zh: '办件已办结', en: 'Your case is closed' },
    what: { zh: '您的申请已经办结。', en: 'Your case is closed.' },
    next: lastDay === null ? null : { zh: `请${by(lastDay).zh}给我们评价；差评我们会整改并回访。`, en: `Please rate us${by(lastDay).en}; every bad rating is put right and followed up.` },
  }),
};

function day(date: string | null): string {
  return date === null ? '—' : dateInChinese(date);
}
