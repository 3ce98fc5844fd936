import { PAGE, type Sheet } from './sheet.ts';
import { INK } from './type-case.ts';

/** The head of an official paper: whose it is, in red; its number; a red rule; what it is. */
export function drawHead(sheet: Sheet, head: { readonly issuer: string; readonly number: string; readonly title: string }): void {
  const size = largestThatFits(sheet, head.issuer, 28, 18);
  sheet.y += size + 2;
  drawCentred(sheet, head.issuer, size, INK.red, sheet.y);
  sheet.y += 30;
  drawCentred(sheet, `编号：${head.number}`, 12, INK.black, sheet.y, false);
  sheet.y += 13;
  sheet.rule(PAGE.left, sheet.y, PAGE.right, sheet.y, 2, INK.red);
  sheet.y += 34 + sheet.density.gap;
  drawCentred(sheet, head.title, 22, INK.black, sheet.y);
  sheet.y += 4 + sheet.density.gap;
}

/** Short names are spaced out, as on a letterhead; long ones set smaller so that they stay on one line where they can. */
function drawCentred(sheet: Sheet, text: string, size: number, colour: string, y: number, bold = true): void {
  const lines = sheet.lines([text], { size, width: PAGE.measure, bold });
  for (const [index, line] of lines.entries()) {
    if (index > 0) sheet.y += size * 1.4;
    const characters = [...text].length;
    const spacing = bold && lines.length === 1 && characters <= 12 ? Math.min(size * 0.35, (PAGE.measure - line.width) / characters) : 0;
    const width = line.width + spacing * (characters - 1);
    sheet.draw({ ...line, spacing }, PAGE.left + (PAGE.measure - width) / 2, index > 0 ? sheet.y : y, size, colour);
  }
}

function largestThatFits(sheet: Sheet, text: string, largest: number, smallest: number): number {
  const { measure } = PAGE;
  const natural = sheet.lines([text], { size: 1, width: Number.POSITIVE_INFINITY, bold: true })[0]?.width ?? 0;
  return Math.max(smallest, Math.min(largest, measure / Math.max(natural, 1)));
}
