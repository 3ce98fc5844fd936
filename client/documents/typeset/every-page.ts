import { type QuickCode, quickCode } from './quick-code.ts';
import { PAGE, type Sheet, type Stroke, strokeOf } from './sheet.ts';
import { INK } from './type-case.ts';

export interface EveryPage {
  readonly service: string;
  readonly caseNo: string;
  readonly number: string;
  /** SHA-256 of the record's canonical JSON, by which a print can be compared with the record. */
  readonly hash: string;
  readonly simulated: boolean;
  readonly codes: readonly QuickCode[];
}

/** What stands on every page, added when their number is known: the foot, and the mark of a simulation. */
export function drawEveryPage(sheet: Sheet, every: EveryPage): void {
  for (const [index, page] of sheet.pages.entries()) {
    page.push(...foot(sheet, every, `第${index + 1}页　共${sheet.pages.length}页`));
    for (const code of every.codes) page.push(...quickCode(sheet, code));
    // Under the text, so that nothing on the page is harder to read for it.
    if (every.simulated) page.unshift(...simulated(sheet));
  }
}

const FOOT = 790;

function foot(sheet: Sheet, { service, caseNo, number, hash }: EveryPage, pages: string): Stroke[] {
  const [right] = sheet.lines([pages], { size: 8, width: PAGE.measure });
  const [left] = sheet.lines([`${service}　办件编号 ${caseNo}　文书编号 ${number}`], { size: 8, width: PAGE.measure - right!.width - 12 });
  // A digest is one long word: broken by the rules of text it could not be copied in one piece.
  const label = '校验码 SHA-256 ';
  const digest = [[label, PAGE.left], [hash, PAGE.left + sheet.width(label, 'plain', 7)]] as const;
  return [
    (pdf) => pdf.moveTo(PAGE.left, FOOT - 14).lineTo(PAGE.right, FOOT - 14).lineWidth(0.5).strokeColor('#8a8a8a').stroke(),
    strokeOf(left!, PAGE.left, FOOT, 8, INK.quiet),
    strokeOf(right!, PAGE.right - right!.width, FOOT, 8, INK.quiet),
    (pdf) => digest.forEach(([text, x]) =>
      pdf.font('regular').fontSize(7).fillColor(INK.quiet).text(text, x, FOOT + 13, { lineBreak: false, baseline: 'alphabetic' })),
  ];
}

const ORANGE = '#c2410c';
const MARK = '模拟 SIMULATED';

function simulated(sheet: Sheet): Stroke[] {
  const [line] = sheet.lines([{ strong: MARK }, '　本文书由模拟环境生成，不具有法律效力'], { size: 11, width: PAGE.measure - 16 });
  return [
    across(sheet),
    (pdf) => pdf.rect(PAGE.left, 34, PAGE.measure, 24).lineWidth(1.2).strokeColor(ORANGE).stroke(),
    strokeOf(line!, PAGE.left + (PAGE.measure - line!.width) / 2, 50, 11, ORANGE),
  ];
}

/** The mark across the page is drawn as outlines: as text its letters would come between the lines when they are copied. */
function across(sheet: Sheet): Stroke {
  const size = 72;
  const left = (PAGE.width - sheet.width(MARK, 'strong', size)) / 2;
  return (pdf) => {
    pdf.save().rotate(-40, { origin: [PAGE.width / 2, PAGE.height / 2] }).translate(left, PAGE.height / 2 + size / 3).scale(size, -size);
    for (const { svg, scale, x } of sheet.outlines(MARK, 'strong')) pdf.save().translate(x, 0).scale(scale).path(svg).fill('#fbeee7').restore();
    pdf.restore();
  };
}
