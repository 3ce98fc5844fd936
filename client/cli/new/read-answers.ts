import type { z } from 'zod';
import type { Path } from '../../../definitions/problem.ts';
import { valueAt } from '../../../definitions/source/entity.ts';
import { bothLanguages } from '../../../definitions/source/expectation.ts';
import { Mistake } from '../mistake.ts';
import { type Answers, AnswersSchema, type QuestionName } from './answers.ts';

/** Answers given by options and a file, complete. @throws Mistake that names every option that is missing or wrong */
export function completeAnswers(given: Readonly<Record<string, unknown>>): Answers {
  const read = AnswersSchema.safeParse(given);
  const faults = read.success ? [] : read.error.issues.flatMap((issue) => inWords(issue, given));
  if (given['mode'] !== 'separate' && given['mode'] !== undefined && given['decision'] === undefined) {
    faults.push(missing('decision', '；统一、联合、集中办理须有本级人民政府的决定（行政许可法第二十六条第二款）', '; unified, joint and centralised handling rest on a decision of the local government (ALL art. 26 para 2)'));
  }
  if (!read.success || faults.length > 0) throw new Mistake(faults.join('\n'));
  return read.data;
}

/** Why an answer does not do, `中文 / English`; null when it does. */
export function faultIn(schema: z.ZodType, answer: unknown): string | null {
  const read = schema.safeParse(answer);
  return read.success ? null : read.error.issues.map(expectation).join('；');
}

function inWords(issue: z.core.$ZodIssue, given: unknown): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `不认识“${where([...issue.path, key])}”。 There is no answer “${where([...issue.path, key])}”.`);
  const path = where(issue.path);
  if (valueAt(given, issue.path as Path) === undefined) return [missing(path)];
  const { zh, en } = bothLanguages(expectation(issue));
  return [`“${path}”（--${String(issue.path[0])}）写法不对：${zh}。 “${path}” (--${String(issue.path[0])}) is not as expected: ${en}.`];
}

function missing(path: string, zh = '', en = ''): string {
  const option = path.split('.')[0] as QuestionName;
  return `缺少“${path}”${zh}。请用 --${option} 给出，或写入答案文件（--answers）。 “${path}” is missing${en}. Give it with --${option}, or in the file of --answers.`;
}

const where = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** What the schemas of the language want, in their own words. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `可用 ${issue.values.join('、')} / one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return expectation(issue.errors[0]?.[0] ?? { ...issue, code: 'custom', message: issue.message } as z.core.$ZodIssue);
  return issue.message.includes(' / ') ? issue.message : `不合要求（${issue.message}） / it does not fit (${issue.message})`;
}
