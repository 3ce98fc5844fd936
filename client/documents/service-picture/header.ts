import { inWorkingDays } from '../../../definitions/schema/limit.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { html, type Html } from '../timeline-page/html.ts';
import { AXIS, CORRECTION, EXAMINATION, HEAD, type Layout, RESULT } from './layout.ts';
import { lengthOf, type PictureWords } from './picture-words.ts';
import { drawnWidth, textLines } from './text-lines.ts';

/** The phases of a case over their columns, the days, and where the promise and the joint limit end. */
export function header(plan: CasePlan, layout: Layout, words: PictureWords): Html {
  const upTo = (limit: Text): Text => ({ zh: `≤ ${limit.zh}`, en: `≤ ${limit.en}` });
  const handling: Text = plan.handling.mode === 'separate' ? { zh: '各部门同时办理', en: 'Departments at work' } : { zh: '并联办理', en: 'Parallel handling' };
  return html`<g>${[
    phase(EXAMINATION, 'p-examination', { zh: '审查', en: 'Examined' }, upTo(lengthOf(plan.examination)), words),
    phase(CORRECTION, 'p-correction p-if', { zh: '补正', en: 'Corrected' }, { zh: `如需 ≤ ${lengthOf(plan.correction.limit).zh}`, en: `≤ ${lengthOf(plan.correction.limit).en} if asked` }, words),
    phase(AXIS, 'p-handling', handling, { zh: `承诺 ${lengthOf(layout.promise).zh}`, en: `promised: ${lengthOf(layout.promise).en}` }, words),
    phase(RESULT, 'p-result', { zh: '结果与送达', en: 'Results, delivered' }, upTo(lengthOf(plan.delivery)), words),
  ]}${grid(layout)}${limitLines(plan, layout, words)}${ticks(layout, words)}</g>`;
}

function phase({ x, width }: { readonly x: number; readonly width: number }, kind: string, name: Text, limit: Text, words: PictureWords): Html {
  const narrow = width < 100 ? ' p-narrow' : '';
  const lines = textLines(words.one(limit), width - 6, narrow && words.language === 'en' ? NARROW_LIMIT : 12, 3);
  const top = HEAD.y + 38 - lines.length * 7;
  return html`<rect class="${kind}" x="${x + 1}" y="${HEAD.y}" width="${width - 2}" height="${HEAD.block}" rx="4"/>
<text class="p-phase p-mid${narrow}" x="${x + width / 2}" y="${top}">${words.main(name)}</text>${lines.map((line, index) => html`<text class="p-limit p-mid${narrow}" x="${x + width / 2}" y="${top + 17 + index * 13}">${line}</text>`)}`;
}

/** English words are longer than the columns of what comes before the acceptance are wide. */
const NARROW_LIMIT = 10.5;

function marked({ axis: { days } }: Layout): number[] {
  const step = days <= 12 ? 1 : days <= 60 ? 5 : days <= 150 ? 10 : 50;
  return Array.from({ length: Math.floor(days / step) }, (_, index) => (index + 1) * step);
}

function grid(layout: Layout): readonly Html[] {
  const { axis, bottom } = layout;
  return marked(layout).map((day) => html`<line class="p-grid" x1="${axis.at(day)}" x2="${axis.at(day)}" y1="${HEAD.y + HEAD.height}" y2="${bottom}"/>`);
}

function ticks(layout: Layout, words: PictureWords): Html {
  const { axis } = layout;
  const days = marked(layout);
  const y = HEAD.y + HEAD.height;
  return html`<text class="p-line-name p-accepted p-mid" x="${AXIS.x}" y="${y - 9}">${words.one({ zh: '受理', en: 'accepted' })}</text>${days.map((day) => html`<text class="p-tick" x="${axis.at(day)}" y="${y - 9}">${day}</text>`)}${axis.broken ? html`<path class="p-break" d="M${(axis.at(axis.days) + axis.at(axis.days + 1)) / 2 - 5} ${y + 4}l5 -9m3 9l5 -9"/>` : null}`;
}

/** Names stand left of their lines, each on a line of its own. */
function limitLines(plan: CasePlan, { axis, bottom, promise }: Layout, words: PictureWords): Html {
  const top = HEAD.y + HEAD.block;
  const line = (kind: string, day: number, name: Text, y: number): Html => {
    const x = axis.at(day);
    const said = words.one(name);
    const left = x - drawnWidth(said, 12) - 8 > AXIS.x;
    return html`<line class="${kind}" x1="${x}" x2="${x}" y1="${y - 10}" y2="${bottom}"/><text class="p-line-name ${kind}${left ? ' p-end' : ''}" x="${x + (left ? -6 : 6)}" y="${y}">${said}</text>`;
  };
  const promised = Math.ceil(inWorkingDays(promise));
  return html`<line class="p-accepted" x1="${AXIS.x}" x2="${AXIS.x}" y1="${HEAD.y + HEAD.height - 4}" y2="${bottom}"/>${
    line('p-promise', promised, { zh: `整体承诺 ${lengthOf(promise).zh}`, en: `promised for all: ${lengthOf(promise).en}` }, top + 33)}${
    plan.joint ? line('p-joint', Math.ceil(inWorkingDays(plan.joint)), { zh: `联合办理法定期限 ${lengthOf(plan.joint).zh}`, en: `joint statutory limit: ${lengthOf(plan.joint).en}` }, top + 16) : null}`;
}
