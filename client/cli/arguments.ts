import { parse } from 'yaml';
import { parsePlainDate, type PlainDate } from '../../workflows/case/plain-date.ts';
import { readText } from './files.ts';
import { Mistake } from './mistake.ts';

/**
 * `item=fire-check days=10 satisfied=true`, each value read as YAML, so that lists and maps can be given too:
 * `defects=[{target: {material: floor-plan}, problem: …, supply: …}]`. `@FILE` takes a value, or all of them, from a file.
 * What `isText` says is text stays as it is written: an identity number is no number.
 */
export function readArguments(words: readonly string[], file?: string, isText: (name: string) => boolean = () => false): Record<string, unknown> {
  const result: Record<string, unknown> = file === undefined ? {} : record(readYaml(readText(file), file), file);
  for (const word of words) {
    const at = word.indexOf('=');
    if (at <= 0) throw new Mistake(`参数“${word}”应写作 名称=值。 Argument “${word}” should be NAME=VALUE.`);
    const [name, text] = [word.slice(0, at), word.slice(at + 1)];
    result[name] = text.startsWith('@') ? readYaml(readText(text.slice(1)), text) : isText(name) ? text : value(text, name);
  }
  return result;
}

/** Plain words stay text; what looks like a number, true/false, list or map is that. Leading zeros are kept. */
function value(text: string, name: string): unknown {
  if (/^(\d{4}-\d{2}-\d{2}|0\d+)/.test(text)) return text;
  return /^[-[{"'\d]|^(true|false|null)$/.test(text) ? readYaml(text, name) : text;
}

function readYaml(text: string, where: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 });
  } catch (error) {
    throw new Mistake(`“${where}”不是正确的 YAML。 “${where}” is not valid YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A list or map written as one word. */
export function readValue(text: string, name: string): unknown {
  return readYaml(text, name);
}

/** For options that are a number. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Mistake(`“${text}”应为正整数。 “${text}” should be a whole number above 0.`);
  return Number(text);
}

/** For options that are a day. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Mistake(`“${text}”不是日期（年-月-日）。 Not a date, YYYY-MM-DD: “${text}”.`);
  return date;
}

function record(given: unknown, file: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Mistake(`${file}: 应为 名称: 值。 It should hold NAME: VALUE.`);
  return given as Record<string, unknown>;
}
