import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { checkDefinition } from '../../../definitions/check-definition.ts';
import { commandLine } from '../test-support/command-line.ts';
import { ask } from './ask.ts';
import { definitionText } from './definition-text.ts';
import { completeAnswers } from './read-answers.ts';

const BOOKSHOP = join(import.meta.dirname, '..', 'test-support', 'bookshop.yaml');

let folder: string;
let onething: ReturnType<typeof commandLine>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-new-'));
  onething = commandLine(join(folder, 'nothing-runs-here'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('onething new, not on a terminal', () => {
  it('writes a definition that checks and a story that plays, and never over what is there', async () => {
    const [file, story] = [join(folder, 'bookshop.yaml'), join(folder, 'bookshop.story.yaml')];
    const written = await onething.run('new', file, '--answers', BOOKSHOP);
    expect(written).toEqual({
      code: 0, err: '',
      out: `✔ ${file}\n✔ ${story}\n\n接下来 next:\n  npx onething check ${file}\n  npx onething play ${story}\n  npx onething guide ${file} --out guide.html\n`,
    });
    const text = await readFile(file, 'utf8');
    const [checked, played, again] = await Promise.all([onething.run('check', file), onething.run('play', story), onething.run('new', file, '--answers', BOOKSHOP)]);
    expect([checked.code, checked.err]).toEqual([0, '']);
    expect(played).toEqual({ code: 0, err: '', out: `✔ ${story}\n` });
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toMatch(/已经存在，不会覆盖.* is there already and is not overwritten/);
    expect(await readFile(file, 'utf8')).toBe(text);
    // Nothing that somebody typed in is taken for compared with the published text.
    expect(Object.values((parse(text) as { bases: Record<string, { verified: boolean }> }).bases).map(({ verified }) => verified)).toEqual([false, false, false]);
    for (const law of ['行政许可法第二十六条第二款', '第三十二条第一款第四项', '第三十八条第二款', '第二十九条', '第三十一条', '第四十二条']) expect(text).toContain(law);
  });

  it('takes every answer from an option too, and an option before the file', async () => {
    const { code, err } = await onething.run('new', join(folder, 'renamed.yaml'), '--answers', BOOKSHOP, '--code', 'open-second-bookshop', '--mode', 'separate', '--promise', '1个月',
      '--field', '{code: opensOn, label: 开业日期 / Opening day, type: date, neededBy: [fire-check]}');
    expect([code, err]).toEqual([0, '']);
    expect(parse(await readFile(join(folder, 'renamed.yaml'), 'utf8'))).toMatchObject({
      code: 'open-second-bookshop', handling: { mode: 'separate' }, promise: { limit: '1个月' }, fields: [{ code: 'opensOn', type: 'date' }],
    });
  });

  it('names every option that is missing or wrong, in two languages, and writes nothing', async () => {
    const before = await readdir(folder);
    const { code, out, err } = await onething.run('new', join(folder, 'none.yaml'), '--name', 'hello', '--mode', 'joint', '--department', '{id: press}');
    expect([code, out]).toEqual([1, '']);
    for (const option of ['--code', '--region', '--promise', '--correction', '--item', '--decision', '--department']) expect(err).toContain(`Give it with ${option}, or in the file of --answers.`);
    expect(err).toContain('“name”（--name）写法不对：“中文 / English”两种文字');
    expect(err).toContain('缺少“department.0.organ”');
    expect(await readdir(folder)).toEqual(before);
  });

  it('refuses answers that no law allows, with the article, and writes nothing', async () => {
    const answers = join(folder, 'unlawful-answers.yaml');
    await writeFile(answers, (await readFile(BOOKSHOP, 'utf8')).replace('promised: 8 working days', 'promised: 14 working days'));
    const { code, out, err } = await onething.run('new', join(folder, 'unlawful.yaml'), '--answers', answers);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/limit\.promisedTooLong[^]*优化营商环境条例第三十六条[^]*Nothing was written/);
    expect(await readdir(folder)).not.toContain('unlawful.yaml');
  });
});

/** Somebody who types the next answer whenever he is asked something. */
async function typed(given: Record<string, unknown>, answers: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...answers];
  let said = '';
  output.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    said += text;
    if (text.includes(': ') && left.length > 0 && !text.includes('\n')) input.write(`${left.shift()}\r`);
    else if (text.includes(': ') && left.length === 0) input.end();
  });
  return { given: await ask(given, input, output), said, left };
}

describe('onething new, on a terminal', () => {
  it('leaves without a file when the questions are not answered', async () => {
    await expect(typed({}, ['开茶馆 / Open a tea house'])).rejects.toThrow('Cancelled: nothing was written');
  });

  it('asks only what was not given, and again until the answer does', async () => {
    const { name: _name, region: _region, field: _field, promise: _promise, ...rest } = parse(await readFile(BOOKSHOP, 'utf8')) as Record<string, unknown>;
    const { given, said, left } = await typed(rest, ['开书店', '开书店 / Open a bookshop', '37130', '371302', 'shopName', '店名 / Name', '', 'fire-check trade-licence', '', '']);
    expect(left).toEqual([]);
    expect(said).toContain('✘ 六位行政区划代码');
    const answers = completeAnswers(given);
    expect(answers).toMatchObject({ name: '开书店 / Open a bookshop', region: '371302', field: [{ code: 'shopName', type: 'text', neededBy: ['fire-check', 'trade-licence'] }] });
    // Eight working days, then ten: what is proposed for the whole.
    expect(answers.promise).toBe('18 working days');
    expect(checkDefinition(definitionText(answers, 'schema.json')).problems).toEqual([]);
  });
});
