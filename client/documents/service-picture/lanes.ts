import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { html, type Html } from '../timeline-page/html.ts';
import { BAR, CORRECTION, DEPARTMENT, departmentLines, EXAMINATION, HEAD, ITEM, type Lane, type Layout, MARGIN, RESULT, type Row, WIDTH } from './layout.ts';
import { lengthOf, type PictureWords } from './picture-words.ts';
import { textLines } from './text-lines.ts';

/** A lane for each department, in it a row for each item: its name, its bar, its result. */
export function lanes(layout: Layout, words: PictureWords): Html {
  const top = HEAD.y + HEAD.height;
  const column = ({ x, width }: { readonly x: number; readonly width: number }, kind: string): Html => html`<rect class="${kind} p-column" x="${x + 1}" y="${top}" width="${width - 2}" height="${layout.bottom - top}"/>`;
  return html`<g>${column(EXAMINATION, 'p-examination')}${column(CORRECTION, 'p-correction')}${column(RESULT, 'p-result')}${layout.lanes.map((lane) => laneOf(lane, words))}
<line class="p-rule" x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${layout.bottom}" y2="${layout.bottom}"/></g>`;
}

function laneOf({ department, y, height, rows }: Lane, words: PictureWords): Html {
  return html`<g><rect class="p-department" x="${DEPARTMENT.x}" y="${y + 2}" width="${DEPARTMENT.width}" height="${height - 4}" rx="4"/>${stacked(departmentLines(department, words), DEPARTMENT.x + 10, y + 8)}
<line class="p-rule" x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y}" y2="${y}"/>${rows.map((row, index) => html`${index > 0 ? html`<line class="p-row" x1="${ITEM.x}" x2="${WIDTH - MARGIN}" y1="${row.y}" y2="${row.y}"/>` : null}${labelOf(row)}${ownExamination(row, words)}${resultOf(row, words)}`)}</g>`;
}

const HIGH = { main: 18, second: 14, small: 15 } as const;

function labelOf({ label, y }: Row): Html {
  return stacked(label.map(({ text, kind }) => ({ text, kind: `p-${kind}`, high: HIGH[kind] })), ITEM.x, y + 9);
}

/** Lines of text below each other, each as high as it says. */
function stacked(lines: readonly { readonly text: string; readonly kind: string; readonly high: number }[], x: number, top: number): Html {
  let y = top;
  const drawn = lines.map(({ text, kind, high }) => {
    y += high;
    return html`<text class="${kind}" x="${x}" y="${y - 3}">${text}</text>`;
  });
  return html`${drawn}`;
}

/** An item whose own law says how long it may be examined. */
function ownExamination({ item, y }: Row, words: PictureWords): Html | null {
  const { examination } = item;
  const own: Text | null = examination.mode === 'onTheSpot' ? { zh: '当场审查', en: 'on the spot' } : examination.limit ? { zh: `≤ ${lengthOf(examination.limit).zh}`, en: `≤ ${lengthOf(examination.limit).en}` } : null;
  if (!own) return null;
  const lines = textLines(words.one(own), EXAMINATION.width - 12, 11.5, 2);
  return html`<rect class="p-own-box" x="${EXAMINATION.x + 4}" y="${y + BAR.top - 4}" width="${EXAMINATION.width - 8}" height="${lines.length * 14 + 9}" rx="8"/>${
    lines.map((line, index) => html`<text class="p-own" x="${EXAMINATION.x + EXAMINATION.width / 2}" y="${y + BAR.top + 11 + index * 14}">${line}</text>`)}`;
}

function resultOf({ item, y }: Row, words: PictureWords): Html {
  const second = words.second(item.result.name);
  const lines = [
    ...textLines(words.main(item.result.name), RESULT.width - 40, 13, 6).map((text) => ({ text, kind: 'p-result-name', high: 17 })),
    ...(second ? textLines(second, RESULT.width - 40, 11.5, 4).map((text) => ({ text, kind: 'p-second', high: 14 })) : []),
  ];
  return html`<path class="p-paper-icon" d="M${RESULT.x + 11} ${y + 12}h8l4 4v12h-12z"/>${stacked(lines, RESULT.x + 32, y + 9)}`;
}

/** Bars, the lines on to the limits of the law, and what stands below them. */
export function bars({ axis, rows }: Layout, plan: CasePlan, words: PictureWords): Html {
  return html`<g>${rows.map((row) => {
    const { item, span, y, until, critical, below, belowX } = row;
    const x = axis.at(span.from) + axis.gap;
    const width = Math.max(axis.at(span.to) - x, 3);
    const middle = y + BAR.top + BAR.height / 2;
    const kind = `p-bar${critical ? ' p-longest' : ''}${item.condition || item.optional ? ' p-maybe' : ''}`;
    const department = plan.departments.find(({ id }) => id === item.department)?.name ?? { zh: item.department, en: item.department };
    return html`<g><title>${words.spoken(item.name)} · ${words.spoken(department)}</title>${until === null ? null : html`<path class="p-until" d="M${x + width} ${middle}H${axis.at(until)}m0 -5v10"/>`}
<rect class="${kind}" x="${x}" y="${y + BAR.top}" width="${width}" height="${BAR.height}" rx="3"/>${below.map((line, index) => html`<text class="p-below" x="${belowX}" y="${y + BAR.top + BAR.height + 15 + index * 15}">${line}</text>`)}</g>`;
  })}</g>`;
}

/** From the end of an item to the beginning of each that waits for it, down or up in the gap between the bars. */
export function arrows({ axis, rows, schedule }: Layout): Html {
  const byId = new Map(rows.map((row) => [row.item.id, row]));
  const drawn = rows.flatMap((row) => row.item.dependsOn.flatMap((before) => {
    const from = byId.get(before);
    if (!from) return [];
    const at = schedule.critical.indexOf(before);
    const longest = at >= 0 && schedule.critical[at + 1] === row.item.id;
    const [x1, y1] = [Math.max(axis.at(from.span.to), axis.at(from.span.from) + axis.gap + 3), from.y + BAR.top + BAR.height / 2];
    const [x2, y2] = [axis.at(row.span.from) + axis.gap, row.y + BAR.top + BAR.height / 2];
    const kind = longest ? ' p-longest' : '';
    return [{ longest, shape: html`<path class="p-arrow${kind}" d="M${x1} ${y1}H${x1 + Math.round(axis.gap * 0.35)}V${y2}H${x2 - 5}"/><path class="p-head${kind}" d="M${x2 - 0.5} ${y2}l-6.5 -4v8z"/>` }];
  }));
  return html`<g>${drawn.sort((a, b) => Number(a.longest) - Number(b.longest)).map(({ shape }) => shape)}</g>`;
}
