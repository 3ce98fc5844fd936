import type { Actor, Role } from './actor.ts';
import type { ArgumentSpec, ArgumentsOf } from './argument.ts';
import type { Text } from './calendar.ts';
import type { Phase } from './case-machine.ts';
import type { RejectionCode } from './rejection.ts';

/** One row: who may give the command, in which phases, with what, to what effect, and how it can be refused. */
export interface CommandRow {
  readonly by: readonly Role[];
  readonly phases: readonly Phase[];
  readonly with: ArgumentSpec;
  readonly effect: Text;
  readonly refusals: readonly RejectionCode[];
}

const EXAMINATION = ['examination'] as const;
const UNDECIDED = ['examination', 'correction', 'recheck', 'handling'] as const;
const LIVE = ['examination', 'correction', 'recheck', 'handling', 'delivery'] as const;
const ALL = [...LIVE, 'closed'] as const;
const EVER = ['preReview', ...ALL] as const;
const NOT_STARTED = ['item.notStarted', 'item.beforeItsDay'] as const;
/** A decision before its time, not on the minutes, or by who presided. */
const OF_THE_RIGHT = ['item.unknown', 'actor.notApplicant', 'hearing.none', 'hearing.heldAnyway', 'hearing.rightNotTold', 'hearing.notAParty', 'hearing.rightLapsed', 'hearing.waived',
  'hearing.alreadyRequested', 'hearing.alreadyHeld', 'item.alreadyDecided', ...NOT_STARTED] as const;
const UNHEARD = ['hearing.rightNotTold', 'hearing.rightRuns', 'hearing.notHeld', 'hearing.notOnMinutes', 'hearing.noMinutes', 'hearing.chairDecides'] as const;
const APPLICANT = ['applicant', 'agent'] as const;

/**
 * Every command that a running case executes. The one source for the workflow, the CLI's help, the documents and
 * `permitted()`. A case begins with `receive`, or online with its first draft: both are the workflow's input and no command to a
 * running case. `submitDraft` submits once more.
 */
export const COMMANDS = {
  submitDraft: {
    by: APPLICANT, phases: ['preReview'], with: { fields: 'fields?', materials: 'materials?', deferred: 'codes?', chosen: 'items?', committed: 'items?', committedMaterials: 'codes?', note: 'text?' },
    effect: { zh: '再次提交网上申请：改动的字段、补充的材料，重新计算预审时限', en: 'submits the draft again, with what is changed or added; the pre-review begins anew' },
    refusals: ['actor.notApplicant', 'form.invalid', 'material.unknown', 'consent.nobodyNamed', 'receipt.noItem', 'receipt.noAuthority', 'receipt.notDeferrable', 'receipt.notOptional',
      'receipt.noCommitment', 'receipt.commitmentNotAllowed', 'receipt.notReplaceable', 'receipt.committedAndGiven'],
  },
  giveConsent: {
    by: ['furtherPerson'], phases: ['preReview'], with: { consent: 'text', agrees: 'yesNo', reason: 'text?' },
    effect: { zh: '以本人身份同意或不同意申请人的申请', en: 'consents to the application, or refuses to, in his own name' },
    refusals: ['consent.unknown', 'consent.notHis', 'consent.alreadySaid'],
  },
  answerPreReview: {
    by: ['clerk'], phases: ['preReview'], with: { ready: 'yesNo?', missing: 'defects?', complex: 'yesNo?' },
    effect: { zh: '答复网上预审：齐备、尚缺哪些内容，或属特别复杂；不占用一次性告知', en: 'answers the pre-review: ready, what is missing, or specially complex; never uses up the one notice' },
    refusals: ['preReview.alreadyAnswered', 'preReview.oneAnswer', 'preReview.notNeeded', 'preReview.noComplexLimit', 'preReview.alreadyComplex'],
  },
  correctOnSpot: {
    by: ['clerk'], phases: EXAMINATION, with: { fields: 'fields?', materials: 'materials?', note: 'text' },
    effect: { zh: '当场更正申请表或材料，不占用一次性告知', en: 'corrects fields or materials at the window; never uses up the one notice' },
    refusals: ['correction.nothingGiven', 'material.unknown', 'form.invalid', 'correction.addsItem'],
  },
  examine: {
    by: ['reviewer'], phases: LIVE,
    with: { item: 'item', answer: 'answer', defects: 'defects?', ground: 'ground?', rightAuthority: 'text?', reason: 'text?' },
    effect: { zh: '对本部门事项作出审查答复：齐全、需补正或不属受理范围', en: 'answers for the item: complete, deficient or out of scope' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'correction.alreadyNotified', 'acceptance.alreadyIssued', 'examine.defectsMissing',
      'examine.defectsNotAsked', 'examine.groundMissing', 'examine.rightAuthorityMissing', 'examine.onTheSpot', 'examine.automatic', 'field.unknown', 'material.unknown', 'material.notNeeded', 'examine.deferred', 'examine.committed', 'item.alreadyDecided'],
  },
  confirm: {
    by: ['approver'], phases: UNDECIDED, with: { item: 'item', opinion: 'text', proposal: 'change?' },
    effect: { zh: '第二人确认不受理、不予受理、准予或不予许可', en: 'confirms, as the second person, what a reviewer proposed' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'confirm.samePerson', 'confirm.nothingProposed', 'confirm.otherProposal', 'item.alreadyDecided', ...NOT_STARTED, 'hearing.chairDecides'],
  },
  return: {
    by: ['approver'], phases: UNDECIDED, with: { item: 'item', opinion: 'text', proposal: 'change?' },
    effect: { zh: '退回承办人重新研究', en: 'returns a proposal to the reviewer' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'confirm.samePerson', 'confirm.nothingProposed', 'confirm.otherProposal', 'item.alreadyDecided', ...NOT_STARTED],
  },
  recordService: {
    by: ['clerk'], phases: ALL, with: { document: 'text', servedOn: 'date', recipient: 'text' },
    effect: { zh: '登记纸质文书或邮寄结果的送达日期', en: 'records when a paper or a courier parcel was served' },
    refusals: ['document.unknown', 'service.alreadyRecorded', 'service.beforeIssue', 'service.inFuture'],
  },
  answerDefect: {
    by: APPLICANT, phases: ['correction'], with: { line: 'text', value: 'value?', fields: 'fields?', materials: 'materials?', text: 'text?' },
    effect: { zh: '补正一项内容，及因此须填的字段', en: 'answers one line of the correction notice, and the questions it raises' },
    refusals: ['actor.notApplicant', 'correction.unknownLine', 'correction.nothingGiven', 'correction.notAsked', 'form.invalid', 'material.unknown', 'correction.addsItem'],
  },
  supplyDeferred: {
    by: APPLICANT, phases: LIVE, with: { materials: 'materials' },
    effect: { zh: '补交容缺受理时承诺后补的材料', en: 'brings materials that were promised at receipt' },
    refusals: ['actor.notApplicant', 'deferred.notPromised'],
  },
  recheck: {
    by: ['reviewer'], phases: ['recheck', 'handling'], with: { item: 'item', satisfied: 'yesNo', reasons: 'text?', article: 'text?' },
    effect: { zh: '复核补正内容；不合格的提出不予受理意见', en: 're-checks what was listed: satisfied, or proposed for non-acceptance' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'recheck.reasonsMissing', 'recheck.notAnswered', 'item.alreadyDecided', ...NOT_STARTED],
  },
  withdrawItem: {
    by: APPLICANT, phases: UNDECIDED, with: { item: 'item', reason: 'text?' },
    effect: { zh: '撤回一个未决定的事项', en: 'withdraws one undecided item' },
    refusals: ['item.unknown', 'actor.notApplicant', 'item.alreadyDecided'],
  },
  withdrawCase: {
    by: APPLICANT, phases: ['preReview', ...UNDECIDED], with: { reason: 'text?' },
    effect: { zh: '撤回全部未决定的事项，或尚未收件的网上申请', en: 'withdraws every undecided item, or a draft' },
    refusals: ['actor.notApplicant'],
  },
  startProcedure: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', procedure: 'text', by: 'text', days: 'count' },
    effect: { zh: '启动特别程序并书面告知所需时间；已在进行的，换发新的告知', en: 'starts a special procedure with its written notice, or renews the time told' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'procedure.unknown', 'procedure.timeRanOut'],
  },
  endProcedure: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', procedure: 'text', result: 'text' },
    effect: { zh: '登记特别程序结束，时限继续计算', en: 'records the end of a special procedure; the clock goes on' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'procedure.unknown', 'procedure.notOpen'],
  },
  reportPreliminary: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', meets: 'yesNo', opinion: 'text' },
    effect: { zh: '下级机关报送初审意见和全部材料', en: 'the lower authority reports its opinion and all materials up' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'preliminary.none', 'preliminary.alreadyReported'],
  },
  consult: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', department: 'department', question: 'text', shares: 'codes?', days: 'count?' },
    effect: { zh: '就一个事项征求另一部门的意见，不停止办理期限', en: 'asks another department for its opinion on an item; no clock stands still' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'consultation.notOffered', 'consultation.notAnother', 'consultation.notOfItem', 'consultation.tooLong', 'item.alreadyDecided'],
  },
  answerConsultation: {
    by: ['reviewer'], phases: ['handling'], with: { consultation: 'text', answer: 'text' },
    effect: { zh: '答复其他部门征求的意见', en: 'gives the opinion that another department asked for' },
    refusals: ['consultation.unknown', 'actor.wrongDepartment', 'consultation.answered', 'consultation.silent', 'consultation.overtaken'],
  },
  tellHearingRight: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', parties: 'parties?', nobodyBecause: 'text?', service: 'text' },
    effect: { zh: '书面告知申请人和利害关系人陈述、申辩和要求听证的权利，五个工作日内不得决定', en: 'tells applicant and interested parties in writing of their right to be heard; nothing is decided for five working days' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'hearing.none', 'hearing.heldAnyway', 'hearing.alreadyRequested', 'hearing.alreadyHeld', 'hearing.alreadyTold',
      'hearing.partiesMissing', 'hearing.partyLeftOut', 'item.alreadyDecided', ...NOT_STARTED],
  },
  requestHearing: {
    by: [...APPLICANT, 'interestedParty', 'clerk'], phases: ['handling'], with: { item: 'item', party: 'text?', statement: 'text?' },
    effect: { zh: '要求听证；自当日起至笔录签字，办理期限停止计算', en: 'asks for a hearing; until its minutes are signed the decision clocks stand still' },
    refusals: [...OF_THE_RIGHT],
  },
  waiveHearing: {
    by: [...APPLICANT, 'interestedParty', 'clerk'], phases: ['handling'], with: { item: 'item', party: 'text?', statement: 'text?' },
    effect: { zh: '放弃听证，可以附陈述、申辩意见', en: 'waives the hearing, with or without a statement' },
    refusals: [...OF_THE_RIGHT],
  },
  recordHearing: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', announce: 'announcement?', minutes: 'minutes?' },
    effect: { zh: '公告听证的时间、地点和主持人，或登记签字的听证笔录', en: 'announces a hearing with date, place and chair, or records its signed minutes' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'hearing.none', 'hearing.notRequested', 'hearing.alreadyHeld', 'hearing.announceOrMinutes', 'hearing.tooSoon',
      'hearing.chairExamined', 'hearing.notAnnounced', 'hearing.beforeItsDay', 'item.alreadyDecided', ...NOT_STARTED],
  },
  recordSiteCheck: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', on: 'date', place: 'text', officers: 'officers', findings: 'text', inspected: 'text' },
    effect: { zh: '登记两名以上工作人员的现场核查', en: 'records a check on the site by two officers or more' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'siteCheck.notDeclared', 'siteCheck.waived', 'siteCheck.twoOfficers', 'siteCheck.wrongDay', 'item.alreadyDecided', ...NOT_STARTED],
  },
  requestExtension: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item?', days: 'count', reason: 'text' },
    effect: { zh: '申请延长事项时限；不写事项即申请延长联合办理时限', en: 'asks to extend an item’s statutory limit, or the joint limit when no item is named' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'extension.noSuchClock', 'extension.afterExpiry', 'extension.onlyOnce', 'extension.tooLong', 'extension.pending'],
  },
  approveExtension: {
    by: ['headOfAuthority', 'headOfGovernment'], phases: ['handling'], with: { item: 'item?' },
    effect: { zh: '批准延期并向申请人说明理由', en: 'approves an extension; the applicant is told the reasons' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'extension.noSuchClock', 'extension.notRequested', 'extension.onlyOnce', 'extension.wrongHead', 'extension.afterExpiry'],
  },
  rejectExtension: {
    by: ['headOfAuthority', 'headOfGovernment'], phases: ['handling'], with: { item: 'item?', reason: 'text' },
    effect: { zh: '不同意延期', en: 'rejects an extension' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'extension.noSuchClock', 'extension.notRequested', 'extension.onlyOnce', 'extension.wrongHead'],
  },
  proposeGrant: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', opinion: 'text', values: 'fields?', minutes: 'text?' },
    effect: { zh: '提出准予意见；授权承办人决定的即生效', en: 'proposes the grant; takes effect at once where the reviewer decides' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'procedure.stillOpen', 'preliminary.notReported', 'deferred.missing', 'grant.valuesMissing', 'grant.valueInvalid', 'grant.valueNotStated', 'item.predecessorNotGranted', 'item.alreadyDecided', ...NOT_STARTED, 'siteCheck.missing',
      ...UNHEARD],
  },
  proposeRefusal: {
    by: ['reviewer'], phases: ['handling'], with: { item: 'item', opinion: 'text', facts: 'text', reasons: 'text', article: 'text', minutes: 'text?' },
    effect: { zh: '提出不予许可意见，写明事实、理由和依据', en: 'proposes a refusal with facts, reasons and article' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'procedure.stillOpen', 'preliminary.notReported', 'item.alreadyDecided', ...NOT_STARTED, ...UNHEARD],
  },
  acknowledgeSupervision: {
    by: ['reviewer'], phases: ALL, with: { item: 'item', note: 'text?' },
    effect: { zh: '监管部门认领推送的准予结果，纳入监管', en: 'the supervising department takes what was granted into its supervision' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'supervision.notAwaited', 'supervision.alreadyAcknowledged'],
  },
  departmentResult: {
    by: ['system'], phases: ['handling'], with: { item: 'item', grant: 'yesNo', opinion: 'text', facts: 'text?', reasons: 'text?', article: 'text?', values: 'fields?', minutes: 'text?' },
    effect: { zh: '部门业务系统回传办理意见；不予的仍须另一人审批', en: 'a department’s own system reports its result as a proposal; a refusal still needs an approver' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'result.noConnector', 'result.wrongSystem', 'result.refusalIncomplete', 'procedure.stillOpen',
      'preliminary.notReported', 'deferred.missing', 'grant.valuesMissing', 'grant.valueInvalid', 'grant.valueNotStated', 'item.predecessorNotGranted', 'item.alreadyDecided', ...NOT_STARTED,
      'siteCheck.missing', ...UNHEARD],
  },
  handOver: {
    by: ['clerk'], phases: ['handling', 'delivery'], with: { items: 'items', way: 'way', recipient: 'text', relation: 'text?', tracking: 'text?' },
    effect: { zh: '统一出件：领取、邮寄或电子送达', en: 'hands over results: pick-up, courier or electronic' },
    refusals: ['item.unknown', 'handOver.notGranted', 'handOver.beforeAssembly', 'handOver.alreadyDone'],
  },
  urge: {
    by: ['manager'], phases: ['preReview', ...LIVE], with: { item: 'item?', message: 'text', days: 'count?' },
    effect: { zh: '督办，要求限期答复', en: 'urges a department, with a due answer' },
    refusals: ['item.unknown', 'item.alreadyDecided'],
  },
  answerUrge: {
    by: ['reviewer', 'approver', 'clerk'], phases: ['preReview', ...LIVE], with: { urge: 'text', answer: 'text' },
    effect: { zh: '答复督办', en: 'answers an urge' },
    refusals: ['urge.unknown', 'urge.answered', 'actor.wrongDepartment'],
  },
  stateOverdueReason: {
    by: ['reviewer', 'approver', 'clerk'], phases: EVER, with: { clock: 'clock', reason: 'text' },
    effect: { zh: '公开说明超期理由', en: 'states in public why a limit was exceeded' },
    refusals: ['clock.unknown', 'overdue.notOverdue', 'actor.wrongDepartment'],
  },
  recordAfterCheck: {
    by: ['reviewer'], phases: ['handling', 'delivery', 'closed'], with: { item: 'item', passed: 'yesNo', findings: 'text', measures: 'text?' },
    effect: { zh: '登记对告知承诺的事后核查结果；未通过的写明后续措施并书面告知申请人', en: 'records the check after a grant on a commitment; a failed one says what follows, and the applicant is told in writing' },
    refusals: ['item.unknown', 'actor.wrongDepartment', 'afterCheck.nothingToCheck', 'afterCheck.already', 'afterCheck.measuresMissing'],
  },
  rate: {
    by: APPLICANT, phases: ['closed'], with: { level: 'count', text: 'text?' },
    effect: { zh: '评价本次办理：1 非常不满意至 5 非常满意', en: 'rates the closed case, 1 (worst) to 5; a bad rating must be rectified' },
    refusals: ['rating.already', 'rating.windowOver', 'rating.noSuchLevel', 'actor.notApplicant'],
  },
  rectifyRating: {
    by: ['manager'], phases: ['closed'], with: { measures: 'text', followUp: 'text' },
    effect: { zh: '登记差评的整改措施和回访结果', en: 'records what was done about a bad rating, and the follow-up with the applicant' },
    refusals: ['rating.nothingToRectify'],
  },
  complain: {
    by: APPLICANT, phases: EVER, with: { text: 'text', item: 'item?', unresolved: 'yesNo?' },
    effect: { zh: '投诉，限期答复；或反映“办不成事”（unresolved），限期答复并跟踪到底', en: 'complains, answered within a limit; or reports what got stuck (unresolved), which is followed to its end as well' },
    refusals: ['item.unknown', 'actor.notApplicant'],
  },
  resolveComplaint: {
    by: ['manager'], phases: EVER, with: { complaint: 'text', answer: 'text', followUp: 'text?' },
    effect: { zh: '答复投诉；“办不成事”在办结并回访（followUp）之前限期再答复', en: 'answers a complaint; what got stuck is answered again within the limit until it is settled and followed up (followUp)' },
    refusals: ['complaint.unknown', 'complaint.resolved', 'complaint.notAtItsEnd'],
  },
  publishCalendar: {
    by: ['system'], phases: EVER, with: { decrees: 'decrees' },
    effect: { zh: '公布或修订节假日安排，重算未到期的时限', en: 'publishes or amends the calendar and recomputes open deadlines' },
    refusals: ['calendar.nothingNew'],
  },
  migrate: {
    by: ['system'], phases: ALL, with: { plan: 'plan' },
    effect: { zh: '转到服务定义的另一版本，已过的时间和中止照旧', en: 'moves the case to another version of its service, carrying over elapsed days and suspensions' },
    refusals: [
      'migrate.otherService', 'migrate.nothingNew', 'migrate.closed', 'migrate.itemGone', 'migrate.departmentChanged', 'migrate.heavierRule', 'migrate.asksAfterNotice',
      'migrate.handlingChanged', 'migrate.lapses', 'migrate.limitGone', 'migrate.correctionShorter', 'migrate.limitLonger',
    ],
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;

export interface CommandOf<N extends CommandName> {
  /** Chosen by whoever gives the command; the same id twice has one effect. */
  readonly id: string;
  readonly do: N;
  readonly as: Actor;
  readonly with: ArgumentsOf<(typeof COMMANDS)[N]['with']>;
}
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];
