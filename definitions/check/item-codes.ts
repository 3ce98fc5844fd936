import type { AuthorityLevel } from '../../workflows/case/case-plan.ts';
import type { Finding, Path } from '../problem.ts';
import type { Item } from '../schema/item.ts';
import type { Check } from './check.ts';
import { isProvince, type WrongPart, wrongInCreditCode } from './credit-code.ts';

/**
 * Codes of the national item catalogue, part by part. The standard's text was not seen: the parts are those of real codes
 * (catalogue-facts C2). Every message names the position, counted from 1, and what should stand there.
 *
 *     basicCode, 12 digits         1-3 national (000) or a province, 4-6 subject, 7-9 main item, 10-12 sub item
 *     implementationCode, 31       1-18 credit code of the implementing body, 19 level, 20-31 basic code
 *     handlingCode, 33             1-31 implementation code, 32-33 business handling item
 *
 * Not sure: the third digit of a province's basic code (0 in some, another in others) is left open, and of the levels only 3
 * (city) and 4 (county) were seen in real codes; the others are from memory. None of the codes has a letter for its nature.
 *
 * @see GB/T 39554.1-2020, GB 32100-2015
 */
export const itemCodes: Check = ({ definition: { items } }) => items.flatMap((item, index) => codesOf(item, ['items', index]));

const KEYS = ['basicCode', 'implementationCode', 'handlingCode'] as const;
type Key = (typeof KEYS)[number];

const LENGTHS: Readonly<Record<Key, number>> = { basicCode: 12, implementationCode: 31, handlingCode: 33 };
const NAMES: Readonly<Record<Key, string>> = { basicCode: '基本编码', implementationCode: '实施编码', handlingCode: '业务办理项编码' };
const LEVELS: Readonly<Partial<Record<AuthorityLevel, string>>> = { city: '3', county: '4' };

interface Wrong extends WrongPart {
  readonly reason: 'length' | 'character' | 'region' | 'creditCode' | 'level' | 'mismatch';
}

function codesOf(item: Item, path: Path): Finding[] {
  return KEYS.flatMap((key) => {
    const code = item[key];
    return code === undefined ? [] : wrongIn(item, key, code).map((wrong) => findingOf(item, [...path, key], key, wrong));
  });
}

/** What is wrong in a code. One of another length has no parts to be judged. */
function wrongIn(item: Item, key: Key, code: string): Wrong[] {
  const length = LENGTHS[key];
  if (code.length !== length) return [{ reason: 'length', position: 1, found: `${code.length}`, zh: `${length}位`, en: `${length} characters` }];
  const digitsFrom = key === 'basicCode' ? 0 : 18;
  const strange = [...code].findIndex((character, index) => index >= digitsFrom && !/\d/.test(character));
  if (strange >= 0) return [{ reason: 'character', position: strange + 1, found: code[strange]!, zh: '数字', en: 'a digit' }];
  return key === 'basicCode' ? wrongRegion(code, 1) : [...wrongBody(item, code), ...wrongInside(item, key, code)];
}

function wrongRegion(basicCode: string, position: number): Wrong[] {
  const region = basicCode.slice(0, 3);
  if (region === '000' || isProvince(region.slice(0, 2))) return [];
  return [{ reason: 'region', position, found: region, zh: '000（国家级）或省级行政区划代码开头的三位', en: '000 (national), or three digits that begin with those of a province' }];
}

function wrongBody(item: Item, code: string): Wrong[] {
  const wrong = wrongInCreditCode(code.slice(0, 18));
  const level = item.level === undefined ? undefined : LEVELS[item.level];
  const found = code[18]!;
  return [
    ...(wrong ? [{ ...wrong, reason: 'creditCode' as const }] : []),
    ...(/[1-6]/.test(found) ? [] : [{ reason: 'level' as const, position: 19, found, zh: '行使层级 1 至 6', en: 'a level from 1 to 6' }]),
    ...(level === undefined || level === found || !/[1-6]/.test(found) ? []
      : [{ reason: 'level' as const, position: 19, found, zh: `行使层级“${level}”（本事项由 ${item.level} 级办理）`, en: `the level ${level} (the item is handled at ${item.level} level)` }]),
  ];
}

/** The code inside the code: the basic code of the item if it has one, and of a handling item also the implementation code. */
function wrongInside(item: Item, key: Key, code: string): Wrong[] {
  const found = code.slice(19, 31);
  const { basicCode, implementationCode } = item;
  if (key === 'handlingCode' && implementationCode?.length === 31 && code.slice(0, 31) !== implementationCode) {
    return [{ reason: 'mismatch', position: 1, found: code.slice(0, 31), zh: `实施编码“${implementationCode}”`, en: `the implementation code ${implementationCode}` }];
  }
  if (basicCode?.length !== 12) return wrongRegion(found, 20);
  return found === basicCode ? [] : [{ reason: 'mismatch', position: 20, found, zh: `基本编码“${basicCode}”`, en: `the basic code ${basicCode}` }];
}

function findingOf(item: Item, path: Path, key: Key, { reason, position, found, zh, en }: Wrong): Finding {
  const at = { path, ...(position === 1 ? {} : { within: position - 1 }) };
  const mend = { zh: '对照事项实施清单更正（GB/T 39554.1、GB 32100）。', en: 'Correct it after the implementation list (GB/T 39554.1, GB 32100).' };
  const code = `itemCode.${reason}`;
  if (reason === 'length') return { code, id: item.id, at, zh: `${NAMES[key]}应为${zh}，现为${found}位。`, en: `The ${key} has ${found} characters instead of ${en}.`, mend };
  const to = position + found.length - 1;
  const [where, there] = to === position ? [`第${position}位`, `position ${position}`] : [`第${position}至${to}位`, `positions ${position} to ${to}`];
  return { code, id: item.id, at, zh: `${NAMES[key]}${where}为“${found}”，应为${zh}。`, en: `The ${key} has ${found} at ${there}, where ${en} should stand.`, mend };
}
