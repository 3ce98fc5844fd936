import type { Text } from './calendar.ts';

/** Why a command was refused: a code, the facts to fill its sentence with, and what may be done instead. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Commands this actor may give now, on the same item where one was named. */
  readonly allowed: readonly string[];
}

/** Each code's sentence, in words a clerk understands, and what to do next. `{name}` is filled from `params`. */
export const REJECTIONS = {
  'command.malformed': { zh: '命令格式不正确：需要 id、do、as、with。', en: 'A command needs id, do, as and with.' },
  'engine.defect': { zh: '引擎内部错误，命令没有生效：{message}。请报告维护人员。', en: 'A defect of the engine: {message}. The command had no effect; please report it.' },
  'command.unknown': { zh: '没有名为“{command}”的操作。', en: 'There is no command “{command}”.' },
  'command.unsupported': { zh: '操作“{command}”本引擎尚未支持。', en: 'This engine does not execute “{command}” yet.' },
  'command.notNow': { zh: '当前状态（{state}）下不能进行此操作。', en: 'This is not possible in the present state ({state}).' },
  'command.wrongRole': { zh: '“{role}”无权进行此操作，应由“{needed}”进行。', en: 'A {role} may not do this; it is for: {needed}.' },
  'command.argument': { zh: '参数“{path}”{zhProblem}。请对照命令说明填写。', en: 'Argument “{path}” is {problem}. See the command’s help.' },
  'case.archived': { zh: '本办件已归档，不能再操作；请查阅档案。', en: 'The case is archived; nothing can be done to it any more. Read the archive.' },
  'case.planMismatch': { zh: '办件所依据的服务定义与引擎收到的不一致。', en: 'The plan sent with the case is not the one it was received under.' },
  'simulation.refused': { zh: '本系统不接受模拟时间的办件；请在以 --simulation 启动的系统上进行。', en: 'This system takes no cases with a moved clock; use one started with --simulation.' },
  'item.unknown': { zh: '本办件没有事项“{item}”。本办件的事项：{items}。', en: 'The case has no item “{item}”. Its items: {items}.' },
  'item.alreadyDecided': { zh: '事项“{item}”已由{who}于{when}办结（{state}）。', en: 'Item “{item}” was already settled ({state}) by {who} at {when}.' },
  'item.notStarted': { zh: '事项“{item}”须待{waitsFor}准予后才能开始办理。', en: 'Item “{item}” starts when {waitsFor} is granted.' },
  'item.predecessorNotGranted': { zh: '前置事项{waitsFor}未获准予，本事项不能准予；可据此提出不予许可，或由申请人撤回。', en: '{waitsFor} was not granted, so this item cannot be: propose refusal on that ground, or the applicant withdraws it.' },
  'actor.wrongDepartment': { zh: '事项属“{department}”，“{actor}”无权办理。', en: 'This belongs to department “{department}”, not to “{actor}”.' },
  'actor.notApplicant': { zh: '只有申请人本人或其代理人可以进行此操作。', en: 'Only the applicant or the named agent may do this.' },
  'correction.alreadyNotified': { zh: '一次性补正通知已于{when}发出，不得再提出新的补正要求（行政许可法第三十二条）。', en: 'The one correction notice was issued at {when}; nothing may be added (ALL art. 32).' },
  'correction.nothingGiven': { zh: '没有给出任何更正内容。请给出字段、材料或说明。', en: 'Nothing was given. Supply a field, a material or a text.' },
  'correction.unknownLine': { zh: '补正通知中没有第“{line}”项。现有：{lines}。', en: 'The notice has no line “{line}”. It has: {lines}.' },
  'correction.notAsked': { zh: '字段“{field}”不在补正范围内，也不是因补正而须填写的字段。', en: 'The field “{field}” is neither what the notice asks for nor a question raised by its answer.' },
  'correction.addsItem': { zh: '更正后将新增事项“{item}”，须另行申请。', en: 'The corrected form would add item “{item}”: that needs a new case.' },
  'acceptance.alreadyIssued': { zh: '本办件已于{when}受理，受理后不再审查申请材料是否齐全。', en: 'The case was accepted on {when}; examination is over.' },
  'examine.defectsMissing': { zh: '答复“需补正”必须逐项列明：哪份材料或字段、有何问题、应补什么。', en: 'A deficient answer must list each defect: target, problem, what to supply.' },
  'examine.defectsNotAsked': { zh: '答复“{answer}”不能附带补正内容。', en: 'An answer “{answer}” carries no defects.' },
  'examine.groundMissing': { zh: '不属受理范围须写明理由及类别（无需许可或属其他机关）。', en: 'Out of scope needs its ground and a reason.' },
  'examine.rightAuthorityMissing': { zh: '属其他机关职权的，必须告知应向哪个机关申请。', en: 'Another authority’s matter must name the right authority.' },
  'examine.onTheSpot': { zh: '事项“{item}”依法当场审查，收件时未当场告知的即为齐全，不得再提出补正或不属受理范围。', en: 'Item “{item}” is examined on the spot: what was not told at receipt is complete, and nothing can be listed later.' },
  'field.unknown': { zh: '申请表没有字段“{field}”，或该字段与事项“{item}”无关。', en: 'The form has no field “{field}”, or item “{item}” does not need it.' },
  'material.unknown': { zh: '没有材料“{material}”。', en: 'There is no material “{material}”.' },
  'material.notNeeded': { zh: '事项“{item}”不需要材料“{material}”。', en: 'Item “{item}” does not need the material “{material}”.' },
  'form.invalid': { zh: '申请表不符合要求：{zhProblem}。', en: 'The form does not fit: {problem}.' },
  'receipt.noItem': { zh: '按所填内容，没有需要办理的事项。', en: 'With this form no item applies: there is nothing to receive.' },
  'receipt.policyNotAllowed': { zh: '本服务不允许选择“全部准予或全部不予”。', en: 'This service does not offer all-or-nothing.' },
  'receipt.noAuthority': { zh: '地区“{region}”没有“{department}”的实施机关。', en: 'No authority of “{department}” implements item “{item}” in region “{region}”.' },
  'receipt.notOnline': { zh: '“{zhService}”不能网上申请，请到综合窗口办理。', en: '“{service}” cannot be applied for online; please come to the window.' },
  'receipt.consentMissing': { zh: '还缺“{person}”的同意（{consent}）：须在收件前取得，窗口见证后登记。', en: 'The consent of “{person}” ({consent}) is missing: it must be there before the receipt, seen and noted by the window.' },
  'consent.nobodyNamed': { zh: '需要同意“{consent}”，但申请表没有写明由谁同意。请填写以下字段之一：{fields}。', en: 'The consent “{consent}” is needed, and the form names nobody to give it. Fill in one of: {fields}.' },
  'consent.unknown': { zh: '本申请不需要“{person}”的同意“{consent}”。需要的同意：{consents}。', en: 'The application needs no consent “{consent}” of “{person}”. It needs: {consents}.' },
  'consent.notHis': { zh: '“{actor}”不是申请表写明的人，不能代为同意“{consent}”。须由其本人以自己的身份同意。', en: '“{actor}” is not the person named in the form and cannot give the consent “{consent}”: it is for that person alone, by his own identity.' },
  'consent.alreadySaid': { zh: '对本次提交已于{when}表示过意见（{consent}）。申请人再次提交后可以重新表示。', en: 'This submission was consented to, or not, at {when} ({consent}). It can be said anew when the applicant submits again.' },
  'preReview.alreadyAnswered': { zh: '预审已有结果（{outcome}），不能再答复。申请人再次提交后重新预审。', en: 'The pre-review is over ({outcome}) and cannot be answered again. A new submission is looked at anew.' },
  'preReview.oneAnswer': { zh: '预审答复只能是以下之一：ready 齐备、missing 尚缺的内容、complex 特别复杂。', en: 'Answer with one of these: ready, what is missing, or complex.' },
  'preReview.notNeeded': { zh: '“{target}”不是本申请现在需要的材料或字段，不得要求提交（行政许可法第三十一条）。', en: '“{target}” is nothing that this application needs now: it may not be asked for (ALL art. 31).' },
  'preReview.noComplexLimit': { zh: '本服务没有规定特别复杂的预审时限。', en: 'This service has no longer limit for complex drafts.' },
  'preReview.alreadyComplex': { zh: '本次提交已标为特别复杂。', en: 'This submission is marked as complex already.' },
  'receipt.notOnTheSpot': { zh: '事项“{item}”不是当场审查的事项，不能在收件时由窗口代答。', en: 'Item “{item}” is not examined on the spot; the window cannot answer for it.' },
  'confirm.samePerson': { zh: '提出意见的人不能自己确认，须由另一人审批。', en: 'Who proposed cannot confirm: a second person must.' },
  'confirm.nothingProposed': { zh: '事项“{item}”当前没有待确认的意见（状态：{state}）。', en: 'Nothing is proposed on item “{item}” (state: {state}).' },
  'recheck.reasonsMissing': { zh: '不合格必须写明理由和依据条款。', en: 'Not satisfied needs reasons and the article.' },
  'recheck.notAnswered': { zh: '申请人没有在期限内答复全部补正内容，只能提出不予受理。', en: 'The applicant did not answer every defect in time: only non-acceptance can be proposed.' },
  'procedure.unknown': { zh: '事项“{item}”没有特别程序“{procedure}”。可用：{procedures}。', en: 'Item “{item}” has no special procedure “{procedure}”. It has: {procedures}.' },
  'procedure.notOpen': { zh: '特别程序“{procedure}”没有在进行。', en: 'Special procedure “{procedure}” is not running.' },
  'procedure.stillOpen': { zh: '特别程序尚未结束，不能提出决定意见；请先登记其结束。', en: 'A special procedure is still running; record its end first.' },
  'procedure.timeRanOut': { zh: '告知的时间已于{when}届满，不能再换发新的告知。', en: 'The time told ran out at {when}; a new notice must come before that.' },
  'extension.noSuchClock': { zh: '没有可以延长的法定时限。', en: 'There is no statutory limit to extend here.' },
  'extension.afterExpiry': { zh: '时限已于{when}届满，届满后不能再申请或批准延期。', en: 'The limit ran out at {when}: an extension must be asked and approved before.' },
  'extension.onlyOnce': { zh: '每个时限只能延长一次。', en: 'A limit can be extended only once.' },
  'extension.pending': { zh: '已有一份延期申请在等待批准。', en: 'A request for extension is already waiting.' },
  'extension.tooLong': { zh: '最多延长{cap}日。', en: 'At most {cap} days may be added.' },
  'extension.notRequested': { zh: '没有待批准的延期申请。', en: 'No extension is waiting for approval.' },
  'extension.wrongHead': { zh: '该延期须由{needed}批准。', en: 'This extension is for the {needed} to approve.' },
  'document.unknown': { zh: '没有需要登记送达的文书“{document}”。', en: 'There is no document “{document}” whose service is to be recorded.' },
  'service.alreadyRecorded': { zh: '该文书的送达日期已登记。', en: 'Its service is already recorded.' },
  'service.beforeIssue': { zh: '送达日期不能早于文书发出日期{issued}。', en: 'Service cannot be before issue on {issued}.' },
  'service.inFuture': { zh: '送达日期不能晚于今天{today}。', en: 'Service cannot be after today, {today}.' },
  'handOver.notGranted': { zh: '事项“{item}”没有可出件的准予结果。', en: 'Item “{item}” has no granted result to hand over.' },
  'handOver.beforeAssembly': { zh: '其他事项尚未办结，请待统一出件。', en: 'Other items are still undecided; wait for the one packet.' },
  'handOver.alreadyDone': { zh: '事项“{item}”的结果已于{when}出件。', en: 'The result of item “{item}” was handed over on {when}.' },
  'urge.unknown': { zh: '没有督办“{urge}”。', en: 'There is no urge “{urge}”.' },
  'urge.answered': { zh: '督办“{urge}”已答复。', en: 'Urge “{urge}” is already answered.' },
  'clock.unknown': { zh: '没有时限“{clock}”。现有：{clocks}。', en: 'There is no clock “{clock}”. There are: {clocks}.' },
  'overdue.notOverdue': { zh: '该时限没有超期。', en: 'That clock is not overdue.' },
  'receipt.notDeferrable': { zh: '材料“{material}”不能容缺：并非每个需要它的事项都允许后补，或者已经提交。', en: 'The material “{material}” cannot be deferred: not every item that needs it allows that, or it is there already.' },
  'examine.deferred': { zh: '材料“{material}”已准予容缺，申请人应于{when}前补交，不得列为缺件。', en: 'The material “{material}” is deferred until {when}: it cannot be listed as missing.' },
  'deferred.missing': { zh: '事项“{item}”的容缺材料“{material}”尚未补交（期限{when}），不能准予。', en: 'Item “{item}” waits for the deferred material “{material}” (due {when}): it cannot be granted yet.' },
  'deferred.notPromised': { zh: '“{material}”不是尚未补交的容缺材料。待补交：{materials}。', en: '“{material}” is no deferred material still to be brought. There are: {materials}.' },
  'rating.already': { zh: '本办件已经评价（{level}级），一次办理评价一次。', en: 'The case is rated already (level {level}); it is rated once.' },
  'rating.windowOver': { zh: '评价期已过。', en: 'The time for rating is over.' },
  'rating.noSuchLevel': { zh: '没有{level}级评价：1 非常不满意，2 不满意，3 基本满意，4 满意，5 非常满意。', en: 'There is no level {level}: 1 is the worst, 5 the best.' },
  'rating.nothingToRectify': { zh: '没有待整改的差评。', en: 'There is no bad rating to rectify.' },
  'complaint.unknown': { zh: '没有第{complaint}件投诉。', en: 'There is no complaint {complaint}.' },
  'complaint.resolved': { zh: '第{complaint}件投诉已经办结。', en: 'Complaint {complaint} is resolved already.' },
  'calendar.nothingNew': { zh: '本办件已采用该节假日安排。', en: 'The case already follows this calendar.' },
} as const satisfies Record<string, Text>;

export type RejectionCode = keyof typeof REJECTIONS;

/** The sentence of a rejection in both languages. */
export function sentenceOf({ code, params }: Pick<Rejection, 'code' | 'params'>): Text {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—'));
  return { zh: fill(REJECTIONS[code].zh), en: fill(REJECTIONS[code].en) };
}
