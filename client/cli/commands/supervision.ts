import type { Command } from 'commander';
import { colours } from '../../../store/queries/cases.ts';
import { likelyLate } from '../../../store/queries/late-chances.ts';
import { nearing, overdue, type PressingClock, pressingCounts } from '../../../store/queries/pressing-clocks.ts';
import { intermediaries } from '../../../store/queries/intermediaries.ts';
import { refusedAttempts } from '../../../store/queries/refused-attempts.ts';
import { localTime, type Instant } from '../../../workflows/case/plain-date.ts';
import { sentenceOf } from '../../../workflows/case/rejection.ts';
import type { GivenCommand } from '../../case-client.ts';
import { wholeNumber } from '../arguments.ts';
import { type Column, printJson, printTable } from '../output.ts';
import { actorNamed, withSession } from '../session.ts';
import { report, viewOf } from './case.ts';
import { pick } from './work.ts';

const CLOCK_COLUMNS: readonly Column<PressingClock>[] = [
  { title: '办件 case', value: (row) => row.caseNo }, { title: '申请人 applicant', value: (row) => row.applicantName }, { title: '时限 clock', value: (row) => row.clock },
  { title: '部门 department', value: (row) => row.department }, { title: '截止 due', value: (row) => row.dueOn },
  { title: '可能超期 may be late', value: (row) => (row.lateChance === null ? '' : `${Math.round(row.lateChance * 100)}%`), right: true },
  { title: '超期自 overdue since', value: (row) => (row.ranOutAt === null ? '' : moment(row.ranOutAt)) }, { title: '公开理由 public reason', value: (row) => row.reason },
];

/** What a manager looks at. */
export function supervisionCommands(program: Command): void {
  program.command('overdue').option('--nearing', 'yellow instead of red').option('--department <id>').option('--service <code>').option('--region <code>')
    .option('--size <n>', 'rows', wholeNumber, 50).option('--after <cursor>').option('--json')
    .description('超期（红）；--nearing 为临近到期（黄）\noverdue clocks; with --nearing the yellow ones')
    .action((options) => withSession(async ({ store: { db } }) => {
      const filter = pick(options, 'department', 'service', 'region');
      const page = await (options.nearing ? nearing : overdue)(db, filter, { size: options.size, ...pick(options, 'after') });
      const counts = await pressingCounts(db, filter);
      if (options.json) return printJson({ ...page, counts });
      printTable(page.rows, CLOCK_COLUMNS);
      if (counts.length > 0) console.log();
      if (counts.length > 0) printTable(counts, [
        { title: '部门 department', value: (row) => row.department }, { title: '黄 nearing', value: (row) => row.nearing, right: true }, { title: '红 overdue', value: (row) => row.overdue, right: true },
      ]);
      if (page.next) console.log(`更多 more: --after ${page.next}`);
    }));

  program.command('intermediaries').option('--size <n>', 'rows', wholeNumber, 50).option('--after <cursor>').option('--json')
    .description('中介服务：由谁承担、自何时至何时\nintermediary services: whose, from when to when')
    .action((options) => withSession(async ({ store: { db } }) => {
      const page = await intermediaries(db, { size: options.size, ...pick(options, 'after') });
      if (options.json) return printJson(page);
      printTable(page.rows, [
        { title: '办件 case', value: (row) => row.caseNo }, { title: '事项 item', value: (row) => row.item }, { title: '程序 procedure', value: (row) => row.procedure }, { title: '机构 by', value: (row) => row.by },
        { title: '付费 paid by', value: (row) => row.paidBy }, { title: '告知 told', value: (row) => row.told, right: true }, { title: '停止计时 clock stands', value: (row) => (row.stopsClock ? '是 yes' : '') },
        { title: '自 from', value: (row) => moment(row.from) }, { title: '至 until', value: (row) => (row.until === null ? '' : moment(row.until)) },
      ]);
      if (page.next) console.log(`更多 more: --after ${page.next}`);
    }));

  program.command('board').option('--json').description('全部在办件，按阶段和颜色\nhow many cases are in each phase, by colour')
    .action(({ json }: { json?: boolean }) => withSession(async ({ store: { db } }) => {
      const rows = await colours(db);
      const forecast = await likelyLate(db);
      if (json) return printJson(rows);
      const likely = (phase: string) => (forecast ? forecast.phases.find((one) => one.phase === phase)?.cases ?? 0 : null);
      const phases = [...new Set(rows.map((row) => row.phase))];
      const count = (phase: string, colour: number) => rows.find((row) => row.phase === phase && row.colour === colour)?.cases ?? 0;
      printTable(phases, [
        { title: '阶段 phase', value: (phase) => phase }, { title: '正常 in time', value: (phase) => count(phase, 0), right: true },
        { title: '黄 yellow', value: (phase) => count(phase, 1), right: true }, { title: '红 red', value: (phase) => count(phase, 2), right: true },
        ...(forecast ? [{ title: '很可能超期 likely late', value: likely, right: true }] : []),
      ]);
      if (forecast) console.log(`预测于 forecast at ${moment(forecast.at)}：onething forecast --show`);
    }));

  program.command('urge').argument('<case>').argument('<message>').requiredOption('--as <manager>').option('--item <id>').option('--days <n>', 'working days for the answer', wholeNumber).option('--json')
    .description('督办\nurge a department, or the window when no item is named')
    .action((caseNo: string, message: string, options) => withSession(async (session) => {
      await viewOf(session, caseNo);
      const command = { do: 'urge', as: await actorNamed(session, options.as), with: { message, ...pick(options, 'item'), ...(options.days ? { days: options.days } : {}) } } as GivenCommand;
      report(await (await session.client()).command(caseNo, command), options.json);
    }));

  program.command('refused').argument('[case]').option('--json').description('被拒绝的操作（审计）\nrefused attempts, for the audit')
    .action((caseNo: string | undefined, { json }: { json?: boolean }) => withSession(async (session) => {
      const page = await refusedAttempts(session.store.db, caseNo === undefined ? {} : { caseNo });
      if (caseNo !== undefined && page.rows.length === 0) await viewOf(session, caseNo);
      if (json) return printJson(page);
      printTable(page.rows, [
        { title: '时间 at', value: (row) => moment(row.sentAt) }, { title: '办件 case', value: (row) => row.caseNo }, { title: '命令 command', value: (row) => row.command },
        { title: '谁 who', value: (row) => row.actor.name }, { title: '拒绝 refused', value: (row) => row.rejection.code },
        { title: '理由 why', value: (row) => sentenceOf(row.rejection).zh },
      ]);
    }));
}

function moment(at: number): string {
  return localTime(at as Instant).replace('T', ' ');
}
