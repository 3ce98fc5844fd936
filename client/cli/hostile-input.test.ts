import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../definitions/problem.ts';
import { fiftyMistakes, HOSTILE } from '../../definitions/hostile-definitions.ts';
import { CATALOGUE, catalogueText } from '../../definitions/spoilt-definition.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'onething-hostile-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `onething` in a process that may use 256 MB and no more. */
async function confined(...words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--max-old-space-size=256', join(import.meta.dirname, 'main.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'onething-compiled') },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.yaml`);
  await writeFile(file, content);
  return file;
}

describe('onething check, with 256 MB of memory', () => {
  // All in one process: what one of them took is given back before the next.
  it('refuses each hostile or broken file, and says why', async () => {
    const files = await Promise.all(HOSTILE.map(({ name, content }) => written(name, content())));
    const { code, out, err } = await confined('check', '--json', ...files);
    expect([code, err]).toEqual([1, '']);
    const results = JSON.parse(out) as { problems: readonly Problem[]; hash: string | null }[];
    const told = results.map(({ problems, hash }, index) => ({ name: HOSTILE[index]!.name, codes: [...new Set(problems.map((problem) => problem.code))], hash }));
    expect(told).toEqual(HOSTILE.map(({ name, refusedWith }) => ({ name, codes: refusedWith, hash: null })));
    for (const { line, column, zh, en, mend } of results.flatMap(({ problems }) => problems)) {
      expect(Math.min(line, column)).toBeGreaterThan(0);
      expect(zh.length + en.length).toBeLessThan(1_300);
      expect(mend.zh && mend.en).toBeTruthy();
    }
  });

  it('tells it to people in a few lines, in two languages, and never a stack', async () => {
    const { code, out, err } = await confined('check', await written('bomb', HOSTILE.find(({ name }) => name.includes('bomb'))!.content()));
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`${join(folder, 'bomb.yaml')}:1:1  yaml.tooManyAliases
  别名（*名称）展开后过大，或包含自身。少用别名；依据请写入 bases 再按名称引用。
  The aliases (*name) expand to too much, or contain themselves. Use fewer aliases; put legal bases into \`bases\` and refer to them by name.

1 个问题 / 1 problem
`);
  });

  it('does not read on where there is no end', async () => {
    const { code, err } = await confined('check', '/dev/zero');
    expect(code).toBe(1);
    expect(err).toContain('/dev/zero:1:1  file.tooBig');
  });

  it('shows fifty mistakes as fifty, in the order of the file', async () => {
    const { code, err } = await confined('check', await written('fifty', fiftyMistakes()));
    expect(code).toBe(1);
    expect(err).toMatch(/\n50 个问题 \/ 50 problems\n$/);
    const places = [...err.matchAll(/fifty\.yaml:(\d+):(\d+) {2}/g)].map(([, line, column]) => Number(line) * 10_000 + Number(column));
    expect(places).toHaveLength(50);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('accepts every service of the catalogue, with a mark of UTF-8, other ends of lines, anchors and aliases', async () => {
    const marked = await written('marked', `\ufeff${catalogueText('child-born').replaceAll('\n', '\r\n')}`);
    const anchored = await written('anchored', catalogueText('child-born').replace(/^promise: \{ limit: (.*), basis: (.*) \}$/m, 'promise: { limit: &days $1, basis: &plan $2 }').replace(/^correction: .*$/m, 'correction: { limit: *days, basis: *plan }'));
    const files = CATALOGUE.map((name) => join(import.meta.dirname, '..', '..', 'definitions', 'catalogue', `${name}.yaml`));
    const { code, err } = await confined('check', marked, anchored, ...files);
    expect([code, err]).toEqual([0, '']);
  });
});
