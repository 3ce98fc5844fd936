import { readdirSync, readFileSync } from 'node:fs';
import { checkDefinition } from './check-definition.ts';
import type { Problem } from './problem.ts';

/** The code of every service in the catalogue. */
export const CATALOGUE: readonly string[] = readdirSync(new URL('catalogue', import.meta.url)).map((file) => file.replace('.yaml', '')).sort();

/** The text of a real definition. */
export function catalogueText(name: string): string {
  return readFileSync(new URL(`catalogue/${name}.yaml`, import.meta.url), 'utf8');
}

/** A real definition with some of its text replaced, for tests: what is wrong in it, and where its words stand. */
export function spoil(name: string, ...edits: readonly (readonly [from: string, to: string])[]) {
  const text = edits.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${name} does not say “${from}”`);
    return before.replace(from, () => to);
  }, catalogueText(name));
  const { problems } = checkDefinition(text, { file: `${name}.yaml` });
  return {
    text,
    problems,
    codes: problems.map(({ code }) => code),
    /** `code @ line:column` of every problem. */
    places: problems.map(({ code, line, column }) => `${code} @ ${line}:${column}`),
    /** What `places` says when a problem of this code stands where `marker` begins, plus some characters. */
    place: (code: string, marker: string, plus = 0) => `${code} @ ${placeOf(text, marker, plus)}`,
    only: (): Problem => {
      if (problems.length !== 1 || !problems[0]) throw new Error(`${problems.length} problems: ${problems.map(({ code }) => code).join(', ')}`);
      return problems[0];
    },
  };
}

function placeOf(text: string, marker: string, plus = 0): string {
  const offset = text.indexOf(marker);
  if (offset < 0) throw new Error(`“${marker}” is not in the text`);
  const before = text.slice(0, offset + plus);
  return `${before.split('\n').length}:${offset + plus - before.lastIndexOf('\n')}`;
}
