import type { NewWebhook } from '../../api/client/generated.ts';

/** How people and systems are told beside the bell: one's own addresses, subscriptions, what reached nobody. */
export default {
  own: {
    title: '消息设置', note: '消息总在右上角的铃铛里。留下联系方式，也会发到这里。', mail: '电子邮件', sms: '短信', address: { mail: '邮箱地址', sms: '手机号码' }, language: '语言', zh: '中文在前', en: '英文在前', zhOnly: '中文', enOnly: 'English',
    choice: '发哪些', all: '全部消息', important: '只发须我处理的和我在等的', smsNote: '短信只发须您处理的和您在等的消息。申请时填写的手机号码也会收到，除非在这里另留一个。', save: '保存', saved: '已保存', drop: '不再发送', dropOf: { mail: '不再发送电子邮件', sms: '不再按此号码发送短信' }, dropped: '不再发送', none: '未设置', needed: '请填写',
    configured: '邮件和短信由系统的邮箱、短信网关发出；未接通时只有铃铛。', link: '消息设置',
  },
  desk: { label: '消息送达', undelivered: '未送达的消息', webhooks: '系统推送' },
  undelivered: {
    title: '未送达的消息', note: '多次尝试后仍未送出、已放弃的消息。收件人在铃铛里仍能看到。', none: '没有未送达的消息。', column: { at: '时间', event: '消息', case: '办件', channel: '渠道', attempts: '次数', error: '原因', act: '操作' }, again: '重新发送', againOf: '重新发送：{{event}} {{caseNo}}', sent: '已重新排队发送', over: '订阅已结束',
  },
  channel: { mail: '电子邮件', sms: '短信', webhook: '系统推送' },
  webhooks: {
    title: '系统推送', note: '部门的系统可以订阅办件消息，消息带签名推送到其网址（Standard Webhooks）。', none: '没有订阅。', add: '新增订阅', url: '网址', urlNote: '完整的 https 网址', urlNeeded: '请填写网址', events: '消息种类', everyEvent: '全部', department: '部门', everyDepartment: '全部', create: '订阅',
    secret: '签名密钥', secretNote: '密钥只在此显示一次，请现在交给对方系统保存。遗失后只能停用并重新订阅。', copy: '复制', copied: '已复制', kept: '已保存密钥', about: '部门：{{department}} · 消息：{{events}}', by: '{{by}} 于 {{at}} 订阅', active: '推送中', ended: '已停用', endedAt: '{{at}} 停用：{{because}}', end: '停用', endOf: '停用：{{url}}', endSure: '停用后不再推送，排队中的消息不再发送，不能恢复。', endDone: '已停用',
  },
  event: {
    consentRefused: '有人不同意', preReviewMissing: '预审：还缺材料', preReviewReady: '预审通过，等待他人同意', draftEnding: '网上申请即将关闭', draftClosed: '网上申请已关闭', received: '申请已收件', correctionAsked: '请补正材料', correctionEnding: '补正期限快到了', deferredEnding: '容缺材料快到期', deferredOverdue: '容缺材料已逾期',
    outOfScope: '有事项不属于受理范围', notAccepted: '有事项不予受理', lapsed: '有事项视为放弃申请', itemDropped: '有事项不需要办了', accepted: '申请已受理', deemedAccepted: '申请视为已受理', procedureStarted: '特别程序开始', procedureRenewed: '特别程序延长', procedureEnded: '特别程序结束', extended: '办理期限延长',
    hearingRightTold: '告知听证权利', hearingAnnounced: '听证通知', granted: '准予', renewed: '视为准予延续', refused: '不予许可', withdrawnInHisName: '有事项按申请人的选择撤回', ready: '结果可以领取', readyAlone: '先办好的结果可以领取', handedOver: '结果已发放', afterChecked: '事后核查结果', ratingRectified: '评价已整改', complaintAnswered: '投诉已答复', closed: '办件已办结',
    consentAsked: '需要他人同意', preReviewToAnswer: '待预审', toExamine: '待审查材料', toRecheck: '待复核', toReportPreliminary: '待初审', toTellHearingRight: '待告知听证权利', toHoldHearing: '待组织听证', toCheckSite: '待现场核查', toDecide: '待办理', toConfirm: '待审批', returned: '退回重办', extensionToDecide: '延期待批', consulted: '征求意见',
    toSupervise: '准予结果推送', toCheckAfterwards: '待事后核查', toRecordService: '待登记送达', toHandOver: '待发放', urged: '督办', badRating: '差评待整改', complained: '投诉待答复', warned: '期限预警', overdue: '期限超期', calendarMissing: '节假日安排尚未公布',
    extensionApproved: '延期已批准', extensionRejected: '延期未批准', extensionLapsed: '延期申请失效', consultationAnswered: '征求意见已答复', consultationUnanswered: '征求意见期满未答复', urgeAnswered: '督办已答复',
  } satisfies Readonly<Record<EventName, string>>,
};

type EventName = NonNullable<NewWebhook['events']>[number];
