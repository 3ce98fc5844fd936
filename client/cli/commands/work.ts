import type { Command } from 'commander';
import { type Allocated, bulkClaim, claim, release, transfer } from '../../../store/allocation.ts';
import { delegate } from '../../../store/delegation.ts';
import { outboxOf, takeFromOutbox } from '../../../store/outbox.ts';
import { inbox, inboxCounts, type InboxView } from '../../../store/queries/inbox.ts';
import type { ListedTask } from '../../../store/queries/task-list.ts';
import { StoreError } from '../../../store/store-error.ts';
import { type Instant, localTime } from '../../../workflows/case/plain-date.ts';
import { day, wholeNumber } from '../arguments.ts';
import { colourName, type Column, printJson, printTable } from '../output.ts';
import { actorNamed, withSession } from '../session.ts';

const TASK_COLUMNS: readonly Column<ListedTask>[] = [
  { title: '办件 case', value: (task) => task.caseNo }, { title: '任务 task', value: (task) => task.id }, { title: '服务 service', value: (task) => task.service },
  { title: '申请人 applicant', value: (task) => task.applicantName }, { title: '截止 due', value: (task) => (task.suspended ? '停止 stands' : task.dueOn) },
  { title: '颜色 colour', value: (task) => colourName(task.colour) }, { title: '认领 claimed by', value: (task) => task.claimedByName ?? task.claimedBy },
];

/** Who works on what. */
export function workCommands(program: Command): void {
  program.command('inbox').argument('<person>').option('--mine', 'only what is claimed by this person').option('--unclaimed', 'only what nobody has claimed')
    .option('--service <code>').option('--item <id>').option('--kind <kind>').option('--size <n>', 'rows', wholeNumber, 50).option('--after <cursor>', 'where the page before ended').option('--json')
    .description('待办，先到期的在前；窗口人员即窗口待办\na person’s work, the first due first')
    .action((person: string, options) => withSession(async (session) => {
      const actor = await actorNamed(session, person);
      const view: InboxView = options.mine ? 'mine' : options.unclaimed ? 'unclaimed' : 'all';
      const filter = { view, ...pick(options, 'service', 'item', 'kind') };
      const page = await inbox(session.store.db, actor, filter, { size: options.size, ...pick(options, 'after') });
      const counts = await inboxCounts(session.store.db, actor, filter);
      if (options.json) return printJson({ ...page, counts });
      printTable(page.rows, TASK_COLUMNS);
      console.log(`\n共 ${counts.all} 件：黄 ${counts.byColour[1]}，红 ${counts.byColour[2]}；我的 ${counts.mine}，未认领 ${counts.unclaimed}。 ${counts.all} in all`);
      if (page.next) console.log(`更多 more: --after ${page.next}`);
    }));

  program.command('claim').argument('<case>').argument('<tasks...>').requiredOption('--as <person>').option('--json')
    .description('认领任务\nclaim tasks of a case')
    .action((caseNo: string, tasks: string[], options) => withSession(async (session) => {
      const actor = await actorNamed(session, options.as);
      const refs = tasks.map((taskId) => ({ caseNo, taskId }));
      tell(refs.length === 1 ? [await claim(session.store.db, actor, refs[0]!)] : await bulkClaim(session.store.db, actor, refs), options.json);
    }));

  program.command('release').argument('<case>').argument('<task>').requiredOption('--as <person>').option('--note <text>').option('--json')
    .description('退回认领的任务\ngive a claimed task back to its group')
    .action((caseNo: string, taskId: string, options) => withSession(async (session) => {
      tell([await release(session.store.db, await actorNamed(session, options.as), { caseNo, taskId }, { note: options.note ?? null })], options.json);
    }));

  program.command('transfer').argument('<case>').argument('<task>').requiredOption('--as <person>').requiredOption('--to <person>').option('--note <text>').option('--json')
    .description('转办任务\nhand a task to somebody of the same post')
    .action((caseNo: string, taskId: string, options) => withSession(async (session) => {
      tell([await transfer(session.store.db, await actorNamed(session, options.as), { caseNo, taskId }, options.to, { note: options.note ?? null })], options.json);
    }));

  program.command('outbox').argument('<department>').option('--take <system>', 'say that this system has them').option('--size <n>', 'rows', wholeNumber, 100).option('--json')
    .description('推送给一个部门、尚未取走的结果\nwhat a department is to be told and its system has not fetched yet')
    .action((department: string, options) => withSession(async ({ store: { db } }) => {
      const entries = await outboxOf(db, department, options.size);
      if (options.json) printJson(entries);
      else printTable(entries, [
        { title: '号 id', value: (entry) => entry.id }, { title: '办件 case', value: (entry) => entry.caseNo }, { title: '种类 kind', value: (entry) => entry.kind },
        { title: '事项 item', value: (entry) => entry.item }, { title: '文书 document', value: (entry) => entry.document.number }, { title: '时间 at', value: (entry) => localTime(entry.at as Instant) },
      ]);
      if (options.take) await takeFromOutbox(db, department, entries.map((entry) => entry.id), options.take, Date.now());
    }));

  program.command('delegate').requiredOption('--as <person>').requiredOption('--to <person>').requiredOption('--from <date>').requiredOption('--until <date>')
    .requiredOption('--reason <text>').option('--json').description('外出期间委托代办\nhave somebody stand in during an absence')
    .action((options) => withSession(async (session) => {
      const given = await delegate(session.store.db, await actorNamed(session, options.as), {
        to: options.to, startsOn: day(options.from), endsOn: day(options.until), reason: options.reason,
      });
      if (options.json) printJson(given);
      else console.log(`✔ ${given.startsOn} 至 ${given.endsOn} 由 ${given.to} 代办 stands in`);
    }));
}

function tell(results: readonly Allocated[], json: boolean | undefined): void {
  if (results.some((result) => !result.ok)) process.exitCode = 2;
  if (json) return printJson(results);
  for (const result of results) {
    if (result.ok) console.log(`✔ ${result.task.caseNo} ${result.task.taskId}: ${result.claimedBy ?? '未认领 unclaimed'}`);
    else console.error(`✘ ${result.task.taskId} ${result.code}\n  ${new StoreError(result.code, result.params).message}`);
  }
}

/** The named options that were given. */
export function pick<K extends string>(options: Record<string, unknown>, ...names: readonly K[]): { [N in K]?: string } {
  return Object.fromEntries(names.flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : []))) as { [N in K]?: string };
}
