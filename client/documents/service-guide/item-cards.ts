import { termsOf } from '../../../definitions/item-terms.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { Authority, ItemPlan, Limit } from '../../../workflows/case/case-plan.ts';
import { priceOf } from '../wording.ts';
import { both, html, type Html } from '../timeline-page/html.ts';
import { departmentName } from '../timeline/names.ts';
import { basis, bases, condition, facts, type Guided, itemLinks, length } from './blocks.ts';
import { beforeDecision } from './before-decision.ts';
import { LEVELS, NATURES } from './vocabulary.ts';

/** Every item: what it is, whether one needs it, who decides it on what ground, and how long that takes. */
export function itemCards(guided: Guided): Html {
  return html`<div class="cards">${guided.plan.items.map((item) => card(item, guided))}</div>`;
}

function card(item: ItemPlan, guided: Guided): Html {
  const { limits, examination } = item;
  const authorities = authoritiesOf(item, guided);
  return html`<article class="card item" id="item-${item.id}"><h3>${both(item.name)}</h3><p class="chips"><em class="chip open">${both(NATURES[item.nature])}</em>${item.condition ? html`<em class="chip warned">${both({ zh: '视情况办理', en: 'only if it applies' })}</em>` : null}${
    item.instant ? html`<em class="chip good">${both({ zh: '可即时办结', en: 'may be granted at once' })}</em>` : null}${item.optional ? html`<em class="chip">${both({ zh: '可选', en: 'optional' })}</em>` : null}${item.automatic ? html`<em class="chip good">${both({ zh: '免申请', en: 'no application' })}</em>` : null}</p>${facts([
    [{ zh: '何种情形办理', en: 'Needed when' }, neededWhen(item, guided)],
    [{ zh: '特别规定', en: 'Special terms' }, terms(item, guided)],
    [{ zh: '办理部门', en: 'Department' }, html`${both(departmentName(guided.plan, item.department))}${authorities}`],
    [{ zh: '下级初审', en: 'First examined by' }, item.preliminary ? html`${both(departmentName(guided.plan, item.preliminary.department))} ${limit(item.preliminary.limit)} ${basis(item.preliminary.basis)}` : null],
    [{ zh: '监管部门', en: 'Supervised by' }, item.supervision ? html`${both(departmentName(guided.plan, item.supervision.department))} ${basis(item.supervision.basis)}` : null],
    [{ zh: '设定依据', en: 'Basis' }, bases(item.basis)],
    [{ zh: '前置事项', en: 'Starts after' }, item.dependsOn.length > 0 ? itemLinks(guided, item.dependsOn) : null],
    [{ zh: '承诺时限', en: 'Promised limit' }, limit(limits.promised)],
    [{ zh: '部门内部时限', en: 'Internal limit' }, limit(limits.internal)],
    [{ zh: '法定时限', en: 'Statutory limit' }, limits.statutory ? html`${limit(limits.statutory)}${limits.statutory.extension ? html`<br>${both({
      zh: `经本机关负责人批准可延长至多${length({ length: limits.statutory.extension.cap, unit: limits.statutory.unit }).zh}，一次为限`,
      en: `May be extended once, by at most ${length({ length: limits.statutory.extension.cap, unit: limits.statutory.unit }).en}, with the approval of the head of the authority`,
    })} ${basis(limits.statutory.extension.basis)}` : null}` : guided.plan.joint ? both({ zh: '适用联合办理法定期限', en: 'The joint statutory limit' }) : null],
    ...beforeDecision(item, guided),
    [{ zh: '申请材料审查', en: 'Examination' }, examination.mode === 'onTheSpot' ? html`${both({ zh: '当场审查', en: 'On the spot' })} ${basis(examination.basis)}` : limit(examination.limit)],
    [{ zh: '即时办结的条件', en: 'Granted at once if' }, item.instant ? both(condition(item.instant, guided)) : null],
    [{ zh: '告知承诺', en: 'Commitment' }, commitment(item, guided)],
    [{ zh: '收费', en: 'Fees' }, fees(item)],
    [{ zh: '办理结果', en: 'Result' }, both(item.result.name)],
    [{ zh: '基本编码', en: 'Basic code' }, item.basicCode ? html`<code>${item.basicCode}</code>` : null],
  ])}</article>`;
}

/** An optional item is never needed: it may be chosen by whom it fits. */
function neededWhen({ condition: when, optional }: ItemPlan, guided: Guided): Html {
  if (!optional) return both(when ? condition(when, guided) : { zh: '所有申请人', en: 'Always' });
  if (!when) return both({ zh: '由申请人选择', en: 'If you choose it' });
  const { zh, en } = condition(when, guided);
  return both({ zh: `由申请人选择；限于${zh}`, en: `If you choose it; only if ${en}` });
}

function commitment({ commitment: offered }: ItemPlan, guided: Guided): Html | null {
  if (!offered) return null;
  const { plan } = guided;
  const replaced = plan.materials.filter(({ code }) => offered.replaces?.includes(code)).map(({ name }) => name);
  return html`${both(offered.limit
    ? { zh: `书面承诺的，${length(offered.limit).zh}内决定`, en: `Decided within ${length(offered.limit).en} if you commit in writing` }
    : { zh: '书面承诺的，当场准予', en: 'Granted at once if you commit in writing' })} ${basis(offered.basis)}${
    offered.when ? html`<span class="when">${both({ zh: `条件：${condition(offered.when, guided).zh}`, en: `only if ${condition(offered.when, guided).en}` })}</span>` : null}${
    replaced.length > 0 ? html`<br>${both({ zh: `不必提交：${replaced.map(({ zh }) => zh).join('、')}`, en: `Need not be brought then: ${replaced.map(({ en }) => en).join(', ')}` })}` : null}<br>${
    both({ zh: `准予后${length(offered.afterCheck).zh}内核查`, en: `Checked within ${length(offered.afterCheck).en} of the grant` })} ${basis(offered.afterCheck.basis)}`;
}

function fees({ fees: all = [] }: ItemPlan): Html {
  if (all.length === 0) return both({ zh: '不收费', en: 'None' });
  return html`<ul class="plain">${all.map((fee) => html`<li>${both(priceOf(fee))} ${basis(fee.basis)}</li>`)}</ul>`;
}

function terms(item: ItemPlan, { plan }: Guided): Html | null {
  // That it is optional stands in the line above.
  const all = termsOf(item, plan).filter(({ key }) => key !== 'optional');
  return all.length > 0 ? html`<ul class="plain">${all.map((term) => html`<li>${both(term.text)}${term.basis ? html` ${basis(term.basis)}` : null}</li>`)}</ul>` : null;
}

function limit(of: Limit | undefined): Html | null {
  return of ? html`${both(length(of))} ${basis(of.basis)}` : null;
}

function authoritiesOf(item: ItemPlan, { plan }: Guided): Html {
  const all = plan.departments.find(({ id }) => id === item.department)?.authorities ?? [];
  const own = all.filter((one) => !item.level || one.level === item.level);
  return html`<ul class="plain small">${own.map((one) => html`<li>${both(regionName(one, all.length === 1))}${both({ zh: '：', en: ': ' })}${both(one.principal)}${both({ zh: `（${LEVELS[one.level].zh}）`, en: ` (${LEVELS[one.level].en})` })}</li>`)}</ul>`;
}

/** `alone`: the department has no other authority. */
export function regionName({ region }: Authority, alone: boolean): Text {
  if (region === '' && alone) return { zh: '所有地区', en: 'Everywhere' };
  return region === '' ? { zh: '其他地区', en: 'Elsewhere' } : { zh: `地区 ${region}`, en: `Region ${region}` };
}
