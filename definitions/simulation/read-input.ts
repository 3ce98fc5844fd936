import type { z } from 'zod';
import type { Finding, Path, Problem } from '../problem.ts';
import { suggestion } from '../source/did-you-mean.ts';
import { valueAt } from '../source/entity.ts';
import { readYaml } from '../source/yaml-source.ts';
import { type SimulationInput, SimulationSchema } from './input-schema.ts';

/** A simulation file as read. */
export interface ReadSimulation {
  /** Null as long as there are problems. */
  readonly input: SimulationInput | null;
  readonly problems: readonly Problem[];
  /** What is found wrong later, with its place in the file. */
  located(findings: readonly Finding[]): readonly Problem[];
}

/** Reads a simulation from YAML text. Every mistake of form at once, each with line and column. Never throws. */
export function readSimulation(text: string, file: string): ReadSimulation {
  const yaml = readYaml(text, file);
  const located = (findings: readonly Finding[]): readonly Problem[] => findings
    .map(({ at, code, id, zh, en, mend }) => ({ code, file, ...yaml.position(at), id, zh, en, mend }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  if (yaml.findings.length > 0) return { input: null, problems: located(yaml.findings), located };
  const parsed = SimulationSchema.safeParse(yaml.data ?? {});
  if (!parsed.success) return { input: null, problems: located(parsed.error.issues.flatMap((issue) => inWords(issue, yaml.data))), located };
  const findings = contradictions(parsed.data);
  return { input: findings.length > 0 ? null : parsed.data, problems: located(findings), located };
}

/** One finding for each mistake that zod found. */
function inWords(issue: z.core.$ZodIssue, data: unknown): Finding[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key]));
  const value = valueAt(data, path);
  const key = String(path.at(-1) ?? 'simulation');
  if (value === undefined) {
    return [{ code: `${key}.missing`, id: key, at: { path }, zh: `缺少“${key}”。`, en: `“${key}” is missing.`, mend: { zh: '补上它。', en: 'Add it.' } }];
  }
  if (issue.code === 'invalid_union') return inWords(likeliest(issue, value), data).map((one) => one);
  const want = expectation(issue);
  return [{
    code: `${key}.wrong`, id: String(typeof value === 'object' ? key : value), at: { path },
    zh: `“${key}”的写法不对。`, en: `“${key}” is not as expected.`, mend: { zh: `应为：${want.zh}。`, en: `It should be ${want.en}.` },
  }];
}

/** Of a time written as text the text's mistake, of one written as a map the map's. */
function likeliest(issue: z.core.$ZodIssueInvalidUnion, value: unknown): z.core.$ZodIssue {
  const branches = issue.errors.filter((errors) => (typeof value === 'object' ? errors.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys') : true));
  const [first] = [...branches].sort((a, b) => a.length - b.length)[0] ?? [];
  if (!first) return { code: 'custom', path: issue.path, message: TIME, input: value } as z.core.$ZodIssue;
  return { ...first, path: [...issue.path, ...first.path] };
}

const TIME = '时间：2 hours，或 {median, p90}、{mean}、{seen} / a time: 2 hours, or {median, p90}, {mean}, {seen}';

function unknownKey(path: Path): Finding {
  const key = String(path.at(-1));
  const known = knownAt(path.slice(0, -1));
  const guess = suggestion(key, known);
  return {
    code: 'key.unknown', id: key, at: { path, on: 'key' }, zh: `不认识的键“${key}”。${guess.zh}`, en: `Unknown key “${key}”.${guess.en}`,
    mend: { zh: `此处可用：${known.join('、')}。`, en: `Known here: ${known.join(', ')}.` },
  };
}

/** The keys that the schema has at a place. */
function knownAt(path: Path): string[] {
  const found = path.reduce<unknown>((schema, step) => inside(bare(schema), step), SimulationSchema);
  const bared = bare(found) as { shape?: object } | undefined;
  return Object.keys(bared?.shape ?? {});
}

/** Without what says only that it may be left out. */
function bare(schema: unknown): unknown {
  const { def } = (schema ?? {}) as { def?: { innerType?: unknown } };
  return def?.innerType === undefined ? schema : bare(def.innerType);
}

function inside(schema: unknown, step: string | number): unknown {
  const { shape, def } = (schema ?? {}) as { shape?: Record<string, unknown>; def?: { element?: unknown; valueType?: unknown } };
  return shape ? shape[String(step)] : def?.element ?? def?.valueType;
}

/** Schemas say what they want as `中文 / English`; what zod says itself is told in its own kind. */
function expectation(issue: z.core.$ZodIssue): { zh: string; en: string } {
  if (issue.code === 'too_big') return { zh: `最多 ${issue.maximum}`, en: `at most ${issue.maximum}` };
  if (issue.code === 'too_small') return { zh: `至少 ${issue.minimum}`, en: `at least ${issue.minimum}` };
  if (issue.code === 'invalid_value') return { zh: issue.values.join('、'), en: issue.values.join(', ') };
  const [zh = '', ...en] = issue.message.split(' / ');
  if (en.length > 0) return { zh, en: en.join(' / ') };
  const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
  return kind ?? { zh: issue.message, en: issue.message };
}

const KINDS: Readonly<Record<string, { zh: string; en: string }>> = {
  string: { zh: '文字', en: 'text' }, number: { zh: '数', en: 'a number' }, int: { zh: '整数', en: 'a whole number' },
  array: { zh: '列表', en: 'a list' }, object: { zh: '键值', en: 'a map' }, record: { zh: '键值', en: 'a map' },
};

/** What is well written and cannot be meant. */
function contradictions({ period, departments, officeHours }: SimulationInput): Finding[] {
  const findings: Finding[] = [];
  const backwards = (at: Path, { from, to }: { from: string; to: string }): void => {
    if (to >= from) return;
    findings.push({
      code: 'period.backwards', id: to, at: { path: [...at, 'to'] }, zh: `结束日 ${to} 早于开始日 ${from}。`, en: `The last day ${to} is before the first, ${from}.`,
      mend: { zh: '改正其中之一。', en: 'Correct one of them.' },
    });
  };
  if (period) backwards(['period'], period);
  for (const [id, { away }] of Object.entries(departments)) away.forEach((one, index) => backwards(['departments', id, 'away', index], one));
  officeHours.forEach((hours, index) => {
    const [opens = '', closes = ''] = hours.split('-');
    const before = officeHours[index - 1]?.split('-')[1] ?? '';
    if (closes > opens && opens >= before) return;
    findings.push({
      code: 'officeHours.order', id: hours, at: { path: ['officeHours', index] }, zh: `时段“${hours}”不在前一段之后，或结束不晚于开始。`,
      en: `“${hours}” does not come after the stretch before it, or ends before it begins.`, mend: { zh: '按先后顺序写。', en: 'Write them in order.' },
    });
  });
  return findings;
}
