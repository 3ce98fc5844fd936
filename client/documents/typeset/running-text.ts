import type { Rich } from '../paper-content.ts';
import { PAGE, type Sheet } from './sheet.ts';
import { INK } from './type-case.ts';

const BODY = 14;
const SMALL = { size: 10.5, leading: 17 } as const;

/** A paragraph of the body, its first line two characters in. Neither its first nor its last line stands alone on a page. */
export function drawParagraph(sheet: Sheet, text: Rich, { plain = false } = {}): void {
  const lines = sheet.lines(text, { size: BODY, width: PAGE.measure, indent: plain ? 0 : 2 * BODY, justified: true });
  for (const [index, line] of lines.entries()) {
    const together = (index === 0 || index === lines.length - 2) && lines.length > 1 ? 2 : 1;
    sheet.ensure(together * sheet.density.body);
    sheet.y += sheet.density.body;
    sheet.draw(line, PAGE.left, sheet.y - (sheet.density.body - BODY * 0.76) / 2, BODY);
  }
}

/** Small print. */
export function drawNote(sheet: Sheet, text: Rich): void {
  sheet.y += 4;
  for (const line of sheet.lines(text, { size: SMALL.size, width: PAGE.measure, justified: true })) {
    sheet.ensure(SMALL.leading);
    sheet.y += SMALL.leading;
    sheet.draw(line, PAGE.left, sheet.y - 5, SMALL.size, INK.quiet);
  }
}
