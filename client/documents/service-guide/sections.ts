import { periodOf } from '../../../definitions/schema/limit.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { Authority, CasePlan, FieldPlan, LegalBasis, MaterialPlan, ProcedurePlan } from '../../../workflows/case/case-plan.ts';
import { basisOf } from '../../../definitions/schema/legal-basis.ts';
import { servicePicture } from '../service-picture.ts';
import { both, html, Html } from '../timeline-page/html.ts';
import { departmentName } from '../timeline/names.ts';
import { basis, condition, type Guided, itemLink, itemLinks, length, table } from './blocks.ts';
import { itemCards, regionName } from './item-cards.ts';
import { FIELD_TYPES, LEVELS, RESULTS, SOURCES } from './vocabulary.ts';

export interface Section {
  readonly id: string;
  readonly heading: Text;
  /** Null: the service has nothing of the kind, and the section is left out. */
  content(guided: Guided): Html | null;
}

/** The guide's sections, in the order of its pages. What the language learns to say gets a section, or a line in one. */
export const SECTIONS: readonly Section[] = [
  { id: 'picture', heading: { zh: '一图看懂', en: 'At a glance' }, content: picture },
  { id: 'items', heading: { zh: '办理事项', en: 'Items' }, content: itemCards },
  { id: 'materials', heading: { zh: '一套材料', en: 'One set of materials' }, content: materials },
  { id: 'form', heading: { zh: '一张表单', en: 'One form' }, content: form },
  { id: 'consents', heading: { zh: '须事先取得的同意', en: 'Consents needed beforehand' }, content: consents },
  { id: 'steps', heading: { zh: '办理流程和时限', en: 'Steps and limits' }, content: steps },
  { id: 'procedures', heading: { zh: '可能停止计时的特别程序', en: 'Special procedures that may stop the clock' }, content: procedures },
  { id: 'results', heading: { zh: '办理结果', en: 'Results' }, content: results },
  { id: 'authorities', heading: { zh: '实施机关和救济途径', en: 'Authorities and remedies' }, content: authorities },
];

/** Drawn in each language; the page shows the one that is chosen. */
function picture({ definition }: Guided): Html {
  const drawn = (['zh', 'en'] as const).map((language) => new Html(servicePicture(definition, { language, heading: false })));
  return html`<div class="card"><div class="scroll" tabindex="0" role="region" aria-label="办理流程图 picture of the service"><div class="drawing">${drawn}</div></div></div>`;
}

function materials(guided: Guided): Html | null {
  const { plan, definition } = guided;
  if (plan.materials.length === 0) return null;
  const from = (material: MaterialPlan): Html => {
    const upstream = definition.materials.find(({ code }) => code === material.code)?.resultOf;
    return html`${both(SOURCES[material.source])}${upstream ? html`${both({ zh: '：', en: ': ' })}${itemLink(plan, upstream)}` : null}`;
  };
  return html`<div class="card">${table(plan.materials, [
    [{ zh: '材料', en: 'Material' }, ({ name, repeat }) => html`<b>${both(name)}</b>${each(repeat, guided)}`],
    [{ zh: '申请人提交', en: 'Asked from you' }, ({ source }) => SOURCES[source].asked ? html`<em class="chip warned">${both({ zh: '需提交', en: 'yes' })}</em>` : html`<em class="chip good">${both({ zh: '免提交', en: 'no' })}</em>`],
    [{ zh: '来源', en: 'Source' }, from],
    [{ zh: '用于', en: 'Needed for' }, ({ neededBy }) => html`<ul class="plain">${neededBy.map(({ item, when, basis: rests, deferrable, commitment }) => html`<li>${itemLink(plan, item)}${deferrable ? html`<span class="when">${
      both({ zh: `可容缺，收件后${length(deferrable).zh}内补交`, en: `may be brought within ${length(deferrable).en} of receipt` })}</span>` : null}${commitment ? html`<span class="when">${
      both({ zh: `可以书面承诺代替，准予后${length(commitment.afterCheck).zh}内核查`, en: `a written commitment may replace it, checked within ${length(commitment.afterCheck).en} of the grant` })}</span>` : null}${when ? html`<span class="when">${
      both({ zh: `条件：${condition(when, guided).zh}`, en: `only if ${condition(when, guided).en}` })}</span>` : null}${rests ? html` ${basis(rests)}` : null}</li>`)}</ul>`],
  ])}</div>`;
}

function form(guided: Guided): Html | null {
  const { fields } = guided.plan;
  if (fields.length === 0) return null;
  return html`<div class="card">${table(fields, [
    [{ zh: '填写内容', en: 'Question' }, ({ label, personal, repeat }) => html`<b>${both(label)}</b>${each(repeat, guided)}${personal ? html` <em class="chip">${both({ zh: '个人信息', en: 'personal' })}</em>` : null}`],
    [{ zh: '填写方式', en: 'Answer' }, (field) => html`${both(FIELD_TYPES[field.type])}${bounds(field)}${field.choices.length > 0 ? html`<ul class="plain small">${field.choices.map((choice) => html`<li>${both(choice.label)}</li>`)}</ul>` : null}`],
    [{ zh: '必填', en: 'Required' }, ({ required, when }) => html`${both(required ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })}${when ? html`<span class="when">${
      both({ zh: `条件：${condition(when, guided).zh}`, en: `asked only if ${condition(when, guided).en}` })}</span>` : null}`],
    [{ zh: '用于', en: 'Needed for' }, ({ neededBy }) => itemLinks(guided, neededBy)],
  ])}</div>`;
}

/** One for each of so many. */
function each(count: string | undefined, { plan }: Guided): Html | null {
  const label = plan.fields.find(({ code }) => code === count)?.label;
  return label ? html` <em class="chip">${both({ zh: `按“${label.zh}”逐一`, en: `one for each: ${label.en}` })}</em>` : null;
}

function bounds({ min, max }: FieldPlan): Html | null {
  if (min === undefined && max === undefined) return null;
  const range = max === undefined ? `≥ ${min}` : min === undefined ? `≤ ${max}` : `${min} – ${max}`;
  return html` <span class="small">${range}</span>`;
}

function consents(guided: Guided): Html | null {
  const { consents: all, fields } = guided.plan;
  if (!all) return null;
  const label = (code: string) => fields.find((field) => field.code === code)?.label ?? { zh: code, en: code };
  return html`<div class="card">${table(all, [
    [{ zh: '由谁同意', en: 'Whose' }, ({ who, persons }) => html`<b>${both(who)}</b><ul class="plain small">${persons.map(({ identity }) => html`<li>${both(label(identity))}</li>`)}</ul>`],
    [{ zh: '同意什么', en: 'To what' }, ({ to, condition: when }) => html`${both(to)}${when ? html`<span class="when">${
      both({ zh: `条件：${condition(when, guided).zh}`, en: `only if ${condition(when, guided).en}` })}</span>` : null}`],
    [{ zh: '用于', en: 'Needed for' }, ({ items }) => itemLinks(guided, items)],
    [{ zh: '依据', en: 'Required by' }, ({ basis: rests }) => basis(rests)],
  ])}<p class="note">${both({
    zh: '收件前取得：网上申请的，由其本人以自己的身份表示；到窗口申请的，当面签字或提交其书面同意。',
    en: 'Needed before the receipt: online each person says so by his own identity, at the window by signing there or in writing.',
  })}</p></div>`;
}

interface Step {
  readonly name: Text;
  readonly limit: Text;
  readonly text: Text;
  readonly basis: LegalBasis | null;
}

function steps({ plan, definition }: Guided): Html {
  const promise = length(periodOf(definition.promise.limit));
  const correction = length(plan.correction.limit);
  const own = plan.items.filter(({ examination }) => examination.mode === 'onTheSpot' || examination.limit);
  const all: Step[] = [
    ...preReviewStep(plan),
    { name: { zh: '申请和收件', en: 'Application and receipt' }, limit: { zh: '当场', en: 'On the spot' }, basis: null,
      text: { zh: '向综合窗口提交一张表单、一套材料。能够当场更正的错误允许当场更正；收件后出具收件凭证。', en: 'Hand in one form and one set of materials at the one window. What can be put right on the spot may be. You get a dated receipt.' } },
    { name: { zh: '审查', en: 'Examination' }, limit: length(plan.examination), basis: plan.examination.basis,
      text: { zh: `各部门同时审查${own.length > 0 ? '（部分事项另有规定，见各事项）' : ''}。逾期未答复的，自收件之日起视为受理。`, en: `All departments examine at the same time${own.length > 0 ? ' (some items have a rule of their own)' : ''}. In silence it counts as accepted from the day of receipt.` } },
    { name: { zh: '补正（如需）', en: 'Correction, if asked for' }, limit: correction, basis: plan.correction.limit.basis,
      text: { zh: `需要补正的全部内容一次性告知，只告知一次。请在${correction.zh}内补正；${plan.correction.whenOver === 'lapse' ? '逾期未补正的，视为放弃申请。' : '逾期未补正的，由部门依法作出不予受理的决定。'}`,
        en: `Everything to be corrected is told at once, in one notice. Answer within ${correction.en}; ${plan.correction.whenOver === 'lapse' ? 'what is not answered in time lapses.' : 'what is not answered in time is put to the department for a decision not to accept it.'}` } },
    { name: { zh: '受理', en: 'Acceptance' }, limit: { zh: '审查通过之日', en: 'When examined' }, basis: null,
      text: { zh: '出具受理通知书，注明受理日期和各项期限。', en: 'You get a proof of acceptance with its date and the limits.' } },
    { name: { zh: '办理', en: 'Handling' }, limit: { zh: `承诺 ${promise.zh}${plan.joint ? `，法定 ${length(plan.joint).zh}` : ''}`, en: `${promise.en} promised${plan.joint ? `, ${length(plan.joint).en} statutory` : ''}` },
      basis: plan.joint?.basis ?? basisOf(definition.bases, definition.promise.basis),
      text: {
        zh: `各部门同时办理，有前置事项的在其获准后开始。不予准许须由另一人审批，并书面说明理由、依据和救济途径。${plan.consultation ? `征求其他部门意见的时间（至多${length(plan.consultation.limit).zh}）计入期限。` : ''}${plan.joint ? `经本级人民政府负责人批准可延长至多${length({ length: plan.joint.extension.cap, unit: plan.joint.unit }).zh}，一次为限，并告知理由。` : ''}`,
        en: `Departments work at the same time; an item that waits for another starts when that is granted. A refusal needs a second person, and says in writing why, on what ground and what remedy there is.${plan.consultation ? ` Departments may ask each other for an opinion, within ${length(plan.consultation.limit).en}; that time counts.` : ''}${plan.joint ? ` May be extended once, by at most ${length({ length: plan.joint.extension.cap, unit: plan.joint.unit }).en}, with the approval of the head of the same-level government, who says why.` : ''}`,
      } },
    { name: { zh: '出件、送达', en: 'Delivery' }, limit: length(plan.delivery), basis: plan.delivery.basis,
      text: { zh: '自作出决定之日起计算。所有结果汇总后由一个窗口统一送达，可自取、邮寄或电子送达。', en: 'Counted from the decision. All results leave by one window: to be picked up, by courier, or electronically.' } },
    { name: { zh: '评价', en: 'Rating' }, limit: length(plan.ratingWindow), basis: plan.ratingWindow.basis,
      text: { zh: '办结后可以评价。', en: 'The service can be rated after it is closed.' } },
  ];
  return html`<ol class="card steps">${all.map((step) => html`<li><div class="line"><h3>${both(step.name)}</h3><em class="chip open">${both(step.limit)}</em></div><p>${both(step.text)}</p>${step.basis ? html`<p class="small">${basis(step.basis)}</p>` : null}</li>`)}</ol>
<p class="note">${both({
    zh: '“工作日”不含法定节假日，含调休上班日；期限开始的当日不计，最后一日至24时届满。只有法定时限具有法律效力，承诺时限是服务承诺。',
    en: 'Working days leave out public holidays and include make-up working days. The day a limit starts is not counted; the last day ends at 24:00. Only statutory limits have legal effect; a promised limit is a promise of the service.',
  })}</p>`;
}

function preReviewStep({ preReview }: CasePlan): Step[] {
  if (!preReview) return [];
  const { limit, complexLimit, draftKept } = preReview;
  const longer = complexLimit ? { zh: `，特别复杂的${length(complexLimit).zh}`, en: `, ${length(complexLimit).en} if specially complex` } : { zh: '', en: '' };
  return [{
    name: { zh: '网上申请和预审', en: 'Online application and pre-review' }, limit: { zh: `${length(limit).zh}${longer.zh}`, en: `${length(limit).en}${longer.en}` }, basis: limit.basis,
    text: {
      zh: `可以网上提交，也可以直接到窗口申请。预审告知齐备或者尚缺的内容，是收件前的辅导，不占用一次性告知；齐备或者逾期未答复的，即行收件。尚缺内容或者等待他人同意的，申请保留${length(draftKept).zh}，期满关闭，可以重新申请。`,
      en: `Apply online, or come to the window at once. The pre-review tells whether everything is there or what is missing: advice before the receipt, which never uses up the one notice. Ready, or not answered in time: received. With something missing or a consent outstanding, the draft is kept for ${length(draftKept).en} and then closed; you may apply again.`,
    },
  }];
}

function procedures({ plan }: Guided): Html | null {
  const all = plan.items.flatMap((item) => item.procedures.map((procedure) => ({ item: item.id, procedure })));
  if (all.length === 0) return null;
  const stops = ({ stopsClock }: ProcedurePlan): Html => stopsClock
    ? html`<em class="chip warned">${both({ zh: '停止计时', en: 'stops the clock' })}</em> ${basis(stopsClock)}`
    : html`<em class="chip">${both({ zh: '计入期限', en: 'its time counts' })}</em>`;
  return html`<div class="card">${table(all, [
    [{ zh: '特别程序', en: 'Procedure' }, ({ procedure }) => html`<b>${both(procedure.name)}</b>${procedure.intermediary ? html` <em class="chip">${both(procedure.intermediary.paidBy === 'authority' ? { zh: '中介服务，机关付费', en: 'intermediary, paid by the authority' } : { zh: '中介服务，自主选择', en: 'intermediary of your choice' })}</em>` : null}`],
    [{ zh: '事项', en: 'Item' }, ({ item }) => itemLink(plan, item)],
    [{ zh: '期限', en: 'The limit' }, ({ procedure }) => stops(procedure)],
    [{ zh: '依据', en: 'Required by' }, ({ procedure }) => basis(procedure.basis)],
  ])}<p class="note">${both({ zh: '停止计时的，书面告知所需时间和新的预计办结日期。', en: 'Where the clock stops, you are told in writing how long, and the new expected date.' })}</p></div>`;
}

function results({ plan }: Guided): Html {
  return html`<div class="card">${table(plan.items, [
    [{ zh: '结果', en: 'Result' }, ({ result }) => html`<b>${both(result.name)}</b>`],
    [{ zh: '种类', en: 'Kind' }, ({ result }) => both(RESULTS[result.kind])],
    [{ zh: '事项', en: 'Item' }, ({ id }) => itemLink(plan, id)],
    [{ zh: '送达', en: 'Delivered' }, () => both({ zh: `决定后${length(plan.delivery).zh}内`, en: `within ${length(plan.delivery).en} of the decision` })],
  ])}<p class="note">${both(plan.outcome.allOrNothingAllowed
    ? { zh: '各事项分别作出决定：一个事项未获准，不影响其他事项。收件时也可以书面选择全部事项同时准许、否则全部撤回。', en: 'Each item is decided on its own: the refusal of one does not undo another. At receipt you may choose in writing that they stand or fall together.' }
    : { zh: '各事项分别作出决定：一个事项未获准，不影响其他事项；依赖其结果的事项由部门另行处理。', en: 'Each item is decided on its own: the refusal of one does not undo another; what waits for it is put to its department.' })}</p></div>`;
}

function authorities({ plan }: Guided): Html {
  const rows = plan.departments.flatMap((department) => department.authorities.map((authority) => ({ department: department.id, alone: department.authorities.length === 1, authority })));
  const name = (authority: Authority): Html => html`<b>${both(authority.principal)}</b>${authority.delegate ? html`<br>${both({ zh: `受委托：${authority.delegate.zh}`, en: `delegate: ${authority.delegate.en}` })}` : null}`;
  return html`<div class="card">${table(rows, [
    [{ zh: '部门', en: 'Department' }, ({ department }) => both(departmentName(plan, department))],
    [{ zh: '地区', en: 'Region' }, ({ authority, alone }) => html`${both(regionName(authority, alone))}${both({ zh: `（${LEVELS[authority.level].zh}）`, en: ` (${LEVELS[authority.level].en})` })}`],
    [{ zh: '实施机关', en: 'Authority' }, ({ authority }) => name(authority)],
    [{ zh: '行政复议机关', en: 'Reconsideration' }, ({ authority }) => both('remedy' in authority ? NO_ORGAN : authority.reconsiderationOrgan)],
    [{ zh: '行政诉讼', en: 'Court' }, ({ authority }) => both('remedy' in authority ? authority.remedy : authority.court)],
  ])}<p class="note">${both({
    zh: '对不予受理、不予许可等决定不服的，可以自知道决定之日起60日内申请行政复议（《行政复议法》第二十条），或者六个月内向人民法院提起行政诉讼（《行政诉讼法》第四十六条）。',
    en: 'Against a decision one may apply for reconsideration within 60 days of learning of it (Administrative Reconsideration Law, art. 20), or sue within six months (Administrative Litigation Law, art. 46).',
  })}</p></div>`;
}

const NO_ORGAN: Text = { zh: '不是行政机关', en: 'no administrative organ' };

/** The numbers at the head of a guide. */
export function counts(plan: CasePlan): { readonly asked: number; readonly spared: number; readonly conditional: number } {
  const asked = plan.materials.filter(({ source }) => SOURCES[source].asked).length;
  return { asked, spared: plan.materials.length - asked, conditional: plan.items.filter(({ condition: when, optional }) => when || optional).length };
}
