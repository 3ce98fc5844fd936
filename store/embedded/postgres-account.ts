import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from './operator-message.ts';

/** Under which account PostgreSQL runs, which refuses to run as root. */
export interface PostgresAccount {
  /** Spawn options; empty when we are not root and simply run it ourselves. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** Gives a file or folder of ours to that account. */
  own(path: string): void;
}

/** @param dataDir where the data is or will be; a folder that exists keeps its owner */
export function postgresAccount(postgres: string, dataDir: string): PostgresAccount {
  if (process.getuid?.() !== 0) return { identity: {}, prefix: [], own: () => {} };
  const { uid, gid } = ownerOf(dataDir) ?? systemAccount();
  const own = (path: string) => chownSync(path, uid, gid);
  const reaches = (prefix: readonly string[], identity: { uid?: number; gid?: number }) => {
    const [command = 'sh', ...args] = [...prefix, 'sh', '-c', 'cd "$1" && "$2" --version', 'sh', dirname(dataDir), postgres];
    return spawnSync(command, args, { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
  };
  if (reaches([], { uid, gid })) return { identity: { uid, gid }, prefix: [], own };
  // The project lies in a folder closed to others, such as /root. PostgreSQL then runs under its own account with
  // one capability more: to look into folders whose permissions would stop it. Without the secure bit access(2), by which
  // initdb and postgres look for themselves, would leave the capability out.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--securebits=+no_setuid_fixup', '--'];
    if (reaches(prefix, {})) return { identity: {}, prefix, own };
  }
  throw new OperatorError('postgres.folderNotReachable', {
    zh: `以 root 运行时 PostgreSQL 使用普通账户,而该账户无法进入 ${dirname(dataDir)}。请把项目放到其他账户可以进入的文件夹(如 /srv),或改用非 root 账户运行,或设置 DATABASE_URL。`,
    en: `Started by root, PostgreSQL runs under an ordinary account, which cannot enter ${dirname(dataDir)}. Move the project to a folder that others may enter (such as /srv), run it as another user than root, or set DATABASE_URL.`,
  });
}

function ownerOf(dataDir: string): { uid: number; gid: number } | null {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

function systemAccount(): { uid: number; gid: number } {
  try {
    return idsOf('postgres');
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
    } catch {
      // Perhaps another process has just made it; looking again tells.
    }
    try {
      return idsOf('postgres');
    } catch (error) {
      throw new OperatorError(
        'postgres.noAccount',
        {
          zh: 'PostgreSQL 不能以 root 运行,而本机没有也无法创建 postgres 账户。请用非 root 账户运行,或设置 DATABASE_URL。',
          en: 'PostgreSQL does not run as root, and there is no postgres account here, nor could one be made. Run as another user than root, or set DATABASE_URL.',
        },
        error,
      );
    }
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return { uid: id('-u'), gid: id('-g') };
}
