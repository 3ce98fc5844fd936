import { compile } from '../../definitions/compile.ts';
import { periodOf } from '../../definitions/schema/limit.ts';
import type { ServiceDefinition } from '../../definitions/schema/service.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { type Guided, length } from './service-guide/blocks.ts';
import { GUIDE_STYLE } from './service-guide/guide-style.ts';
import { counts, SECTIONS } from './service-guide/sections.ts';
import { MODES } from './service-guide/vocabulary.ts';
import { both, html, type Html } from './timeline-page/html.ts';
import { STYLE } from './timeline-page/page-style.ts';

export interface ServiceGuideOptions {
  /** Shown in English at first; the reader can change it in either case. */
  readonly english?: boolean;
}

/**
 * The guide for applicants (办事指南) as one page in Chinese and English: items, materials, form, steps with their limits,
 * results, authorities and remedies. Self-contained: it asks for nothing, runs no script, and can be kept, mailed and printed.
 *
 * @param definition one that passed its checks
 * @example
 * await writeFile('open-restaurant.html', serviceGuide(definition));
 */
export function serviceGuide(definition: ServiceDefinition, { english = false }: ServiceGuideOptions = {}): string {
  const guided: Guided = { definition, plan: compile(definition) };
  const { name } = guided.plan.service;
  const sections = SECTIONS.flatMap(({ id, heading, content }) => {
    const written = content(guided);
    return written === null ? [] : [{ id, heading, written }];
  });
  const body = html`${head(guided, english, sections)}<main>${sections.map(({ id, heading, written }) => html`<section id="${id}"><h2>${both(heading)}</h2>${written}</section>`)}</main>${foot(guided)}`;
  return `<!doctype html>\n${html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="color-scheme" content="light"><title>${name.zh} 办事指南 · ${name.en}</title>`.markup}<style>${STYLE}
${GUIDE_STYLE}</style></head>\n<body>${body.markup}</body></html>\n`;
}

function head({ plan, definition }: Guided, english: boolean, sections: readonly { readonly id: string; readonly heading: Text }[]): Html {
  const { asked, spared, conditional } = counts(plan);
  const promise = length(periodOf(definition.promise.limit));
  const facts: readonly (readonly [Text, Text])[] = [
    [{ zh: '办理事项', en: 'Items' }, { zh: `${plan.items.length} 项${conditional ? `（其中 ${conditional} 项视情况）` : ''}`, en: `${plan.items.length}${conditional ? ` (${conditional} only if they apply)` : ''}` }],
    [{ zh: '办理部门', en: 'Departments' }, { zh: `${plan.departments.length} 个`, en: `${plan.departments.length}` }],
    [{ zh: '承诺时限', en: 'Promised' }, promise],
    ...(plan.joint ? [[{ zh: '法定时限', en: 'Statutory' }, length(plan.joint)] as const] : []),
    [{ zh: '申请材料', en: 'Materials' }, { zh: `需提交 ${asked} 份，免提交 ${spared} 份`, en: `${asked} asked from you, ${spared} not` }],
    [{ zh: '办理方式', en: 'Handling' }, MODES[plan.handling.mode]],
  ];
  return html`<header><div class="in"><label class="switch"><input type="checkbox" id="english"${english ? html` checked` : null}> English</label>
<div class="top"><h1>${both(plan.service.name)}</h1><em class="chip big">${both({ zh: '办事指南', en: 'Service guide' })}</em></div>
<p class="lead">${both({
    zh: `“${plan.service.name.zh}”一件事：一张表单、一套材料、一个窗口，${plan.departments.length} 个部门的 ${plan.items.length} 个事项同时办理，一次领取结果。`,
    en: `“${plan.service.name.en}” as one thing: one form, one set of materials, one window; ${plan.items.length} items of ${plan.departments.length} departments handled at the same time, one result.`,
  })}</p><dl class="facts">${facts.map(([label, value]) => html`<div><dt>${both(label)}</dt><dd>${both(value)}</dd></div>`)}</dl>
<nav aria-label="目录 contents"><ul class="contents">${sections.map(({ id, heading }) => html`<li><a href="#${id}">${both(heading)}</a></li>`)}</ul></nav></div></header>`;
}

function foot({ plan }: Guided): Html {
  return html`<footer>${both({
    zh: '日期和期限以中文文书为准；标注“依据待核”的条款尚未与公布文本核对。',
    en: 'The Chinese papers decide; not every basis has been compared with the published text yet, and those are marked.',
  })} <code>${plan.service.code} ${plan.service.version} ${plan.hash.slice(0, 12)}</code></footer>`;
}
