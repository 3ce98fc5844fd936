import { calendarOf, type Decree, type Text } from '../../workflows/case/calendar.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { dateOf, localTime } from '../../workflows/case/plain-date.ts';
import { PHASES } from './timeline/names.ts';
import { clockSection } from './timeline-page/clock-section.ts';
import { type DocumentLink, documentTitleLink, eventList } from './timeline-page/event-list.ts';
import { both, html, type Html } from './timeline-page/html.ts';
import { laneChart } from './timeline-page/lane-chart.ts';
import { legend, SHAPES } from './timeline-page/legend.ts';
import { STYLE } from './timeline-page/page-style.ts';
import { dateInChinese, momentInChinese } from './wording.ts';

export interface TimelinePage {
  readonly plan: CasePlan;
  /** The calendar the case follows now. */
  readonly decrees: readonly Decree[];
  readonly state: CaseState;
  readonly changes: readonly Change[];
  /** Where a document's file is; null or left out: it is only named. */
  readonly documentLink?: DocumentLink;
}

/**
 * A case as one page: who, what and how far; its lanes over the days; what happened; why each limit ends on its day; its
 * papers. Self-contained: it asks for nothing, runs no script, and can be kept, mailed and printed.
 *
 * @example
 * await writeFile('case.html', timelineHtml({ plan, decrees, state, changes, documentLink: ({ number }) => `${number}.pdf` }));
 */
export function timelineHtml({ plan, decrees, state, changes, documentLink = () => null }: TimelinePage): string {
  const calendar = calendarOf(decrees);
  const title = `${plan.service.name.zh} ${state.caseNo}`;
  const section = (heading: Text, content: Html, note: Html | null = null) => html`<section><h2>${both(heading)}</h2><div class="card">${content}${note}</div></section>`;
  return `<!doctype html>\n${html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="color-scheme" content="light"><title>${title}</title>`.markup}<style>${STYLE}</style></head>
<body>${html`${SHAPES}${head(plan, state)}<main>
${section({ zh: '办理进程', en: 'How it went' }, laneChart(plan, calendar, state, changes), legend())}
${section({ zh: '办理经过', en: 'What happened' }, eventList(plan, calendar, changes, documentLink))}
${section({ zh: '期限', en: 'Limits' }, clockSection(plan, calendar, state))}
${section({ zh: '文书', en: 'Documents' }, papers(changes, documentLink))}
</main>${foot(state)}`.markup}</body></html>\n`;
}

function head(plan: CasePlan, state: CaseState): Html {
  const items = Object.values(state.items);
  const granted = items.filter((item) => item.state === 'granted').length;
  const facts: readonly (readonly [Text, Html])[] = [
    [{ zh: '办件编号', en: 'Case number' }, html`<code>${state.caseNo}</code>`],
    [{ zh: '申请人', en: 'Applicant' }, html`${state.applicant.name}`],
    ...(state.preReview ? [[{ zh: '网上提交', en: 'Submitted online' }, date(dateOf(state.preReview.firstSubmittedAt))] as const] : []),
    [{ zh: '收件', en: 'Received' }, date(isReceived(state) ? state.receivedOn : null)],
    [{ zh: '受理（起算）', en: 'Accepted, effective' }, date(state.acceptance?.effectiveOn ?? null)],
    [{ zh: '办结', en: 'Closed' }, date(state.closedOn)],
    [{ zh: '准予事项', en: 'Items granted' }, html`${granted} / ${items.length}`],
  ];
  return html`<header><div class="in"><label class="switch"><input type="checkbox" id="english"> English</label>
${state.simulated ? html`<p class="simulated">模拟 SIMULATED：${both({ zh: '本办件由模拟环境生成，不具有法律效力', en: 'this case was made in a simulation and has no legal effect' })}</p>` : null}
<div class="top"><h1>${both(plan.service.name)}</h1><em class="chip big ${state.phase === 'closed' || state.phase === 'archived' ? 'good' : 'open'}">${both(PHASES[state.phase])}</em></div>
<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${both(label)}</dt><dd>${value}</dd></div>`)}</dl></div></header>`;
}

function isReceived(state: CaseState): boolean {
  return !state.preReview || state.documents.some((document) => document.kind === 'receipt');
}

function date(day: string | null): Html {
  return day === null ? html`—` : both({ zh: dateInChinese(day), en: day });
}

function papers(changes: readonly Change[], link: DocumentLink): Html {
  const documents = changes.flatMap((change) => (change.kind === 'documentIssued' ? [change.document] : []));
  return html`<ul class="papers">${documents.map((document) => html`<li>${documentTitleLink(document, link)}<span class="on">${both(document.issuer)}　${date(document.issuedOn)}</span></li>`)}</ul>`;
}

function foot(state: CaseState): Html {
  const asOf = localTime(state.at);
  return html`<footer>${both({
    zh: `截至${momentInChinese(asOf)}（北京时间）。日期以中文文书为准；标注“依据待核”的条款尚未与公布文本核对。`,
    en: `As of ${asOf.replace('T', ' ')}, Asia/Shanghai. The Chinese papers decide; a basis marked 依据待核 has not been compared with the published text yet.`,
  })}</footer>`;
}
