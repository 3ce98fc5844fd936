import type { Text } from '../../../workflows/case/calendar.ts';
import { html, type Html } from '../timeline-page/html.ts';
import { type Layout, MARGIN, WIDTH } from './layout.ts';
import type { PictureWords } from './picture-words.ts';
import { drawnWidth, textLines } from './text-lines.ts';

interface Sign extends Text {
  /** Drawn around 0, 34 wide. */
  readonly drawn: Html;
}

const bar = (kind: string): Html => html`<rect class="p-bar${kind}" x="2" y="-7" width="30" height="13" rx="3"/>`;

const SIGNS: readonly Sign[] = [
  { zh: '最长路径', en: 'longest path', drawn: bar(' p-longest') },
  { zh: '其他事项（长度为承诺时限）', en: 'other items (as long as promised)', drawn: bar('') },
  { zh: '视情况办理', en: 'only under a condition', drawn: bar(' p-maybe') },
  { zh: '至该事项法定期限', en: 'up to the item’s statutory limit', drawn: html`<path class="p-until" d="M0 0H32m0 -5v10"/>` },
  { zh: '前置事项获准后开始', en: 'starts when the other is granted', drawn: html`<path class="p-arrow" d="M0 0H26"/><path class="p-head" d="M32 0l-6.5 -4v8z"/>` },
];

const NOTE: Text = {
  zh: '横轴为受理后的工作日（受理当日不计，法定节假日不计，调休上班日计入），按各事项用满承诺时限、全部事项均办理画出；补正、特别程序和延期另计。',
  en: 'Across: working days after acceptance (that day and public holidays are not counted, make-up days are), as if every item were applied for and took all of its promised time. Correction, special procedures and extensions come on top.',
};

export function legend({ bottom }: Layout, words: PictureWords): Html {
  const { placed, height } = flowed(words);
  return html`<g>${placed.map(({ sign, x, y }) => html`<g transform="translate(${x} ${bottom + y})">${sign.drawn}<text class="p-soft" x="42" y="5">${words.one(sign)}</text></g>`)}${
    noteLines(words).map((line, index) => html`<text class="p-soft" x="${MARGIN}" y="${bottom + height + 6 + index * 20}">${line}</text>`)}</g>`;
}

export function legendHeight(words: PictureWords): number {
  return flowed(words).height + noteLines(words).length * 20;
}

/** Side by side as long as there is room, then on the next line. */
function flowed(words: PictureWords): { readonly placed: readonly { readonly sign: Sign; readonly x: number; readonly y: number }[]; readonly height: number } {
  let [x, y] = [MARGIN, 34];
  const placed = SIGNS.map((sign) => {
    const width = Math.ceil(42 + drawnWidth(words.one(sign), 14) + 30);
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + 26];
    const at = { sign, x, y };
    x += width;
    return at;
  });
  return { placed, height: y + 32 };
}

function noteLines(words: PictureWords): string[] {
  return [words.main(NOTE), words.second(NOTE)].flatMap((text) => (text ? textLines(text, WIDTH - 2 * MARGIN, 14, 3) : []));
}
