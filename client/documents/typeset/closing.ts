import { PAGE, type Sheet } from './sheet.ts';

const SIZE = 14;
const LEADING = 26;
/** 42 mm, the diameter of an authority's seal. */
const SEAL = 119;
/** Width of the places to sign, at the left of the seal. */
const SIGNED = 236;

export interface Closing {
  readonly issuer: string;
  readonly date: string;
  readonly sealed: boolean;
  /** What is to be signed by hand. */
  readonly places: readonly string[];
}

/**
 * The end of a paper: at the right who issues it and on which day, the name centred over the date, and around both the place
 * of the seal, marked only as long as there is none; at the left the places to sign.
 */
export function drawClosing(sheet: Sheet, { issuer, date, sealed, places }: Closing): void {
  const names = sheet.lines([issuer], { size: SIZE, width: PAGE.measure - SIGNED });
  const [day] = sheet.lines([date], { size: SIZE, width: PAGE.measure });
  const height = Math.max((names.length + 1) * LEADING, SEAL);
  const { gap } = sheet.density;
  sheet.ensure(height + gap);
  const top = sheet.y + gap;
  const widest = Math.max(day!.width, ...names.map((line) => line.width));
  const centre = Math.min(PAGE.right - 2 * SIZE - day!.width / 2, PAGE.right - Math.max(widest, SEAL) / 2);
  if (!sealed) drawSealPlace(sheet, centre, top);
  let y = top + (height - (names.length + 1) * LEADING) / 2 + LEADING - 8;
  for (const line of [...names, day!]) {
    sheet.draw(line, centre - line.width / 2, y, SIZE);
    y += LEADING;
  }
  drawPlaces(sheet, places, top + height);
  sheet.y = top + height;
}

function drawSealPlace(sheet: Sheet, centre: number, top: number): void {
  sheet.add((pdf) => pdf.save().roundedRect(centre - SEAL / 2, top, SEAL, SEAL, 6).dash(2.5, { space: 2.5 }).lineWidth(0.6).strokeColor('#dcaaa8').stroke().restore());
  const [label] = sheet.lines(['电子印章位置'], { size: 7.5, width: SEAL });
  sheet.draw(label!, centre - label!.width / 2, top + 11, 7.5, '#c58f8d');
}

function drawPlaces(sheet: Sheet, places: readonly string[], bottom: number): void {
  for (const [index, place] of places.entries()) {
    const y = bottom - 8 - (places.length - 1 - index) * 34;
    const [line] = sheet.lines([`${place}：`], { size: 11, width: SIGNED });
    sheet.draw(line!, PAGE.left, y, 11);
    sheet.rule(PAGE.left + line!.width + 2, y + 2.5, PAGE.left + SIGNED - 20, y + 2.5);
  }
}
