import { createInterface, type Interface } from 'node:readline/promises';
import type { z } from 'zod';
import { textOf } from '../../../definitions/schema/text.ts';
import { Mistake } from '../mistake.ts';
import { DepartmentAnswer, FieldAnswer, ItemAnswer, LISTS, MaterialAnswer, QUESTIONS } from './answers.ts';
import { longestPath } from './definition-text.ts';
import { faultIn } from './read-answers.ts';

type Given = Record<string, unknown>;

/** Asks for everything that was not given, in Chinese and English, again until the answer does. Ctrl-C ends it without a file. */
export async function ask(given: Readonly<Given>, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<Given> {
  const lines = createInterface({ input, output, terminal: true });
  // A question that is never answered would otherwise never end.
  const left = new Promise<never>((_, reject) => lines.once('close', () => reject(new Mistake('\n已取消，什么也没有写。 Cancelled: nothing was written.'))));
  try {
    return await Promise.race([allQuestions(new Questions(lines, output), { ...given }), left]);
  } finally {
    lines.close();
  }
}

async function allQuestions(questions: Questions, answers: Given): Promise<Given> {
  const unless = async (name: string, answer: () => Promise<unknown>): Promise<void> => {
    if (answers[name] === undefined) answers[name] = await answer();
  };
  const { shape: department } = DepartmentAnswer;
  await unless('name', () => questions.text('人们怎么称呼它？（中文 / English） What do people call it?', QUESTIONS.name));
  await unless('code', () => questions.text('代码（小写字母和连字符） Its code, in lower-case letters and hyphens', QUESTIONS.code));
  await unless('region', () => questions.text('行政区划代码 Region code, six digits', QUESTIONS.region));
  await unless('mode', () => questions.text('办理方式：统一 unified、联合 joint、集中 centralised、分别 separate。 How do the departments work together?', QUESTIONS.mode, 'joint'));
  if (answers['mode'] !== 'separate') {
    await unless('decision', () => questions.text('哪份政府决定（行政许可法第二十六条）？ By which decision of the local government (ALL art. 26)?', QUESTIONS.decision.unwrap()));
  }
  const local = answers['department'] === undefined;
  await unless('department', () => questions.several('部门 Department', async (first) => {
    const id = await questions.text('部门代码 Code of the department', department.id, first ? undefined : '');
    if (id === '') return null;
    return {
      id, name: await questions.text('  名称 Name（中文 / English）', department.name),
      organ: await questions.text('  以哪个机关的名义决定？ In the name of which authority?', department.organ),
      reconsideration: await questions.text('  行政复议机关 Reconsideration organ', department.reconsideration),
      court: await questions.text('  管辖法院 Court', department.court),
      vertical: await questions.yes('  垂直管理（不属本级政府）？ Not a department of the local government?'),
    };
  }));
  const departments = (answers['department'] as readonly { id: string }[]).map(({ id }) => id);
  if (local) questions.say(`部门 departments: ${departments.join(', ')}`);
  await unless('item', () => questions.several('事项 Item', (first, before) => item(questions, departments, first, before as readonly { id: string }[])));
  const items = answers['item'] as readonly z.infer<typeof ItemAnswer>[];
  const ids = items.map(({ id }) => id);
  await unless('material', () => questions.several('材料 Material', async () => {
    const code = await questions.text('材料代码，没有了就按回车 Code of a material; Enter when there are no more', MaterialAnswer.shape.code, '');
    if (code === '') return null;
    return {
      code, name: await questions.text('  名称 Name（中文 / English）', MaterialAnswer.shape.name), neededBy: await questions.some('  哪些事项需要？ Needed by which items?', ids),
      store: await questions.yes('  电子证照库里有吗？ Is it in the certificate store?'),
    };
  }));
  await unless('field', () => questions.several('字段 Field', async () => {
    const code = await questions.text('表单字段代码，没有了就按回车 Code of a field of the form; Enter when there are no more', FieldAnswer.shape.code, '');
    if (code === '') return null;
    return {
      code, label: await questions.text('  问题 Question（中文 / English）', FieldAnswer.shape.label),
      type: await questions.text('  类型 Type: text, integer, decimal, boolean, date', FieldAnswer.shape.type, 'text'), neededBy: await questions.some('  哪些事项需要？ Needed by which items?', ids),
    };
  }));
  await unless('correction', () => questions.text('补正期限 How long may a correction take?', QUESTIONS.correction, '10 working days'));
  const least = longestPath(items.map((one) => ({ ...one, after: one.after ?? [] })));
  await unless('promise', () => questions.text('对整件事承诺多久？ What is promised for the whole case?', QUESTIONS.promise, `${least} working days`));
  return answers;
}

async function item(questions: Questions, departments: readonly string[], first: boolean, before: readonly { id: string }[]): Promise<Given | null> {
  const { shape } = ItemAnswer;
  const id = await questions.text('事项代码 Code of the item', shape.id, first ? undefined : '');
  if (id === '') return null;
  const optional = async (question: string, schema: z.ZodType): Promise<string | undefined> => (await questions.text(question, schema, '')) || undefined;
  const name = await questions.text('  名称 Name（中文 / English）', shape.name);
  return {
    id, name,
    nature: await questions.text('  性质 Nature: licence, registration, confirmation, payment, publicService, filing', shape.nature, 'licence'),
    department: await questions.text(`  部门 Department (${departments.join(', ')})`, shape.department, departments[0]),
    law: await questions.text('  依据的法律、法规或规章 The law it rests on, in Chinese', shape.law),
    kind: await questions.text('  它是 It is a: law, administrativeRegulation, localRegulation, stateCouncilDecision, rule, normativeDocument, localDecision', shape.kind, 'law'),
    article: await optional('  条款，如 第三十五条，不知道就按回车 Article; Enter when not known', shape.article),
    statutory: await optional('  法定时限，如 20 working days，没有就按回车 Statutory limit; Enter for none of its own', shape.statutory.unwrap()),
    promised: await questions.text('  承诺时限 Promised limit', shape.promised, '5 working days'),
    after: before.length === 0 ? [] : await questions.some('  等哪些事项办结？ Waits for which items?', before.map((one) => one.id), false),
    result: await questions.text('  申请人得到什么？ What does the applicant get?', shape.result.unwrap(), `${textOf(name).zh}结果 / Result: ${textOf(name).en}`),
  };
}

/** Questions on a terminal, one a line. */
class Questions {
  readonly #lines: Interface;
  readonly #output: NodeJS.WritableStream;

  constructor(lines: Interface, output: NodeJS.WritableStream) {
    this.#lines = lines;
    this.#output = output;
  }

  say(text: string): void {
    this.#output.write(`${text}\n`);
  }

  /** A text that the language accepts; Enter takes what stands in brackets. */
  async text(question: string, schema: z.ZodType, otherwise?: string): Promise<string> {
    for (;;) {
      const answer = (await this.#lines.question(`${question}${otherwise ? ` [${otherwise}]` : ''}: `)).trim() || otherwise;
      if (answer === '') return '';
      const fault = faultIn(schema, answer);
      if (answer !== undefined && fault === null) return answer;
      this.say(`  ✘ ${fault ?? ''}`);
    }
  }

  async yes(question: string): Promise<boolean> {
    return /^(y|yes|是|对|有)$/i.test((await this.#lines.question(`${question} (y/N): `)).trim());
  }

  /** Names out of a list, with commas or spaces between; Enter means all of them, or none. */
  async some(question: string, names: readonly string[], all = true): Promise<string[]> {
    for (;;) {
      const words = (await this.#lines.question(`${question} (${names.join(', ')}) [${all ? '全部 all' : '无 none'}]: `)).split(/[\s,，、]+/).filter(Boolean);
      const stray = words.filter((word) => !names.includes(word));
      if (stray.length === 0) return words.length === 0 && all ? [...names] : words;
      this.say(`  ✘ 没有 ${stray.join('、')} / there is no ${stray.join(', ')}`);
    }
  }

  /** One after the other, until one is null. */
  async several(what: string, one: (first: boolean, before: readonly unknown[]) => Promise<unknown>): Promise<unknown[]> {
    const all: unknown[] = [];
    for (;;) {
      if (all.length > 0) this.say(`${what} ${all.length + 1}，没有了就按回车 Enter when there are no more`);
      const next = await one(all.length === 0, all);
      if (next === null) return all;
      all.push(next);
    }
  }
}

/** Whether an answer is a list, whose option may be repeated. */
export const isList = (name: string): boolean => (LISTS as readonly string[]).includes(name);
