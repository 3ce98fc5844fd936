const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What is wrong in a code, and where: the position counts from 1. */
export interface WrongPart {
  readonly position: number;
  readonly found: string;
  /** What should stand there. */
  readonly zh: string;
  readonly en: string;
}

/** The first thing that is wrong in the 18 characters of a unified social credit code; null when it is one. @see GB 32100-2015 */
export function wrongInCreditCode(code: string): WrongPart | null {
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  const strange = values.indexOf(-1);
  if (strange >= 0) return { position: strange + 1, found: code[strange]!, zh: '数字或除 I、O、S、V、Z 以外的大写字母', en: 'a digit, or a capital letter other than I, O, S, V, Z' };
  const region = code.slice(2, 8);
  // 100000: registered with a central authority.
  if (!/^\d{6}$/.test(region) || !(isProvince(region.slice(0, 2)) || region === '100000')) return { position: 3, found: region, zh: '六位行政区划代码', en: 'the six digits of a place' };
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  const check = CHARACTERS[(31 - (sum % 31)) % 31]!;
  return code[17] === check ? null : { position: 18, found: code[17] ?? '', zh: `校验码“${check}”`, en: `the check character ${check}` };
}

/** The two digits with which the codes of a province and of every place in it begin. @see GB/T 2260 */
export function isProvince(digits: string): boolean {
  return /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])$/.test(digits);
}
