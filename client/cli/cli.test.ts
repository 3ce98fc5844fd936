import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { commandLine, type RunningChild, startSystem } from './test-support/command-line.ts';
import { inStore } from './test-support/in-store.ts';

const FORM = join(import.meta.dirname, '..', '..', 'definitions', 'scenarios', 'open-restaurant', 'form.yml');
const CATALOGUE = join(import.meta.dirname, '..', '..', 'definitions', 'catalogue');
const SMALL = ['shopArea=120', 'sellsTobacco=false', 'contactPhone=13900000000'];
const DEFECT = 'defects=[{target: {material: staff-list}, problem: 缺少身份证号, supply: 补全}]';

let home: string;
let system: RunningChild;
let onething: ReturnType<typeof commandLine>;
/** The one case whose way the tests follow, in order: a small restaurant. */
let caseNo: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'onething-cli-'));
  onething = commandLine(home);
  system = await startSystem(home);
}, 120_000);
afterAll(async () => {
  await system?.stop('SIGTERM');
  await rm(home, { recursive: true, force: true });
});

const run: typeof onething.run = (...words) => onething.run(...words);
/** What happened to the case, as the store has it. */
const changes = () => inStore(home, async (db) => (await db.selectFrom('case_change').select('change').where('case_no', '=', caseNo).orderBy('seq').execute()).map((row) => row.change as Change));

describe('at the window', () => {
  it('services and people are listed for clerks and for programs', async () => {
    const [text, services, people] = await Promise.all([run('services'), onething.json<{ code: string }[]>('services'), onething.json<{ id: string }[]>('people')]);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^服务 service +名称 name +版本 version +生效 valid from +事项 items/);
    expect(text.out).toMatch(/^open-restaurant +开办餐饮店 .* 7 +6 +[0-9a-f]{12}$/m);
    expect(services.map((service) => service.code)).toEqual((await readdir(CATALOGUE)).map((name) => name.replace('.yaml', '')).sort());
    expect(people.find((person) => person.id === 'head-fire-rescue')).toMatchObject({ role: 'headOfAuthority', department: 'fire-rescue' });
  });

  it('the same id twice receives one case, and an identity number keeps its digits', async () => {
    const words = ['start', 'open-restaurant', '--form', FORM, ...SMALL, '--id', 'double-click', '--applicant', 'id=ouyang', 'name=欧阳若兰', 'idNumber=371302199001010014'];
    const [text, again] = await Promise.all([run(...words), onething.json<{ caseNo: string }>(...words)]);
    expect(text.code).toBe(0);
    ({ caseNo } = again);
    expect(text.out).toContain(`✔ ${caseNo}: caseReceived, documentIssued\n${caseNo}  开办餐饮店  欧阳若兰  阶段 phase: 审查 Examination`);
    expect(text.out).toMatch(/^food-licence +食品经营许可（新办） +市场监管部门 +待审查 unexamined$/m);
    const { state } = await onething.json<{ state: CaseState }>('show', caseNo);
    expect(state.applicant).toMatchObject({ id: 'ouyang', idNumber: '371302199001010014' });
    expect(state.form).toMatchObject({ contactPhone: '13900000000', shopArea: 120, sellsTobacco: false });
    const cases = await inStore(home, (db) => db.selectFrom('case_record').select('case_no').execute());
    expect(cases).toEqual([{ case_no: caseNo }]);
  });

  it('what cannot be committed to is refused with 2 and the item’s or material’s code', async () => {
    const start = ['start', 'open-restaurant', '--form', FORM, ...SMALL];
    const item = await run(...start, '--committed', 'food-licence');
    const material = await run(...start, '--committed-materials', 'floor-plan');
    expect(item).toMatchObject({ code: 2 });
    expect(item.out + item.err).toContain('事项“food-licence”不实行告知承诺');
    expect(material).toMatchObject({ code: 2 });
    expect(material.out + material.err).toContain('材料“floor-plan”不能以书面承诺代替');
  });

  it('a form that does not fit is refused with 2 and the field’s name', async () => {
    const { code, out, err } = await run('start', 'open-restaurant', '--form', FORM, 'shopArea=large', 'creditCode=1');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^✘ form\.invalid\n {2}申请表不符合要求：“creditCode”.+；“shopArea”.+\n {2}The form does not fit: “creditCode” .+; “shopArea” /);
  });

  it.each([
    ['an unknown service', ['start', 'open-circus', '--form', FORM], ['没有服务“open-circus”', 'There is no service “open-circus”', 'open-restaurant']],
    ['a region that is no code', ['start', 'open-restaurant', '--form', FORM, '--region', '99'], ['地区“99”应为六位代码', 'Region “99”']],
    ['an applicant of no kind', ['start', 'open-restaurant', '--form', FORM, '--applicant', 'kind=alien'], ['kind 应为 person 或 entity']],
    ['an unknown case', ['show', '371302-19990101-0001'], ['没有办件“371302-19990101-0001”', 'There is no case']],
    ['an unknown case in the audit', ['refused', '371302-19990101-0001'], ['没有办件', 'There is no case']],
    ['an unknown case to verify', ['verify', '371302-19990101-0001'], ['没有办件', 'There is no case']],
    ['a number that is none', ['inbox', 'clerk-1', '--size', 'many'], ['“many”应为正整数', 'whole number']],
    ['an unknown person', ['inbox', 'nobody'], ['没有人员“nobody”', 'There is no person “nobody”', 'onething people']],
  ])('%s is a mistake: 1, and what to do', async (_, words, sentences) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([1, '']);
    for (const sentence of sentences) expect(err).toContain(sentence);
  });
});

describe('the work', () => {
  const TASK = 'examine:staff-health';

  it('lies in the inbox of the department', async () => {
    const [text, page] = await Promise.all([run('inbox', 'reviewer-health-1'), onething.json<{ rows: object[]; counts: object }>('inbox', 'reviewer-health-2', '--unclaimed')]);
    expect(text.out).toMatch(new RegExp(`^${caseNo} +${TASK} +open-restaurant +欧阳若兰 +\\d{4}-\\d\\d-\\d\\d$`, 'm'));
    expect(text.out).toContain('共 1 件：黄 0，红 0；我的 0，未认领 1。 1 in all');
    expect(page).toMatchObject({ rows: [{ caseNo, id: TASK, department: 'health' }], next: null, counts: { all: 1, unclaimed: 1 } });
  });

  it('is claimed by one; the other is told who has it and cannot do it', async () => {
    const mine = await run('claim', caseNo, TASK, '--as', 'reviewer-health-1');
    expect(mine).toEqual({ code: 0, out: `✔ ${caseNo} ${TASK}: reviewer-health-1\n`, err: '' });
    const { name } = await inStore(home, (db) => db.selectFrom('person').select('name').where('id', '=', 'reviewer-health-1').executeTakeFirstOrThrow());
    const [claimed, done] = await Promise.all([
      run('claim', caseNo, TASK, '--as', 'reviewer-health-2'),
      run('act', caseNo, 'examine', '--as', 'reviewer-health-2', 'item=staff-health', 'answer=complete'),
    ]);
    expect([claimed.code, claimed.out]).toEqual([2, '']);
    expect(claimed.err).toContain(`✘ ${TASK} task.claimedByOther\n  该任务已由“${name}”认领`);
    expect(done.code).not.toBe(0);
    expect(done.err).toContain(`The task is claimed by “${name}”`);
    expect((await changes()).some((change) => change.kind === 'itemExamined')).toBe(false);
  });

  it('is transferred to somebody of the same post alone, and given back', async () => {
    const wrong = await run('transfer', caseNo, TASK, '--as', 'reviewer-health-1', '--to', 'approver-health-1');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('transfer.notTheirs');
    const right = await run('transfer', caseNo, TASK, '--as', 'reviewer-health-1', '--to', 'reviewer-health-2', '--note', '出差');
    expect(right).toEqual({ code: 0, out: `✔ ${caseNo} ${TASK}: reviewer-health-2\n`, err: '' });
    const back = await run('release', caseNo, TASK, '--as', 'reviewer-health-2');
    expect(back).toEqual({ code: 0, out: `✔ ${caseNo} ${TASK}: 未认领 unclaimed\n`, err: '' });
  });

  it('is stood in for during an absence', async () => {
    const [given, noDate] = await Promise.all([
      run('delegate', '--as', 'reviewer-health-1', '--to', 'reviewer-health-2', '--from', '2026-03-02', '--until', '2026-03-06', '--reason', '出差'),
      run('delegate', '--as', 'reviewer-health-1', '--to', 'reviewer-health-2', '--from', '2026-02-30', '--until', '2026-03-06', '--reason', '出差'),
    ]);
    expect(given).toEqual({ code: 0, out: '✔ 2026-03-02 至 2026-03-06 由 reviewer-health-2 代办 stands in\n', err: '' });
    expect([noDate.code, noDate.out]).toEqual([1, '']);
    expect(noDate.err).toContain('“2026-02-30”不是日期');
  });
});

describe('a command', () => {
  it('says what it needs when given nothing, and who may give what is shown', async () => {
    const [help, shown] = await Promise.all([run('act', caseNo, 'examine', '--as', 'reviewer-health-1'), run('show', caseNo, '--as', 'reviewer-health-1')]);
    expect(help.out).toMatch(/^answer +是 yes +complete \| deficient \| outOfScope$/m);
    expect(help.out).toContain('answers for the item: complete, deficient or out of scope');
    expect(shown.out).toMatch(/^examine +staff-health +对本部门事项作出审查答复/m);
    expect(shown.out).not.toMatch(/^examine +food-licence/m);
  });

  it('of another department is refused with 2, and kept for the audit', async () => {
    const { code, out, err } = await run('act', caseNo, 'examine', '--as', 'reviewer-fire-rescue-1', 'item=staff-health', 'answer=complete');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^✘ actor\.wrongDepartment\n {2}事项属“health”.+\n {2}This belongs to department “health”/);
    const [text, page] = await Promise.all([run('refused', caseNo), onething.json<{ rows: object[] }>('refused')]);
    expect(text.out).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +${caseNo} +examine +\\S+ +actor\\.wrongDepartment +事项属“health”`, 'm'));
    expect(page.rows).toMatchObject([
      { caseNo, command: 'examine', rejection: { code: 'actor.wrongDepartment' } }, { command: 'receive', rejection: { code: 'form.invalid' } },
      { command: 'receive', rejection: { code: 'receipt.notReplaceable' } }, { command: 'receive', rejection: { code: 'receipt.noCommitment' } },
    ]);
  });

  it('given twice under one id has one effect', async () => {
    const words = ['act', caseNo, 'examine', '--as', 'reviewer-health-1', 'item=staff-health', 'answer=deficient', DEFECT, '--id', 'pressed-twice'];
    const both = await Promise.all([run(...words), run(...words)]);
    expect(both).toEqual([1, 2].map(() => ({ code: 0, out: `✔ ${caseNo}: itemExamined\n`, err: '' })));
    const timeline = await onething.json<Change[]>('timeline', caseNo);
    expect(timeline).toEqual(await changes());
    expect(timeline.filter((change) => change.kind === 'itemExamined')).toHaveLength(1);
  });

  it('with an argument that is not NAME=VALUE is a mistake', async () => {
    const { code, err } = await run('act', caseNo, 'examine', '--as', 'reviewer-health-1', 'complete');
    expect([code, err]).toEqual([1, '参数“complete”应写作 名称=值。 Argument “complete” should be NAME=VALUE.\n']);
  });
});

describe('a case with a correction notice', () => {
  beforeAll(async () => {
    const examine = (item: string) => run('act', caseNo, 'examine', '--as', 'reviewer-market-regulation-1', `item=${item}`, 'answer=complete');
    await Promise.all([examine('food-licence'), examine('business-licence-check')]);
  });

  it('is told in Chinese, in English and as a page', async () => {
    const page = join(home, 'timeline.html');
    const [chinese, english] = await Promise.all([run('timeline', caseNo), run('timeline', caseNo, '--en', '--html', page)]);
    expect(chinese.out).toMatch(/审查答复：需补正1处：.*缺少身份证号/);
    expect(chinese.out).toContain('《一次性补正告知书》');
    expect(english.out).toMatch(/examined: 1 to correct: /);
    expect(english.out).toContain('Correction notice');
    expect(english.out).toContain(`✔ ${page}`);
    const html = await readFile(page, 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('缺少身份证号');
    const nowhere = await run('timeline', caseNo, '--html', join(home, 'no-folder', 'timeline.html'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('写不了文件');
  });

  it('has its papers as PDF', async () => {
    const folder = join(home, 'papers');
    const [text, papers] = await Promise.all([run('documents', caseNo, '--out', folder), onething.json<{ record: { number: string; kind: string } }[]>('documents', caseNo)]);
    expect(papers.map(({ record }) => record.kind)).toEqual(['receipt', 'correctionNotice']);
    expect(text.out).toContain('申请材料接收凭证');
    expect(text.out).toContain('一次性补正告知书');
    expect(text.out).toContain(`✔ 2 PDF → ${folder}`);
    expect((await readdir(folder)).sort()).toEqual(papers.map(({ record }) => `${record.number}.pdf`).sort());
    for (const name of await readdir(folder)) expect((await readFile(join(folder, name))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('explains its deadline day by day', async () => {
    const [text, none] = await Promise.all([run('explain', caseNo, 'correction'), run('explain', caseNo)]);
    expect(text.out).toMatch(/^correction：第 0 日 day 0 = \d{4}-\d\d-\d\d，\d+个工作日 \d+ working days，/);
    expect(text.out).toMatch(/^\d{4}-\d\d-\d\d +不计（当日） day 0$/m);
    expect(text.out).toMatch(/^\d{4}-\d\d-\d\d +1 +计入 counted/m);
    expect(text.out).toMatch(/^截止 due: \d{4}-\d\d-\d\d 24:00/m);
    expect(none.code).toBe(1);
    expect(none.err).toMatch(/请指明时限。 Say which clock\.\n.*correction/);
  });

  it('is corrected by the applicant, re-checked and accepted', async () => {
    const answered = await run('act', caseNo, 'answerDefect', '--as', 'applicant', 'line=staff-list', 'text=123');
    expect(answered.out).toMatch(/^✔ .*defectAnswered/);
    const rechecked = await run('act', caseNo, 'recheck', '--as', 'reviewer-health-1', 'item=staff-health', 'satisfied=true');
    expect(rechecked.out).toMatch(/^✔ .*caseAccepted/);
    expect((await changes()).filter((change) => change.kind === 'phaseEntered')).toMatchObject([{ phase: 'correction' }, { phase: 'recheck' }, { phase: 'handling' }]);
  });
});

describe('supervision', () => {
  it('counts cases by phase, and urges', async () => {
    const [board, counted] = await Promise.all([run('board'), onething.json<object[]>('board')]);
    expect(board.out).toMatch(/^handling +1 +0 +0$/m);
    expect(counted).toEqual([expect.objectContaining({ phase: 'handling', colour: 0, cases: 1 })]);
    const [urged, wrong] = await Promise.all([
      run('urge', caseNo, '请加快', '--as', 'manager-1', '--item', 'staff-health', '--days', '2'), run('urge', caseNo, '请加快', '--as', 'manager-1', '--days', 'some'),
    ]);
    expect(urged).toEqual({ code: 0, out: `✔ ${caseNo}: urged\n`, err: '' });
    expect([wrong.code, wrong.err]).toEqual([1, '“some”应为正整数。 “some” should be a whole number above 0.\n']);
    expect((await changes()).filter((change) => change.kind === 'urged')).toMatchObject([{ item: 'staff-health', message: '请加快' }]);
  });

  it('shows what is overdue, with its department and since when', async () => {
    expect((await run('overdue')).out).toBe('（无 none）\n');
    // No limit runs out while a test runs: the store alone is told so.
    const ranOut = { colour: 2, ran_out_at: Date.parse('2026-03-02T16:00:00Z'), reason: '系统故障' } as const;
    const clocks = await inStore(home, (db) => db.updateTable('clock').set(ranOut).where('case_no', '=', caseNo).where('item', '=', 'staff-health').where('kind', '<>', 'urge').returning('id').execute());
    expect(clocks).toHaveLength(1);
    const [red, yellow] = await Promise.all([run('overdue', '--department', 'health'), onething.json<{ rows: object[] }>('overdue', '--nearing')]);
    expect(red.out).toMatch(new RegExp(`^${caseNo} +欧阳若兰 +${clocks[0]!.id} +health +\\d{4}-\\d\\d-\\d\\d +2026-03-03 00:00 +系统故障$`, 'm'));
    expect(red.out).toMatch(/^health +0 +1$/m);
    expect(yellow.rows).toEqual([]);
  });
});

describe('online', () => {
  it('a draft comes online, waits in the window’s inbox, and is received when the window finds it ready', async () => {
    const submitted = await run('submit', 'open-restaurant', '--form', FORM, ...SMALL, '--applicant', 'id=lin', 'name=林小燕', '--region', '371311');
    expect(submitted.out).toMatch(/^✔ (\S+): draftSubmitted, clockWarned\n.+林小燕 +阶段 phase: 网上预审 Pre-review/);
    const [, draft] = /^✔ (\S+):/.exec(submitted.out)!;
    expect((await run('inbox', 'clerk-1')).out).toContain(draft);
    expect((await run('show', draft!, '--as', 'clerk-1')).out).toContain('answerPreReview');
    const missing = await run('act', draft!, 'answerPreReview', '--as', 'clerk-1', 'missing=[{target: {material: staff-list}, problem: 未提交, supply: 名单}]');
    expect(missing.out).toContain('preReviewAnswered, documentIssued');
    expect((await run('show', draft!, '--as', 'applicant')).out).toMatch(/✘ staff-list: 未提交 → 名单[^]*submitDraft/);
    expect((await run('act', draft!, 'answerPreReview', '--as', 'clerk-1', 'ready=true')).err).toContain('preReview.alreadyAnswered');
    expect((await run('act', draft!, 'submitDraft', '--as', 'applicant', 'note=已补')).code).toBe(0);
    expect((await run('act', draft!, 'answerPreReview', '--as', 'clerk-1', 'ready=true')).out).toContain('preReviewAnswered, caseReceived');
    expect((await run('submit', 'child-born')).code).toBe(2);
  });
});
