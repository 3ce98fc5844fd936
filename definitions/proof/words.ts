import type { Role } from '../../workflows/case/actor.ts';
import type { FactKind } from '../../workflows/case/case-change.ts';
import type { Text } from '../../workflows/case/calendar.ts';

const say = (zh: string, en: string): Text => ({ zh, en });

export const ROLES: Readonly<Record<Role, Text>> = {
  clerk: say('综合窗口', 'the clerk'), applicant: say('申请人', 'the applicant'), agent: say('代理人', 'the agent'),
  interestedParty: say('利害关系人', 'the interested party'),
  furtherPerson: say('须征得同意的人', 'the further person'),
  reviewer: say('承办人', 'reviewer'), approver: say('审批人', 'approver'), headOfAuthority: say('机关负责人', 'head of the authority'),
  headOfGovernment: say('本级政府负责人', 'the head of the government'), manager: say('督办人', 'the manager'), system: say('系统', 'the system'),
};

/** What a story tells of a fact; the others go without saying. */
export const FACTS: { readonly [K in FactKind]?: Text } = {
  draftSubmitted: say('提交网上申请', 'the draft is submitted'), consentSaid: say('表示同意或不同意', 'a consent is given or refused'),
  preReviewAnswered: say('预审答复', 'the pre-review is answered'), preReviewUnanswered: say('预审逾期未答复', 'the pre-review is not answered in time'),
  caseReceived: say('收件', 'the case is received'), draftClosed: say('网上申请关闭', 'the draft is closed'), deemedComplete: say('视为齐全', 'deemed complete'), noticeIssued: say('发出补正通知', 'the correction notice goes out'),
  correctionEnded: say('补正期结束', 'the correction ends'), deemedSatisfied: say('视为补正合格', 'deemed satisfied'),
  itemOutOfScope: say('不属受理范围', 'out of scope'), itemNotAccepted: say('不予受理', 'not accepted'), itemDropped: say('不再需要', 'drops out'),
  caseAccepted: say('受理', 'the case is accepted'), itemStarted: say('开始办理', 'starts'), supervisionPushed: say('推送监管', 'pushed to supervision'), supervisionAcknowledged: say('监管认领', 'taken into supervision'),
  consulted: say('征求意见', 'another department is asked'), consultationAnswered: say('提出意见', 'it gives its opinion'), consultationUnanswered: say('逾期未提出意见', 'no opinion by the deadline'),
  preliminaryStarted: say('下级初审开始', 'the lower authority examines'), preliminaryReported: say('初审意见报送', 'the lower authority reports'),
  itemBlocked: say('前置事项未获准予', 'its predecessor was not granted'),
  procedureStarted: say('特别程序开始', 'the special procedure starts'), procedureEnded: say('特别程序结束', 'the special procedure ends'),
  jointSuspended: say('联办时限停止', 'the joint clock stands still'), jointResumed: say('联办时限继续', 'the joint clock goes on'),
  extensionApproved: say('延期获准', 'the extension is approved'), extensionLapsed: say('延期申请失效', 'the request for extension lapses'),
  itemGranted: say('准予', 'granted'), itemRefused: say('不予许可', 'refused'), itemWithdrawn: say('撤回', 'withdrawn'),
  hearingRightTold: say('告知听证权利', 'the right to a hearing is told'), hearingRightLapsed: say('听证申请期届满', 'the right to a hearing lapses'),
  hearingAnnounced: say('公告听证', 'the hearing is announced'), hearingHeld: say('听证笔录签字', 'the minutes of the hearing are signed'), siteChecked: say('现场核查', 'the site is checked'),
  caseAssembled: say('结果归并', 'the results are assembled'), handOverAlone: say('单独出件', 'to be handed over alone'),
  commitmentEnded: say('不再适用告知承诺', 'goes the ordinary way'), afterCheckRecorded: say('登记事后核查', 'the after-check is recorded'),
  clockRanOut: say('超期', 'overdue'), documentIssued: say('文书', 'paper'), phaseEntered: say('进入', 'phase'),
};
