import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import { checkDefinition } from '../../../definitions/check-definition.ts';
import { formatProblems } from '../../../definitions/format-problems.ts';
import { readArguments, readValue } from '../arguments.ts';
import { writeFile } from '../files.ts';
import { Mistake } from '../mistake.ts';
import { ask, isList } from '../new/ask.ts';
import { QUESTIONS } from '../new/answers.ts';
import { definitionText } from '../new/definition-text.ts';
import { completeAnswers } from '../new/read-answers.ts';
import { storyText } from '../new/story-text.ts';

const SCHEMA = join(import.meta.dirname, '..', '..', '..', 'definitions', 'schema.json');

/** Needs no running system. */
export function newCommand(program: Command): void {
  const command = program.command('new').argument('[file]', 'definition to write; CODE.yaml when left out')
    .description('通过提问新建一个定义和第一个故事\na new definition, and its first story, by questions')
    .option('--answers <file>', 'answers to all or some of the questions, as YAML');
  for (const name of Object.keys(QUESTIONS)) {
    command.addOption(isList(name)
      ? new Option(`--${name} <map>`, `one more, as a YAML map such as {${FIRST_KEYS[name]}}`).argParser((text, before: unknown[] = []) => [...before, readValue(text, `--${name}`)])
      : new Option(`--${name} <answer>`));
  }
  command.action(async (file: string | undefined, { answers: from, ...options }: { answers?: string } & Record<string, unknown>) => {
    if (file !== undefined) requireNew(file);
    const given = { ...(from === undefined ? {} : readArguments([], from)), ...options };
    const answers = completeAnswers(process.stdin.isTTY && process.stdout.isTTY ? await ask(given, process.stdin, process.stdout) : given);
    write(file ?? `${answers.code}.yaml`, answers);
  });
}

const FIRST_KEYS: Readonly<Record<string, string>> = {
  department: 'id: …, name: …, organ: …, reconsideration: …, court: …', item: 'id: …, name: …, nature: …, department: …, law: …, kind: …, promised: …',
  material: 'code: …, name: …, neededBy: […]', field: 'code: …, label: …, type: …, neededBy: […]',
};

function write(file: string, answers: ReturnType<typeof completeAnswers>): void {
  const story = file.replace(/(\.ya?ml)?$/, '.story.yaml');
  for (const one of [file, story]) requireNew(one);
  const text = definitionText(answers, relative(dirname(file), SCHEMA));
  const { problems } = checkDefinition(text, { file });
  if (process.stdin.isTTY !== true && problems.length > 0) throw new Mistake(`${formatProblems(problems)}\n\n什么也没有写。 Nothing was written.`);
  writeFile(file, text);
  writeFile(story, storyText(answers, basename(file)));
  console.log(`✔ ${file}\n✔ ${story}\n`);
  // What was typed by hand is not thrown away for a mistake in it.
  if (problems.length > 0) {
    console.error(formatProblems(problems));
    process.exitCode = 1;
  }
  console.log(`接下来 next:\n  npx onething check ${file}\n  npx onething play ${story}\n  npx onething guide ${file} --out guide.html`);
}

function requireNew(file: string): void {
  if (existsSync(file)) throw new Mistake(`“${file}”已经存在，不会覆盖；请换一个文件名。 “${file}” is there already and is not overwritten: name another file.`);
}
