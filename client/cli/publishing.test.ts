import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROPERTIES } from '../../definitions/proof/properties/all-properties.ts';
import { addDays, dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { commandLine, type RunningChild, startSystem } from './test-support/command-line.ts';

const DEFINITION = join(import.meta.dirname, '..', '..', 'definitions', 'catalogue', 'go-to-school.yaml');
const FIELDS = [
  'childName=田一诺', 'childIdNumber=371302202001010028', 'guardianName=田野', 'guardianIdNumber=371302199003030030', 'stage=primary', 'contactPhone=13605390016',
  'householdKind=local', 'housing=owned', 'homeAddress=兰山区沂蒙路10号',
];
const TODAY = dateOf(Date.now() as Instant);
const TOMORROW = addDays(TODAY, 1);

let home: string;
let system: RunningChild;
let onething: ReturnType<typeof commandLine>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'onething-publish-'));
  onething = commandLine(home);
  system = await startSystem(home);
}, 120_000);
afterAll(async () => {
  await system?.stop('SIGTERM');
  await rm(home, { recursive: true, force: true });
});

const run: typeof onething.run = (...words) => onething.run(...words);
async function fileOf(version: string, change: (text: string) => string = (text) => text): Promise<string> {
  const file = join(home, `school-${version}.yaml`);
  await writeFile(file, change((await readFile(DEFINITION, 'utf8')).replace('version: "2026.1"', `version: "${version}"`)));
  return file;
}

describe('onething publish', () => {
  it('before anything is published, the catalogue’s file is used, and that is said', async () => {
    const [registry, started, services] = await Promise.all([run('registry', 'go-to-school'), run('start', 'go-to-school', ...FIELDS), run('services')]);
    expect(registry.out).toMatch(/^（无 none）\n\n今天没有生效的已发布版本.*receipts take the file of the catalogue\.\n$/);
    expect(started.out).toContain('该服务尚未发布，按随项目提供的目录文件办理');
    expect(services.out).toMatch(/^go-to-school +教育入学 +2026\.1 +未发布 not published +2 +1 /m);
  });

  it('says what is wrong before it writes anything', async () => {
    const file = await fileOf('2');
    const publish = (...words: string[]) => run('publish', ...words);
    const [nobody, noDate, past, broken, missing] = await Promise.all([
      publish(file, '--valid-from', TOMORROW, '--as', 'nobody'), publish(file, '--valid-from', '2026-02-30', '--as', 'clerk-1'), publish(file, '--valid-from', '2020-01-02', '--as', 'clerk-1'),
      publish(await fileOf('broken', (text) => text.replace('department: education', 'department: nobody')), '--valid-from', TOMORROW, '--as', 'clerk-1'),
      publish('no-such.yaml', '--valid-from', TOMORROW, '--as', 'clerk-1'),
    ]);
    expect(nobody).toEqual({ code: 1, out: '', err: '没有人员“nobody”。用 onething people 查看。 There is no person “nobody”. See onething people.\n' });
    expect(noDate).toEqual({ code: 1, out: '', err: '“2026-02-30”不是日期（年-月-日）。 Not a date, YYYY-MM-DD: “2026-02-30”.\n' });
    expect([past.code, past.out]).toEqual([2, '']);
    expect(past.err).toBe(`✘ version.validFromPast\n  生效日 2020-01-02 已过，今天是 ${TODAY}。版本不能追溯生效，请改用今天或以后的日期重新发布。\n  Its first day, 2020-01-02, is over: today is ${TODAY}. No version is valid for the past; publish it with today or a later day.\n`);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain('department.unknown');
    expect(missing.err).toBe('读不到文件“no-such.yaml”。 Cannot read file “no-such.yaml”.\n');
    expect(await onething.json('registry', 'go-to-school')).toEqual([]);
  });

  it('checks, drafts and proves; a second person approves; new cases take it without a restart', async () => {
    const drafted = await run('publish', await fileOf('2', (text) => text.replace('promised: 10 working days', 'promised: 5 working days')), '--valid-from', TODAY, '--as', 'clerk-1');
    expect([drafted.code, drafted.err]).toEqual([0, expect.stringMatching(/^验证 proving 0%\n[^]*验证 proving 100%\n$/)]);
    expect(drafted.out).toContain(`go-to-school 2  已验证，待批准 proved, to approve  自 ${TODAY} 起 valid from ${TODAY}`);
    expect(drafted.out).toMatch(/与目录文件相比 against the file of the catalogue, or nothing:\n- .*10.*5/);
    expect(drafted.out).toContain('onething approve go-to-school 2 --as PERSON');
    const own = await run('approve', 'go-to-school', '2', '--as', 'clerk-1');
    expect([own.code, own.out]).toEqual([2, '']);
    expect(own.err).toMatch(/^✘ version\.samePerson\n {2}“.+”起草了版本“2”，须由另一人批准。\n {2}“.+” drafted version “2”; another person must approve it\.\n$/);
    const approved = await run('approve', 'go-to-school', '2', '--as', 'manager-1');
    expect(approved.code).toBe(0);
    expect(approved.out).toContain(`${PROPERTIES.length} 条性质成立 properties hold`);
    expect(approved.out).toContain(`✔ 已批准。${TODAY} 00:00 起收到的办件适用本版本，不必重启；在办件仍按原版本。`);
    const [started, services, again] = await Promise.all([run('start', 'go-to-school', ...FIELDS), onething.json<{ code: string; version: string; validFrom: string | null }[]>('services'), run('approve', 'go-to-school', '2', '--as', 'clerk-2')]);
    expect(started.out).not.toContain('尚未发布');
    expect(services.find((one) => one.code === 'go-to-school')).toMatchObject({ version: '2', validFrom: TODAY });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('was approved by')]);
  }, 180_000);

  it('the same again is said; the registry lists each version with its days, its people, its changes and its acts', async () => {
    const again = await run('publish', await fileOf('2', (text) => text.replace('promised: 10 working days', 'promised: 5 working days')), '--valid-from', TODAY, '--as', 'clerk-1');
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain('没有重复登记。 This very version is in the registry already; nothing was doubled.');
    const next = await onething.json<{ outcome: string; version: { follows: string } }>('publish', await fileOf('3'), '--valid-from', TOMORROW, '--as', 'clerk-2');
    expect(next).toMatchObject({ outcome: 'proved', version: { follows: '2', status: 'proved' } });
    expect(await onething.json('approve', 'go-to-school', '3', '--as', 'clerk-1')).toMatchObject({ status: 'approved', approvedBy: 'clerk-1' });
    const { out } = await run('registry', 'go-to-school', '--diff');
    expect(out).toMatch(new RegExp(`^go-to-school  2 +${TODAY} +${TODAY}  已批准 approved +clerk-1 +manager-1`, 'm'));
    expect(out).toMatch(new RegExp(`^go-to-school  3 +${TOMORROW} +已批准 approved +clerk-2 +clerk-1`, 'm'));
    expect(out).toMatch(/与 2 相比 against 2:\n\+ /);
    expect(out).toMatch(/ {2}起草 drafted {2}clerk-1\n.* {2}验证通过 proved {2}clerk-1\n.* {2}批准 approved {2}manager-1\n/);
    const json = await onething.json<{ version: string; lastDay: string | null; acts: { action: string }[] }[]>('registry', 'go-to-school');
    expect(json.map((one) => [one.version, one.lastDay, one.acts.map((act) => act.action)])).toEqual([['2', TODAY, ['draft', 'prove', 'approve']], ['3', null, ['draft', 'prove', 'approve']]]);
  }, 180_000);

  it('a running case follows what is published and in force, and nothing else', async () => {
    const file = await fileOf('4');
    const [notPublished, notYet, unknown, tried] = await Promise.all([
      run('migrate', file, '--as', 'manager-1'), run('migrate', 'go-to-school@3', '--as', 'manager-1'), run('migrate', 'go-to-school@9', '--as', 'manager-1'), run('migrate', file, '--dry-run'),
    ]);
    expect([notPublished.code, notPublished.err]).toEqual([1, expect.stringContaining('then migrate go-to-school@4')]);
    expect([notYet.code, notYet.err]).toEqual([1, expect.stringContaining(`is not in force (approved, from ${TOMORROW})`)]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('has no version “9”')]);
    expect([tried.code, tried.out]).toEqual([0, expect.stringContaining('2 running cases')]);
    const moved = await run('migrate', 'go-to-school@2', '--as', 'manager-1');
    expect([moved.code, moved.err]).toEqual([0, '']);
    expect(moved.out).toContain('1 moved to 2, 0 stay as they were.');
  }, 60_000);

  it('a version is withdrawn before its first day only', async () => {
    const [inForce, unknown, noService] = await Promise.all([
      run('withdraw-version', 'go-to-school', '2', '--as', 'clerk-1'), run('withdraw-version', 'go-to-school', '9', '--as', 'clerk-1'), run('approve', 'go-to-scool', '2', '--as', 'clerk-1', '--json'),
    ]);
    expect([inForce.code, inForce.err]).toEqual([2, expect.stringContaining('已生效，不能撤回')]);
    expect(unknown).toEqual({ code: 1, out: '', err: '服务“go-to-school”没有版本“9”。用 onething registry go-to-school 查看。 Service “go-to-school” has no version “9”. See onething registry go-to-school.\n' });
    expect([noService.code, noService.err]).toEqual([1, expect.stringMatching(/^没有服务“go-to-scool”。可用：.* There is no service “go-to-scool”\. There are: /)]);
    expect(await run('withdraw-version', 'go-to-school', '3', '--as', 'manager-1', '--note', '推迟')).toEqual({ code: 0, out: '✔ go-to-school 3 已撤回。 Withdrawn.\n', err: '' });
    expect((await run('registry', 'go-to-school')).out).toMatch(/^go-to-school  3 .* 已撤回 withdrawn /m);
  });
});
