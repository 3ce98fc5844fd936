import type { Client } from '@temporalio/client';
import type { Command } from 'commander';
import { inWords, readDecree } from '../../../definitions/calendar/load-calendar.ts';
import { currentDecrees } from '../../../store/current-calendar.ts';
import { listPeople } from '../../../store/people.ts';
import { rebuild } from '../../../store/rebuild.ts';
import { type StoreDifference, verifyStore } from '../../../store/verify.ts';
import { contentHash } from '../../../store/hash-chain.ts';
import { TASK_QUEUE } from '../../../workers/task-queue.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { CaseExport } from '../../../workflows/case-protocol.ts';
import type { CaseClient } from '../../case-client.ts';
import { readText } from '../files.ts';
import { Mistake } from '../mistake.ts';
import { print, printJson } from '../output.ts';
import { withSession } from '../session.ts';
import { viewOf } from './case.ts';

/** What keeps the system in order. */
export function systemCommands(program: Command): void {
  program.command('people').option('--json').description('人员\nwho can act')
    .action(({ json }: { json?: boolean }) => withSession(async ({ store }) => {
      print(json, await listPeople(store.db), [
        { title: '编号 id', value: (row) => row.id }, { title: '姓名 name', value: (row) => row.name }, { title: '角色 role', value: (row) => row.role }, { title: '部门 department', value: (row) => row.department },
      ]);
    }));

  program.command('publish-calendar').argument('<file>', 'a decree, JSON').option('--json')
    .description('公布或修订节假日安排，并重算所有在办件\npublish or amend a calendar; every running case follows')
    .action((file: string, { json }: { json?: boolean }) => withSession(async ({ store, temporal }) => {
      readText(file);
      const { decree, problems } = readDecree(file, await currentDecrees(store.db));
      if (!decree) throw new Mistake(problems.map(inWords).join('\n'));
      const client = await temporal();
      const result = await client.workflow.execute('publishCalendar', {
        taskQueue: TASK_QUEUE, workflowId: `publish-calendar-${decree.id}-${contentHash(decree).slice(0, 12)}`, workflowIdConflictPolicy: 'USE_EXISTING',
        args: [{ decrees: [decree], after: null, updated: 0, updatedInPass: 0 }],
      }) as { updated: number };
      if (json) printJson(result);
      else console.log(`已公布 ${decree.id}，${result.updated} 个在办件已重算。 Published; ${result.updated} running cases follow it.`);
    }));

  program.command('rebuild').option('--json').description('从 Temporal 重建在办件的存储\nrestore open cases in the store from Temporal; claims are kept')
    .action(({ json }: { json?: boolean }) => withSession(async (session) => {
      const client = await session.client();
      const result = await rebuild(session.store.db, openCases(await session.temporal(), client));
      if (json) printJson(result);
      else console.log(`✔ 已恢复 ${result.restored} 个在办件。 ${result.restored} open cases are restored.`);
    }));

  program.command('verify').argument('[case]').option('--json').description('核对存储：散列链、状态、待办、文书\ncheck the store: hash chain, state, work and papers of every case; exit code 2 if anything differs')
    .action((caseNo: string | undefined, { json }: { json?: boolean }) => withSession(async (session) => {
      if (caseNo !== undefined) await viewOf(session, caseNo);
      const differences = await verifyStore(session.store.db, caseNo);
      if (differences.length > 0) process.exitCode = 2;
      if (json) return printJson(differences);
      console.log(differences.length === 0 ? '✔ 一致 all as it should be' : differences.map(told).join('\n'));
    }));
}

/** Every open case, as Temporal lists them. */
async function* openCases(temporal: Client, client: CaseClient): AsyncGenerator<CaseExport> {
  for await (const { workflowId } of temporal.workflow.list({ query: `ExecutionStatus = 'Running' AND CaseService IS NOT NULL` })) yield client.export(workflowId);
}

const DIFFERENCES: Readonly<Record<StoreDifference['what'], Text>> = {
  missingChange: { zh: '记录缺失', en: 'a change is missing' }, chain: { zh: '记录与散列链不符', en: 'the change is not the one that was chained' },
  state: { zh: '现状与记录不符', en: 'the state is not what the changes say' }, tasks: { zh: '待办与记录不符', en: 'the tasks are not what the changes say' },
  clocks: { zh: '时限与记录不符', en: 'the clocks are not what the changes say' }, documents: { zh: '文书与记录不符', en: 'the papers are not what the changes say' },
  archive: { zh: '档案与记录不符', en: 'the archive is not what the changes say' }, unfolded: { zh: '记录尚未计入现状', en: 'a change is not in the state yet' },
};

function told({ caseNo, what, seq }: StoreDifference): string {
  const { zh, en } = DIFFERENCES[what];
  return `✘ ${caseNo}${seq === null ? '' : ` 第 ${seq} 条 change ${seq}`}: ${zh} ${en}`;
}
