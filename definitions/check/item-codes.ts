import type { Finding, Path } from '../problem.ts';
import type { Item } from '../schema/item.ts';
import { isCreditCode } from './credit-code.ts';
import type { Check } from './check.ts';

/** Codes of the national item catalogue: their lengths, the authority's credit code, and that they agree. @see GB/T 39554.1-2020 */
export const itemCodes: Check = ({ definition: { items } }) => items.flatMap((item, index) => codesOf(item, ['items', index]));

const LENGTHS = { basicCode: 12, implementationCode: 31, handlingCode: 33 } as const;

function codesOf(item: Item, path: Path): Finding[] {
  const findings: Finding[] = [];
  const say = (reason: string, key: string, zh: string, en: string, mendZh: string, mendEn: string): void => {
    findings.push({ code: `itemCode.${reason}`, id: item.id, at: { path: [...path, key] }, zh, en, mend: { zh: mendZh, en: mendEn } });
  };
  for (const [key, length] of Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][]) {
    const code = item[key];
    if (code === undefined) continue;
    const digits = key === 'basicCode' ? /^\d*$/ : /^[0-9A-Z]{0,18}\d*$/;
    if (code.length !== length || !digits.test(code)) {
      say('length', key, `${key} 应为${length}位，现为${code.length}位，或含不允许的字符。`, `A ${key} has ${length} characters: this one has ${code.length}, or one that may not be in it.`, '对照事项实施清单更正（GB/T 39554.1）。', 'Correct it after the implementation list (GB/T 39554.1).');
    } else if (key !== 'basicCode') {
      if (!isCreditCode(code.slice(0, 18))) say('creditCode', key, `前18位“${code.slice(0, 18)}”不是有效的统一社会信用代码。`, `Its first 18 characters, ${code.slice(0, 18)}, are no valid unified social credit code.`, '更正实施主体代码（GB 32100 校验码）。', "Correct the authority's code (check character of GB 32100).");
      if (item.basicCode?.length === 12 && code.slice(19, 31) !== item.basicCode) say('mismatch', key, `第20至31位“${code.slice(19, 31)}”与基本编码“${item.basicCode}”不同。`, `Its digits 20 to 31, ${code.slice(19, 31)}, are not the basic code ${item.basicCode}.`, '使两个编码一致（GB/T 39554.1）。', 'Make the two agree (GB/T 39554.1).');
    }
  }
  return findings;
}
