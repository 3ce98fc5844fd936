import type { Block, PaperContent } from '../paper-content.ts';
import { drawClosing } from './closing.ts';
import { drawFacts, drawTable } from './grid.ts';
import { drawHead } from './head.ts';
import { drawNote, drawParagraph } from './running-text.ts';
import { DENSITIES, type Density, PAGE, Sheet } from './sheet.ts';
import type { TypeCase } from './type-case.ts';

/**
 * Sets a paper: head, body, closing. A seal must stand on a page with text that it seals (GB/T 9704, 7.3.5.5), and a page
 * more than needed is one more to lose: so lines are set tighter where that helps, and else the last piece of text goes over
 * to the next page with the seal.
 */
export function setPaper(types: TypeCase, paper: Paper): Sheet {
  const open = set(types, paper, DENSITIES[0]);
  const { length } = open.sheet.pages;
  if (length === 1 || (!open.sealAlone && open.sheet.y - PAGE.top > MOST_TO_GAIN)) return open.sheet;
  const tighter = DENSITIES.slice(1).map((density) => set(types, paper, density)).filter(({ sealAlone }) => !sealAlone);
  const shorter = tighter.find(({ sheet }) => sheet.pages.length < length);
  if (shorter) return shorter.sheet;
  if (!open.sealAlone) return open.sheet;
  return (tighter[0] ?? set(types, paper, DENSITIES[0], true)).sheet;
}

export interface Paper {
  readonly content: PaperContent;
  readonly issuer: string;
  readonly number: string;
  readonly date: string;
  readonly sealed: boolean;
}

/** What stands on the last page when tighter lines may still bring it over to the page before. */
const MOST_TO_GAIN = 250;

function set(types: TypeCase, { content, issuer, number, date, sealed }: Paper, density: Density, carryLast = false) {
  const sheet = new Sheet(types, density);
  drawHead(sheet, { issuer, number, title: content.title });
  const body = content.blocks.filter((block) => block.kind !== 'signatures');
  const last = body.findLastIndex((block) => block.kind !== 'note');
  let pages = 1;
  for (const [index, block] of body.entries()) {
    if (carryLast && index === last) sheet.newPage();
    drawBlock(sheet, block);
    if (index === last) pages = sheet.pages.length;
  }
  if (sheet.spelledOut) drawNote(sheet, [SPELLED_OUT]);
  const places = content.blocks.flatMap((block) => (block.kind === 'signatures' ? block.places : []));
  drawClosing(sheet, { issuer, date, sealed, places });
  return { sheet, sealAlone: sheet.pages.length > pages };
}

const SPELLED_OUT = '注：〔U+…〕是字库未收录的字的统一码（Unicode）编号，以办件的电子记录为准。';

function drawBlock(sheet: Sheet, block: Exclude<Block, { kind: 'signatures' }>): void {
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(sheet, block.text, { plain: block.plain ?? false });
    case 'facts':
      return drawFacts(sheet, block.facts);
    case 'table':
      return drawTable(sheet, block.columns, block.rows);
    case 'note':
      return drawNote(sheet, block.text);
    default:
      return block satisfies never;
  }
}
