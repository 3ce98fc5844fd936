import type { DefinitionAct, DefinitionVersion } from '../../store/registry/definition-version.ts';
import type { VersionStatus } from '../../store/registry/proof-record.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { addDays, type Instant, localTime, type PlainDate } from '../../workflows/case/plain-date.ts';
import { printDifferences } from './differences.ts';
import { printTable } from './output.ts';
import { both } from './words.ts';

type Listed = DefinitionVersion & { readonly lastDay: PlainDate | null };

const STATUSES: Readonly<Record<VersionStatus, Text>> = {
  draft: { zh: '草稿', en: 'draft' }, proved: { zh: '已验证，待批准', en: 'proved, to approve' }, approved: { zh: '已批准', en: 'approved' }, withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
const ACTIONS: Readonly<Record<DefinitionAct['action'], Text>> = {
  draft: { zh: '起草', en: 'drafted' }, prove: { zh: '验证通过', en: 'proved' }, disprove: { zh: '验证未通过', en: 'not proved' }, approve: { zh: '批准', en: 'approved' }, withdraw: { zh: '撤回', en: 'withdrawn' },
};

/** Each approved version with the last day it is valid on; null: until another one is. */
export function withLastDay(versions: readonly DefinitionVersion[]): Listed[] {
  const approved = versions.filter((one) => one.status === 'approved');
  return versions.map((one) => {
    const next = one.status === 'approved' ? approved.find((other) => other.service === one.service && other.validFrom > one.validFrom) : undefined;
    return { ...one, lastDay: next ? addDays(next.validFrom, -1) : null };
  });
}

export function printVersions(versions: readonly Listed[]): void {
  printTable(versions, [
    { title: '服务 service', value: (row) => row.service }, { title: '版本 version', value: (row) => row.version },
    { title: '生效 valid from', value: (row) => row.validFrom }, { title: '至 to', value: (row) => row.lastDay },
    { title: '状态 status', value: (row) => both(STATUSES[row.status]) }, { title: '起草 drafted by', value: (row) => row.draftedBy }, { title: '批准 approved by', value: (row) => row.approvedBy },
    { title: '变化 changes', value: (row) => row.diff.length, right: true }, { title: '计划 plan', value: (row) => row.planHash.slice(0, 12) },
  ]);
}

/** One version as who approves it must see it: what it changes, and what was proved of it. */
export function printVersion(version: DefinitionVersion, acts: readonly DefinitionAct[] = []): void {
  const { service, follows, diff, proof, validFrom, status, draftedBy, planHash } = version;
  console.log(`${service} ${version.version}  ${both(STATUSES[status])}  自 ${validFrom} 起 valid from ${validFrom}  起草 drafted by ${draftedBy}  ${planHash.slice(0, 12)}`);
  for (const act of acts) console.log(`  ${localTime(act.at as Instant)}  ${both(ACTIONS[act.action])}  ${act.by}${act.note ? `  ${act.note}` : ''}`);
  console.log(`\n与${follows === null ? '目录文件' : ` ${follows} `}相比 against ${follows ?? 'the file of the catalogue, or nothing'}:`);
  printDifferences(diff);
  if (!proof) return;
  const states = proof.explored.reduce((sum, one) => sum + one.states, 0);
  const bounded = proof.explored.flatMap((one) => one.bounded);
  console.log(`\n验证 proof: ${proof.properties.length} 条性质成立 properties hold, ${states} 个状态 states, ${proof.walks.walks} 次行走 walks, ${
    bounded.length === 0 ? '穷尽 exhaustive' : `有界 bounded: ${bounded.join('; ')}`}, 引擎 engine ${proof.engineVersion}, ${proof.hash.slice(0, 12)}${
    proof.left.length === 0 ? '' : `\n  未探索 not explored: ${proof.left.join('; ')}`}`);
}

/** How far a proof is, on the error stream: one line that is written over on a terminal, every tenth of it elsewhere. */
export function proofProgress(): (done: number, of: number) => void {
  let told = -1;
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
    if (process.stderr.isTTY) {
      process.stderr.write(`\r验证 proving ${percent}%${done === of ? '\n' : ''}`);
      return;
    }
    if (Math.floor(percent / 10) === told) return;
    told = Math.floor(percent / 10);
    process.stderr.write(`验证 proving ${percent}%\n`);
  };
}
