import QRCode from 'qrcode';
import { PAGE, type Sheet, type Stroke, strokeOf } from './sheet.ts';
import { INK } from './type-case.ts';

/** An address that a telephone reads off the paper, in the margin beside the foot of the page. */
export interface QuickCode {
  readonly url: string;
  /** What it is for, below it. */
  readonly caption: string;
  readonly margin: 'left' | 'right';
}

const SIZE = 46;
const TOP = 764;
const AWAY = 14;

/** Drawn as squares, so that it stays sharp on any printer. */
export function quickCode(sheet: Sheet, { url, caption, margin }: QuickCode): Stroke[] {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const cell = SIZE / modules.size;
  const left = margin === 'left' ? PAGE.left - AWAY - SIZE : PAGE.right + AWAY;
  const [line] = sheet.lines([caption], { size: 6, width: PAGE.left });
  return [
    (pdf) => {
      for (let row = 0; row < modules.size; row++) {
        for (let column = 0; column < modules.size; column++) {
          if (modules.get(row, column)) pdf.rect(left + column * cell, TOP + row * cell, cell + 0.05, cell + 0.05);
        }
      }
      pdf.fill('#000000');
    },
    strokeOf(line!, left + (SIZE - line!.width) / 2, TOP + SIZE + 9, 6, INK.quiet),
  ];
}
