import type { EventName, EventParams, EVENTS } from '../../../store/notifications/events.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { CLOCKS } from '../../documents/timeline/names.ts';
import { dateInChinese } from '../../documents/wording.ts';
import { by, items, type Templates, type Words } from './template.ts';

type OfficerEvent = { [E in EventName]: (typeof EVENTS)[E]['to'] extends 'citizen' ? never : E }[EventName];

type Work = EventParams['toExamine'];

/** For posts and officers: what there is to do, and until when. */
export const OFFICER_TEMPLATES: Templates<OfficerEvent> = {
  preReviewToAnswer: work({ zh: '待预审', en: 'To pre-review' }, { zh: '网上申请待预审答复', en: 'An online application waits for the pre-review’s answer' }),
  toExamine: work({ zh: '待审查材料', en: 'To examine' }, { zh: '收件，请审查材料是否齐全', en: 'Received; please examine whether it is complete' }),
  toRecheck: work({ zh: '待复核', en: 'To re-check' }, { zh: '申请人已补正或补正期满，请复核', en: 'The applicant has answered, or his time is over; please re-check' }),
  toReportPreliminary: work({ zh: '待初审', en: 'To examine first' }, { zh: '请初审并上报意见', en: 'Please examine first and report your opinion' }),
  toTellHearingRight: work({ zh: '待告知听证权利', en: 'Hearing right to be told' }, { zh: '决定前须告知陈述申辩和听证的权利', en: 'Before the decision the right to be heard must be told' }),
  toHoldHearing: work({ zh: '待组织听证', en: 'Hearing to be held' }, { zh: '请公告并举行听证', en: 'Please announce the hearing and hold it' }),
  toCheckSite: work({ zh: '待现场核查', en: 'To check on the site' }, { zh: '请两名以上工作人员现场核查并记录', en: 'Please have two or more officers check on the site, on the record' }),
  toDecide: work({ zh: '待办理', en: 'To decide' }, { zh: '请审查并提出决定意见', en: 'Please examine and propose a decision' }),
  toConfirm: work({ zh: '待审批', en: 'To confirm' }, { zh: '承办意见待审批确认', en: 'A proposal waits for confirmation' }),
  returned: ({ items: names, lastDay }) => ({
    title: { zh: '退回重办', en: 'Sent back' },
    what: { zh: `审批人退回了${items(names).zh}的意见，理由见办件页面。`, en: `The proposal about ${items(names).en} was sent back; see why on the case’s page.` },
    next: { zh: `请重新提出意见，期限不变${lastDay === null ? '' : `，到${dateInChinese(lastDay)}为止`}。`, en: `Please propose anew; the limit stays as it is${lastDay === null ? '' : `, ${lastDay}`}.` },
  }),
  extensionToDecide: work({ zh: '延期待批', en: 'Extension to decide' }, { zh: '申请延长办理期限，逾期未批即失效', en: 'An extension is asked for; not approved in time it lapses' }),
  consulted: work({ zh: '征求意见', en: 'Your opinion is asked' }, { zh: '其他部门征求意见，逾期视为没有意见', en: 'Another department asks for your opinion; silence counts as none' }),
  toSupervise: work({ zh: '准予结果推送', en: 'Granted: to be supervised' }, { zh: '已准予，请纳入监管', en: 'Granted; please take it into supervision' }),
  toCheckAfterwards: work({ zh: '待事后核查', en: 'To check after the grant' }, { zh: '按承诺准予，请事后核查', en: 'Granted on a commitment; please check afterwards' }),
  toRecordService: work({ zh: '待登记送达', en: 'Service to be recorded' }, { zh: '文书送达后请登记送达日期', en: 'Please record the day on which the paper is served' }),
  toHandOver: work({ zh: '待发放', en: 'To hand over' }, { zh: '结果已到窗口，请发放或寄出', en: 'Results are at the window; please hand them over or send them' }),
  urged: work({ zh: '督办', en: 'Urged' }, { zh: '被督办，请答复', en: 'You are urged; please answer' }),
  badRating: work({ zh: '差评待整改', en: 'A bad rating' }, { zh: '收到差评，须整改并回访', en: 'A bad rating came in: rectify and follow up' }),
  complained: work({ zh: '投诉待答复', en: 'A complaint' }, { zh: '收到投诉，请办理并答复', en: 'A complaint came in; please look into it and answer' }),
  warned: ({ clock, items: names, lastDay }) => ({
    title: { zh: `预警：${CLOCKS[clock].zh}`, en: `Warning: ${CLOCKS[clock].en}` },
    what: { zh: `${items(names).zh}的${CLOCKS[clock].zh}将于${day(lastDay)}届满。`, en: `The ${CLOCKS[clock].en} of ${items(names).en} ends on ${lastDay ?? '—'}.` },
    next: { zh: `请${by(lastDay).zh}办完。`, en: `Please be done${by(lastDay).en}.` },
  }),
  overdue: ({ clock, items: names, lastDay }) => ({
    title: { zh: `超期：${CLOCKS[clock].zh}`, en: `Overdue: ${CLOCKS[clock].en}` },
    what: { zh: `${items(names).zh}的${CLOCKS[clock].zh}已于${day(lastDay)}届满，已记录在案。`, en: `The ${CLOCKS[clock].en} of ${items(names).en} ended on ${lastDay ?? '—'}; this is on record.` },
    next: { zh: '请立即处理，承办部门须公开说明理由。', en: 'Please act at once; whoever is late states the reason in public.' },
  }),
  calendarMissing: ({ clock, items: names, lastDay }) => ({
    title: { zh: '节假日安排尚未公布', en: 'A calendar is missing' },
    what: { zh: `${items(names).zh}的${CLOCKS[clock].zh}暂定于${day(lastDay)}届满，该年节假日安排尚未公布，届满的后果要等公布后才能确定。`, en: `The ${CLOCKS[clock].en} of ${items(names).en} would end on ${lastDay ?? '—'}, but that year’s calendar is not published; what follows is settled when it is.` },
    next: { zh: '请尽快公布节假日安排。', en: 'Please publish the calendar.' },
  }),
  extensionApproved: ({ items: names, days }) => ({
    title: { zh: '延期已批准', en: 'Extension approved' },
    what: { zh: `${items(names).zh}的延期申请已批准，延长${days}日。`, en: `The extension of ${items(names).en} was approved: ${days} ${days === 1 ? 'day' : 'days'} more.` },
    next: null,
  }),
  extensionRejected: ({ items: names }) => ({
    title: { zh: '延期未批准', en: 'Extension rejected' },
    what: { zh: `${items(names).zh}的延期申请未获批准，理由见办件页面。`, en: `The extension of ${items(names).en} was rejected; see why on the case’s page.` },
    next: { zh: '原期限不变，请按期办理。', en: 'The limit stays as it is; please keep it.' },
  }),
  extensionLapsed: ({ items: names }) => ({
    title: { zh: '延期申请失效', en: 'Extension lapsed' },
    what: { zh: `${items(names).zh}的延期申请在期限届满前没有批准，已失效。`, en: `The extension of ${items(names).en} was not approved in time and has lapsed.` },
    next: { zh: '现已超期，请立即处理。', en: 'It is overdue now; please act at once.' },
  }),
  consultationAnswered: ({ items: names }) => ({
    title: { zh: '征求意见已答复', en: 'Your consultation was answered' },
    what: { zh: `${items(names).zh}的征求意见已有答复，见办件页面。`, en: `The consultation about ${items(names).en} was answered; see the case’s page.` },
    next: null,
  }),
  consultationUnanswered: ({ items: names }) => ({
    title: { zh: '征求意见期满未答复', en: 'No opinion was given' },
    what: { zh: `${items(names).zh}的征求意见到期没有答复，可以继续办理。`, en: `Nobody answered the consultation about ${items(names).en} in time; handling may go on.` },
    next: null,
  }),
  urgeAnswered: ({ items: names }) => ({
    title: { zh: '督办已答复', en: 'Your urging was answered' },
    what: { zh: `${items(names).zh}的督办已有答复，见办件页面。`, en: `The urging about ${items(names).en} was answered; see the case’s page.` },
    next: null,
  }),
};

function work(title: Text, what: Text): (params: Work) => Words {
  return ({ items: names, lastDay }) => ({
    title,
    what: names.length === 0 ? { zh: `${what.zh}。`, en: `${what.en}.` } : { zh: `${items(names).zh}：${what.zh}。`, en: `${items(names).en}: ${what.en}.` },
    next: lastDay === null ? null : { zh: `期限到${dateInChinese(lastDay)}为止。`, en: `The last day is ${lastDay}.` },
  });
}

function day(date: string | null): string {
  return date === null ? '—' : dateInChinese(date);
}
