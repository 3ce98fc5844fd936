import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { widthOf } from '../../definitions/text-width.ts';
import { commandLine } from './test-support/command-line.ts';

const DEFINITIONS = join(import.meta.dirname, '..', '..', 'definitions');
const RESTAURANT = join(DEFINITIONS, 'catalogue', 'open-restaurant.yaml');
const STORY = join(DEFINITIONS, 'scenarios', 'hire-employee', 'decided-at-once.yaml');

let folder: string;
let onething: ReturnType<typeof commandLine>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-cli-'));
  onething = commandLine(join(folder, 'nothing-runs-here'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function changed(file: string, name: string, ...replacements: readonly (readonly [string, string])[]): Promise<string> {
  let text = await readFile(file, 'utf8');
  for (const [from, to] of replacements) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('onething without a running system', () => {
  it('says how to start one', async () => {
    const { code, out, err } = await onething.run('services');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/系统没有在运行.*npm start/);
    expect(err).toMatch(/not running\. Run npm start/);
  });

  it('lists every command in two languages, one under the other', async () => {
    const { code, out } = await onething.run('--help');
    expect(code).toBe(0);
    const lines = out.split('\n').slice(out.split('\n').indexOf('Commands:') + 1);
    const names = lines.flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? []);
    expect(names).toEqual([
      'inbox', 'claim', 'release', 'transfer', 'outbox', 'delegate', 'services', 'start', 'submit', 'show', 'act', 'explain', 'timeline', 'documents',
      'overdue', 'intermediaries', 'board', 'urge', 'refused', 'new', 'check', 'compile', 'diff', 'draw', 'guide',
      'publish', 'approve', 'registry', 'withdraw-version', 'migrate', 'catalogue', 'play', 'simulate', 'forecast', 'people', 'publish-calendar', 'rebuild', 'verify', 'help',
    ]);
    const described = lines.slice(0, lines.findIndex((line) => line.startsWith('  help'))).filter(Boolean);
    const column = widthOf('  act <case> <command> [arguments...]  ');
    for (const line of described) expect(line.slice(0, column)).toMatch(/^ {2}([a-z].*)?\s+$/);
    expect(out).toContain('办件现状');
    expect(out).toContain('one case: phase, items, clocks');
    expect(out).toMatch(/退出码 exit codes: 0 .*；1 .*；2 /);
  });

  it.each([
    ['a word that is no command', ['shwo'], '没有命令“shwo”。', "Unknown command 'shwo'"],
    ['no case', ['show'], '缺少参数“case”。', "Missing required argument 'case'"],
    ['nobody who acts', ['act', 'any-case', 'examine'], '缺少必填选项“--as <person>”。', "Required option '--as <person>' not specified"],
  ])('%s is a mistake, told in two languages', async (_, words, zh, en) => {
    const { code, err } = await onething.run(...words);
    expect(code).toBe(1);
    expect(err).toContain(`${zh} ${en}`);
  });

  it('passes the exit code on when started as npx does', async () => {
    const { code, err } = await commandLine(folder, { npx: true }).run('check', DEFINITIONS);
    expect(code).toBe(1);
    expect(err).toBe(`读不到文件“${DEFINITIONS}”。 Cannot read file “${DEFINITIONS}”.\n`);
  });
});

describe('check and compile', () => {
  it('shows who works when, or every mistake of a definition with its line', async () => {
    const spoilt = await changed(RESTAURANT, 'spoilt.yaml', ['department: market-regulation', 'department: market-regulators'], ['dependsOn: [', 'dependsOn: [nowhere, ']);
    const { code, out, err } = await onething.run('check', RESTAURANT, spoilt);
    expect(code).toBe(1);
    expect(out).toContain('开办餐饮店，7 个事项，6 个部门。 OK, ');
    expect(out).toMatch(/食品经营许可（新办） food-licence +│/);
    expect(err).toMatch(/spoilt\.yaml:\d+:\d+ {2}department\.unknown {2}\[market-regulators\]/);
    expect(err).toMatch(/spoilt\.yaml:\d+:\d+ {2}\S+ .*nowhere/);
    expect(err).toContain('没有名为“market-regulators”的部门');
    expect(err).toContain('There is no department named “market-regulators”');
    expect(err).toContain('2 个问题 / 2 problems');
  });

  it('compiles to the plan whose hash the check names, and prints nothing of a wrong one', async () => {
    const spoilt = await changed(RESTAURANT, 'no-department.yaml', ['department: market-regulation', 'department: market-regulators']);
    const [compiled, refused] = await Promise.all([onething.run('compile', RESTAURANT), onething.run('compile', spoilt)]);
    expect(compiled.code).toBe(0);
    const plan = JSON.parse(compiled.out) as { hash: string; service: { code: string } };
    expect(plan.service.code).toBe('open-restaurant');
    expect(await onething.json('check', RESTAURANT)).toEqual([{ file: RESTAURANT, problems: [], hash: plan.hash }]);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('department.unknown');
  });
});

describe('catalogue', () => {
  it('lists the services that come with the project', async () => {
    const [text, services] = await Promise.all([onething.run('catalogue'), onething.json<{ code: string; items: number; departments: number; unverified: number }[]>('catalogue')]);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^服务 service +名称 name +事项 items +部门 departments +承诺 promised +依据待核 unverified$/m);
    expect(text.out).toMatch(/^open-restaurant +开办餐饮店 +7 +6 +15 工作日 +\d+$/m);
    expect(services.map(({ code }) => code)).toEqual((await readdir(join(DEFINITIONS, 'catalogue'))).map((name) => name.replace('.yaml', '')).sort());
    expect(services.length).toBeGreaterThanOrEqual(15);
    expect(services.find(({ code }) => code === 'open-restaurant')).toMatchObject({ version: '2026.1', items: 7, departments: 6, promise: { length: 15, unit: 'workingDay' } });
  });

  it('says where something rests on what nobody has compared with the published text', async () => {
    const [text, bases, services] = await Promise.all([
      onething.run('catalogue', '--unverified'),
      onething.json<{ service: string; file: string; line: number; law: string }[]>('catalogue', '--unverified'),
      onething.json<{ code: string; unverified: number }[]>('catalogue'),
    ]);
    expect(text.out).toMatch(/^open-restaurant +\S+open-restaurant\.yaml:\d+ +items\.food-licence\.limits\.internal +市场监管总局令第78号$/m);
    expect(bases).toHaveLength(services.reduce((sum, { unverified }) => sum + unverified, 0));
    const fire = bases.find(({ service, law }) => service === 'open-restaurant' && law === '消防法')!;
    expect((await readFile(fire.file, 'utf8')).split('\n')[fire.line - 1]).toContain('basis: fire 第十五条 ?');
  });
});

describe('explain, draw and guide of a definition', () => {
  it('lists every limit if it is received before Spring Festival, and one day by day', async () => {
    const [all, one, json] = await Promise.all([
      onething.run('explain', RESTAURANT, '--receipt', '2026-02-10'),
      onething.run('explain', RESTAURANT, 'examination', '--receipt', '2026-02-10'),
      onething.json<{ clocks: { id: string; latest: object; earliest: object }[] }>('explain', RESTAURANT, '--receipt', '2026-02-10'),
    ]);
    expect([all.code, one.code]).toEqual([0, 0]);
    expect(all.out).toMatch(/^promised:food-licence +承诺期限 +10个工作日 +business-licence-check 获准 granted +2026-02-25 +2026-03-10 +2026-02-10 +2026-03-02 +临政办发〔2017〕11号（依据待核）$/m);
    expect(all.out).toContain('整体承诺 promised for all 15个工作日：2026-03-16');
    expect(all.out).toMatch(/假定：.+\nAssumed: /);
    expect(one.out).toMatch(/^2026-02-14 +4 +计入 counted +春节调休上班 +cn-2026$/m);
    expect(one.out).toMatch(/^2026-02-17 +假日 holiday +春节 +cn-2026$/m);
    expect(one.out).toContain('截止 due: 2026-02-24 24:00');
    expect(json.clocks.find(({ id }) => id === 'joint')).toMatchObject({ startedBy: 'acceptance', latest: { dayZero: '2026-02-24', dueOn: '2026-04-28' }, earliest: { dayZero: '2026-02-10' } });
  });

  it('explains each limit day by day with --days', async () => {
    const { code, out } = await onething.run('explain', RESTAURANT, '--receipt', '2026-02-10', '--days');
    expect(code).toBe(0);
    expect(out.match(/^截止 due: /gm)).toHaveLength(19);
  });

  it('draws a picture and writes a guide', async () => {
    const [svg, page] = [join(folder, 'service.svg'), join(folder, 'guide.html')];
    const ran = await Promise.all([onething.run('draw', RESTAURANT, '--out', svg, '--en'), onething.run('guide', RESTAURANT, '--out', page)]);
    expect(ran).toEqual([{ code: 0, out: `✔ ${svg}\n`, err: '' }, { code: 0, out: `✔ ${page}\n`, err: '' }]);
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg [\s\S]*Open a restaurant[\s\S]*<\/svg>\n$/);
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>\n[\s\S]*办事指南/);
  });

  it.each([
    ['a day that does not exist', ['explain', RESTAURANT, '--receipt', '2026-02-30'], '“2026-02-30”不是', 'is no day from 2000 to 2099'],
    ['no day', ['explain', RESTAURANT], '请用 --receipt 指明收件日', 'Say on which day it is received'],
    ['an unknown clock', ['explain', RESTAURANT, 'joints', '--receipt', '2026-02-10'], '没有时限“joints”', 'There is no clock “joints”'],
    ['a day for what is no definition', ['explain', '371302-20260210-0001', '--receipt', '2026-02-10'], '不是。', 'are for a definition file'],
    ['a file that is not there', ['explain', 'nowhere.yaml', '--receipt', '2026-02-10'], '读不到文件“nowhere.yaml”', 'Cannot read file'],
    ['no file to draw', ['draw', 'nowhere.yaml', '--out', 'x.svg'], '读不到文件“nowhere.yaml”', 'Cannot read file'],
    ['a folder that is not there', ['guide', RESTAURANT, '--out', '/nowhere/x.html'], '写不了文件“/nowhere/x.html”', 'Cannot write'],
    ['no file to write', ['draw', RESTAURANT], '缺少必填选项“--out <svg>”', 'not specified'],
  ])('%s is a mistake, told in two languages', async (_, words, zh, en) => {
    const { code, out, err } = await onething.run(...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(zh);
    expect(err).toContain(en);
  });

  it('says everything that is wrong with a definition instead', async () => {
    const spoilt = await changed(RESTAURANT, 'not-explained.yaml', ['department: market-regulation', 'department: market-regulators']);
    const svg = join(folder, 'none.svg');
    for (const words of [['explain', spoilt, '--receipt', '2026-02-10'], ['draw', spoilt, '--out', svg], ['guide', spoilt, '--out', svg]]) {
      const { code, out, err } = await onething.run(...words);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/not-explained\.yaml:\d+:\d+ {2}department\.unknown/);
    }
    await expect(readFile(svg)).rejects.toThrow('ENOENT');
  });
});

describe('play', () => {
  it('ends with 0 when a story comes out as expected', async () => {
    expect(await onething.run('play', STORY)).toEqual({ code: 0, out: `✔ ${STORY}\n`, err: '' });
  });

  it('says where one does not, or what is wrong with its file, and plays the others all the same', async () => {
    const wrong = await changed(STORY, 'wrong.yaml', ['phase: delivery', 'phase: closed']);
    const form = join(DEFINITIONS, 'scenarios', 'open-restaurant', 'form.yml');
    const { code, out } = await onething.run('play', form, wrong, STORY);
    expect(code).toBe(1);
    const [first, second, third] = out.split(/^(?=[✔✘])/m);
    expect(first).toMatch(/^✘ .+form\.yml\n.+form\.yml:\d+:\d+ title: .+\n[^]*form\.yml:\d+:\d+ receive: /);
    expect(second).toMatch(/^✘ .+wrong\.yaml\n.+\n第 4 步 step 4 \(2026-03-02T09:50, examine\): phase\n\s+应为 expected: "closed"\n\s+实为 actual: +"delivery"/);
    expect(third).toBe(`✔ ${STORY}\n`);
  });

  it('names a file that it cannot read, before it starts anything', async () => {
    const missing = await onething.run('play', STORY, 'no-such-story.yaml');
    expect(missing).toEqual({ code: 1, out: '', err: '读不到文件“no-such-story.yaml”。 Cannot read file “no-such-story.yaml”.\n' });
  });
});

describe('onething simulate', () => {
  const rest = ['--from', '2026-03-02', '--to', '2026-03-06', '--cases', '1'];
  /** Few cases a day: every test here plays some months of them. */
  const input = async (service: string) => {
    const file = join(folder, `${service}.simulation.yaml`);
    await writeFile(file, `services: [{ service: ${service}, arrivals: 0.5 }]\nwarmUp: 3\n`);
    return file;
  };

  it('tells late cases with intervals, the bottleneck, one person more there, and the weeks around Spring Festival', async () => {
    const { code, out, err } = await onething.run('simulate', await input('open-restaurant'), ...rest);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^open-restaurant +\d+ +\d+\.\d% \(\d+\.\d…\d+\.\d\)/m);
    const [, bottleneck] = /^▶ ([\w/-]+) +\d+ +\d+\.\d%/m.exec(out)!;
    expect(out).toMatch(new RegExp(`^${bottleneck}:\\+1 `, 'm'));
    expect(out).toContain('春节 Spring Festival 2027-02-05 – 2027-02-10');
    expect(out).toMatch(/default times of work and default shares of deficiencies and refusals: Market regulation; Fire and rescue/);
    expect(out).toContain('the calendar of 2027 is not published: statutory holidays only, no make-up days');
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const quick = ['simulate', await input('retire'), ...rest, '--json'];
    const [one, same, other] = [await onething.run(...quick), await onething.run(...quick, '--seed', '1'), await onething.run(...quick, '--seed', '2')];
    expect(one.code).toBe(0);
    expect(same).toEqual(one);
    expect(other.out).not.toBe(one.out);
  });

  it.each([
    ['an unknown service', ['simulate', 'open-restarant'], ['没有服务“open-restarant”。是否想写“open-restaurant”？', 'There is no service']],
    ['an unknown post', ['simulate', 'open-restaurant', '--what-if', 'market-supervision:+1'], ['没有岗位“market-supervision”', 'There is no post', 'market-regulation/approver']],
    ['a change that is none', ['simulate', 'open-restaurant', '--what-if', 'fire-rescue'], ['“fire-rescue”应写作 岗位:+1', 'POST:+1']],
    ['a day that is none', ['simulate', 'open-restaurant', '--from', 'March'], ['“March”不是日期', 'is no date']],
    ['days in the wrong order', ['simulate', 'open-restaurant', '--from', '2026-12-02', '--to', '2026-12-01'], ['早于', 'before the first']],
  ])('%s is a mistake: 1, and what to do', async (_, given, sentences) => {
    const { code, out, err } = await onething.run(...given);
    expect([code, out]).toEqual([1, '']);
    for (const sentence of sentences) expect(err).toContain(sentence);
  });

  it('points at what a file names and is not there', async () => {
    const file = join(folder, 'sim.yaml');
    await writeFile(file, 'services:\n  - { service: open-restaurant, items: { food-license: { refused: 0.1 } } }\ndepartments:\n  market-supervision: { reviewers: 3 }\n');
    const { code, err } = await onething.run('simulate', file);
    expect(code).toBe(1);
    expect(err).toContain('sim.yaml:2:42  item.unknown  [food-license]');
    expect(err).toContain('Did you mean “food-licence”?');
    expect(err).toContain('sim.yaml:4:3  department.unknown  [market-supervision]');
  });
});
