import { conditionInWords } from '../../../definitions/condition/words.ts';
import type { ServiceDefinition } from '../../../definitions/schema/service.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan, LegalBasis, Limit } from '../../../workflows/case/case-plan.ts';
import type { Expr } from '../../../workflows/case/condition.ts';
import { both, html, type Html } from '../timeline-page/html.ts';
import { itemName } from '../timeline/names.ts';
import { citationInEnglish, UNVERIFIED_IN_ENGLISH } from '../citation-in-english.ts';
import { citation, lengthInChinese, lengthInEnglish, UNVERIFIED } from '../wording.ts';

/** What a guide is written from: the definition, and the plan it compiles to. */
export interface Guided {
  readonly definition: ServiceDefinition;
  readonly plan: CasePlan;
}

/** A law, with its mark while nobody has compared it with the published text. */
export function basis(one: LegalBasis): Html {
  return html`<span class="law"><span lang="zh-CN">${citation(one)}${one.verified ? null : html`<i>${UNVERIFIED}</i>`}</span><span lang="en">${
    citationInEnglish(one)}${one.verified ? null : html`<i>${UNVERIFIED_IN_ENGLISH}</i>`}</span></span>`;
}

export function bases(list: readonly LegalBasis[]): Html {
  return html`${list.map((one, index) => html`${index > 0 ? html`<br>` : null}${basis(one)}`)}`;
}

export function length({ length: many, unit }: Pick<Limit, 'length' | 'unit'>): Text {
  return { zh: lengthInChinese(many, unit), en: lengthInEnglish(many, unit) };
}

export function condition(expr: Expr, { plan }: Guided): Text {
  return conditionInWords(expr, plan.fields);
}

/** Links to the items; all of them are not named one by one. */
export function itemLinks({ plan }: Guided, ids: readonly string[]): Html {
  if (ids.length > 2 && ids.length === plan.items.length) return both({ zh: '所有事项', en: 'All items' });
  return html`${ids.map((id, index) => html`${index > 0 ? both({ zh: '、', en: ', ' }) : null}${itemLink(plan, id)}`)}`;
}

export function itemLink(plan: CasePlan, id: string): Html {
  return html`<a href="#item-${id}">${both(itemName(plan, id))}</a>`;
}

/** A table that becomes a list of cards on a telephone: every cell carries its heading. */
export function table<R>(rows: readonly R[], columns: readonly (readonly [Text, (row: R) => Html | null])[]): Html {
  return html`<table class="rows"><thead><tr>${columns.map(([heading]) => html`<th scope="col">${both(heading)}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${
    columns.map(([heading, cell]) => html`<td><span class="head">${both(heading)}</span><div>${cell(row) ?? html`—`}</div></td>`)}</tr>`)}</tbody></table>`;
}

/** `名称：内容` pairs; what is null is left out. */
export function facts(pairs: readonly (readonly [Text, Html | null])[]): Html {
  return html`<dl class="pairs">${pairs.map(([name, value]) => (value === null ? html`` : html`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`))}</dl>`;
}
