import { compile } from '../../definitions/compile.ts';
import { conditionInWords } from '../../definitions/condition/words.ts';
import type { ServiceDefinition } from '../../definitions/schema/service.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import type { CasePlan, ItemPlan } from '../../workflows/case/case-plan.ts';
import { header } from './service-picture/header.ts';
import { arrows, bars, lanes } from './service-picture/lanes.ts';
import { HEAD, type Layout, layoutOf, MARGIN, WIDTH } from './service-picture/layout.ts';
import { legend, legendHeight } from './service-picture/legend.ts';
import { lengthOf, type PictureLanguage, PictureWords } from './service-picture/picture-words.ts';
import { PICTURE_STYLE } from './service-picture/picture-style.ts';
import { html, Html } from './timeline-page/html.ts';

export interface ServicePictureOptions {
  /** Chinese with English below it when left out. */
  readonly language?: PictureLanguage;
  /** Without its heading it can stand on a page that has one. */
  readonly heading?: boolean;
}

/**
 * A service as a picture (SVG): its departments as lanes, its items as bars over the working days after acceptance, the
 * longest path dark. It asks for nothing outside itself, and says in words what it shows.
 *
 * @param definition one that passed its checks
 * @example
 * await writeFile('open-restaurant.svg', servicePicture(definition));
 */
export function servicePicture(definition: ServiceDefinition, { language = 'both', heading = true }: ServicePictureOptions = {}): string {
  const plan = compile(definition);
  const words = new PictureWords(language);
  const layout = layoutOf(definition, plan, words);
  const top = heading ? 0 : HEAD.y - 2;
  const height = layout.bottom + legendHeight(words) + MARGIN - top;
  // Ids are the picture's own: two pictures may stand on one page.
  const id = `picture-${plan.service.code}-${language}`;
  const { name } = plan.service;
  return wellFormed(html`<svg xmlns="http://www.w3.org/2000/svg" class="service-picture" viewBox="0 ${top} ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${language === 'en' ? 'en' : 'zh-CN'}">
<title id="${id}-title">${words.spoken(name)}</title><desc id="${id}-desc">${described(plan, layout, words)}</desc>
<style>${new Html(PICTURE_STYLE)}</style><rect class="p-paper" y="${top}" width="${WIDTH}" height="${height}"/>
${heading ? headingOf(plan, words) : null}
${lanes(layout, words)}${header(plan, layout, words)}${arrows(layout)}${bars(layout, plan, words)}${legend(layout, words)}</svg>`);
}

function headingOf({ items, departments, service, hash, preReview }: CasePlan, words: PictureWords): Html {
  const second = words.second(service.name);
  const subtitle = `${second ? `${second}　` : ''}${words.one({ zh: `${items.length} 个事项，${departments.length} 个部门`, en: `${items.length} items, ${departments.length} departments` })}${preReview ? words.one({ zh: `，可网上申请，预审${lengthOf(preReview.limit).zh}`, en: `, online: pre-review within ${lengthOf(preReview.limit).en}` }) : ''}`;
  return html`<text class="p-title" x="${MARGIN}" y="48">${words.main(service.name)}</text><text class="p-soft" x="${MARGIN}" y="74">${subtitle}</text>
<text class="p-soft p-end" x="${WIDTH - MARGIN}" y="74">${service.code} ${service.version} · ${hash.slice(0, 12)}</text>`;
}

/** The same in sentences. */
function described(plan: CasePlan, layout: Layout, words: PictureWords): string {
  const said = (text: Text): string => words.spoken(text);
  const end = words.language === 'en' ? ' ' : '';
  return [
    said({ zh: `自受理次日起按工作日计。整体承诺${lengthOf(layout.promise).zh}。`, en: `Working days after acceptance. Promised for all: ${lengthOf(layout.promise).en}.` }),
    ...(plan.preReview ? [said({ zh: `网上申请的，收件前预审${lengthOf(plan.preReview.limit).zh}。`, en: `Online drafts are looked at within ${lengthOf(plan.preReview.limit).en} before the receipt.` })] : []),
    ...(plan.joint ? [said({ zh: `联合办理法定期限${lengthOf(plan.joint).zh}。`, en: `Joint statutory limit: ${lengthOf(plan.joint).en}.` })] : []),
    ...layout.rows.map(({ item, span }) => said(itemInWords(item, plan, span))),
    said({
      zh: `最长路径：${layout.schedule.critical.map((one) => nameOf(plan, one).zh).join('、')}，共${layout.schedule.length}个工作日。`,
      en: `Longest path: ${layout.schedule.critical.map((one) => nameOf(plan, one).en).join(', ')}, ${layout.schedule.length} working days.`,
    }),
  ].join(end);
}

function itemInWords(item: ItemPlan, plan: CasePlan, { from, to }: { from: number; to: number }): Text {
  const when = item.condition ? conditionInWords(item.condition, plan.fields) : null;
  const after = item.dependsOn.map((one) => nameOf(plan, one));
  const department = nameOf({ ...plan, items: [] }, item.department);
  return {
    zh: `${item.name.zh}，${department.zh}，第${from}至${to}日${after.length ? `，在${after.map(({ zh }) => zh).join('、')}之后` : ''}${when ? `，${when.zh}时办理` : ''}。`,
    en: `${item.name.en}, ${department.en}, day ${from} to ${to}${after.length ? `, after ${after.map(({ en }) => en).join(', ')}` : ''}${when ? `, only if ${when.en}` : ''}.`,
  };
}

function nameOf({ items, departments }: CasePlan, id: string): Text {
  return [...items, ...departments].find((one) => one.id === id)?.name ?? { zh: id, en: id };
}

/** Without the characters that XML has no way to write. */
function wellFormed({ markup }: Html): string {
  return `${markup.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')}\n`;
}
