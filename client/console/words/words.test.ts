import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../../workflows/case/command-table.ts';

const CONSOLE = join(import.meta.dirname, '..');
const words = async (desk: string, language: string) => keysOf(((await import(`./${desk}.${language}.ts`)) as { default: object }).default);
const desks = readdirSync(import.meta.dirname).flatMap((file) => /^(\w+)\.zh\.ts$/.exec(file)?.[1] ?? []);

describe('the words of the console', () => {
  it.each(desks)('%s: Chinese and English have the same keys and the same blanks', async (desk) => {
    const [zh, en] = [await words(desk, 'zh'), await words(desk, 'en')];
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const blanks = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [key, text] of zh) expect([key, blanks(en.get(key)!)]).toEqual([key, blanks(text)]);
  });

  it('has every key that a page asks for', async () => {
    const missing: string[] = [];
    const known = new Map(await Promise.all(desks.map(async (desk) => [desk, await words(desk, 'zh')] as const)));
    for (const file of readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.tsx'))) {
      const source = readFileSync(join(CONSOLE, file), 'utf8');
      // `const { t } = useTranslation('desk')`; a second translator has a name of its own: `const { t: app } = useTranslation('app')`.
      for (const [, name = 't', desk = 'app'] of source.matchAll(/\{\s*t(?::\s*(\w+))?\s*\} = useTranslation\((?:'(\w+)')?\)/g)) {
        for (const [, key = ''] of source.matchAll(new RegExp(`\\b${name}\\('([\\w.-]+)'`, 'g'))) {
          const others = [...source.matchAll(new RegExp(`\\{\\s*t${name === 't' ? '' : `: ${name}`}\\s*\\} = useTranslation\\((?:'(\\w+)')?\\)`, 'g'))].map(([, other = 'app']) => other);
          if (!others.some((other) => known.get(other)?.has(key)) && !known.get(desk)?.has(key)) missing.push(`${file}: ${key}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('names every command', async () => {
    const named = await words('app', 'zh');
    expect(Object.keys(COMMANDS).filter((command) => !named.has(`command.${command}`))).toEqual([]);
  });
});

function keysOf(words: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...keysOf(value as object, `${prefix}${key}.`)])));
}
