import type { z } from 'zod';
import type { Finding, Path } from '../problem.ts';
import { suggestion } from './did-you-mean.ts';
import { bothLanguages } from './expectation.ts';
import { nameAround, isRecordEntry, valueAt } from './entity.ts';
import { homesOf, knownKeysAt } from './schema-walk.ts';

/** What zod found, in the words of the definition language: one finding a mistake, each with a stable code. */
export function schemaFindings(issue: z.core.$ZodIssue, data: unknown, base: Path = []): Finding[] {
  const path = [...base, ...issue.path] as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.filter(isToldHere).map((key) => unknownKey(path, key, data));
  if (valueAt(data, path) === undefined && issue.code !== 'invalid_key') return [missing(path, data)];
  switch (issue.code) {
    case 'invalid_union': {
      const branch = likeliestBranch(issue.errors);
      return branch ? branch.flatMap((inner) => schemaFindings(inner, data, path)) : [wrongShape(path, data, 'text | map')];
    }
    case 'invalid_key':
      return [finding(path, data, 'format', expectation(issue.issues[0]), { key: true })];
    case 'invalid_type':
      return [wrongShape(path, data, issue.expected)];
    case 'invalid_value':
      return [unknownValue(path, data, issue.values.map(String))];
    case 'too_big':
      return [finding(path, data, 'tooBig', bound('最多', 'at most', issue.maximum, issue.origin))];
    case 'too_small':
      return [finding(path, data, 'tooSmall', bound('至少', 'at least', issue.minimum, issue.origin))];
    default:
      return [finding(path, data, 'format', expectation(issue))];
  }
}

/** What is no name at all was told when the file was read. */
const isToldHere = (key: string): boolean => key !== '__proto__';

/** The branch that the author meant: not the ones that fail at their very root, then the one with the fewest mistakes. */
function likeliestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const meant = branches.filter((issues) => !issues.some(({ code, path }) => (code === 'invalid_type' || code === 'invalid_value') && path.length === 0));
  return meant.sort((a, b) => weight(a) - weight(b))[0];
}

function weight(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function unknownKey(path: Path, key: string, data: unknown): Finding {
  const at = { path: [...path, key], on: 'key' } as const;
  if (key === '<<') return mergeKey(at);
  const known = knownKeysAt(path);
  if (valueAt(data, [...path, key]) === null && !/^[A-Za-z]+$/.test(key)) return strayText(key, at);
  const guess = suggestion(key, known);
  const homes = guess.en === '' ? homesOf(key) : [];
  if (homes.length > 0) {
    return {
      code: 'key.elsewhere', id: key, at,
      zh: `“${key}”不写在这里。`, en: `“${key}” is not written here.`,
      mend: { zh: `写在：${homes.join('、')}。`, en: `Write it under: ${homes.join(', ')}.` },
    };
  }
  return {
    code: 'key.unknown', id: key, at,
    zh: `不认识的键“${key}”。${guess.zh}`, en: `Unknown key “${key}”.${guess.en}`,
    mend: { zh: `此处可用：${known.join('、')}。`, en: `Known here: ${known.join(', ')}.` },
  };
}

/** What is repeated in a definition has a name of its own: a basis, a material, a field. */
function mergeKey(at: Finding['at']): Finding {
  return {
    code: 'key.merge', id: '<<', at,
    zh: '不接受合并键“<<”。', en: 'The merge key “<<” is not accepted.',
    mend: { zh: '把各键逐一写出。', en: 'Write the keys out, one by one.' },
  };
}

/** `{ name: 设备, 流程 }` reads as two keys: the commonest slip in a map written on one line. */
function strayText(key: string, at: Finding['at']): Finding {
  return {
    code: 'key.unknown', id: key, at,
    zh: `“${key}”被读成了键：花括号里的文字含逗号。`, en: `“${key}” was read as a key: there is a comma in a text between braces.`,
    mend: { zh: '给整段文字加引号。', en: 'Put the whole text in quotes.' },
  };
}

function missing(path: Path, data: unknown): Finding {
  const key = subjectOf(path);
  const id = nameAround(data, path);
  return {
    code: `${key}.missing`, id: id || key, at: { path },
    zh: `缺少“${key}”。`, en: `“${key}” is missing.`,
    mend: { zh: `补上“${key}”。`, en: `Add “${key}”.` },
  };
}

/** Of a text its characters are counted, of a list its entries. */
function bound(zh: string, en: string, limit: number | bigint, origin: string): { zh: string; en: string } {
  if (origin === 'string') return { zh: `${zh} ${limit} 个字`, en: `${en} ${limit} characters` };
  return origin === 'array' ? { zh: `${zh} ${limit} 项`, en: `${en} ${limit} entries` } : { zh: `${zh} ${limit}`, en: `${en} ${limit}` };
}

const SHAPES: Readonly<Record<string, { zh: string; en: string }>> = {
  string: { zh: '文字（数字请加引号）', en: 'text (a number in quotes)' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'a map' },
  record: { zh: '键值', en: 'a map' },
  'text | map': { zh: '文字或键值', en: 'text or a map' },
};

function wrongShape(path: Path, data: unknown, expected: string): Finding {
  const shape = SHAPES[expected] ?? { zh: expected, en: expected };
  return finding(path, data, 'type', shape);
}

function unknownValue(path: Path, data: unknown, values: readonly string[]): Finding {
  const written = String(valueAt(data, path));
  const guess = suggestion(written, values);
  const subject = subjectOf(path);
  return {
    code: `${subject}.unknownValue`, id: nameAround(data, path) || written, at: { path },
    zh: `“${subject}”没有“${written}”这个值。${guess.zh}`, en: `“${subject}” has no value “${written}”.${guess.en}`,
    mend: { zh: `可用：${values.join('、')}。`, en: `Known: ${values.join(', ')}.` },
  };
}

function finding(path: Path, data: unknown, reason: string, want: { zh: string; en: string }, { key = false } = {}): Finding {
  const subject = subjectOf(path);
  return {
    code: `${subject}.${reason}`, id: key ? String(path.at(-1)) : nameAround(data, path) || subject, at: key ? { path, on: 'key' } : { path },
    zh: `“${key ? String(path.at(-1)) : subject}”的写法不对：${want.zh}。`, en: `“${key ? String(path.at(-1)) : subject}” is not as expected: ${want.en}.`,
    mend: { zh: `改为：${want.zh}。`, en: `Write ${want.en}.` },
  };
}

/** Schemas say what they want as `中文 / English`. */
function expectation(issue: z.core.$ZodIssue | undefined): { zh: string; en: string } {
  return bothLanguages(issue?.message ?? '');
}

/** The nearest word of the language on a path: not a list position, and not a name that the author chose. */
function subjectOf(path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const step = path[end - 1];
    if (typeof step === 'string' && !isRecordEntry(path.slice(0, end))) return step;
  }
  return 'service';
}
