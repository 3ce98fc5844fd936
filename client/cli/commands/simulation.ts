import type { Command } from 'commander';
import { NOTHING_KNOWN } from '../../../definitions/simulation/known.ts';
import { simulate } from '../../../definitions/simulation/simulate.ts';
import { type Change, changeFrom } from '../../../definitions/simulation/what-if.ts';
import { suggestion } from '../../../definitions/source/did-you-mean.ts';
import { currentDecrees } from '../../../store/current-calendar.ts';
import { type LateChance, lateChances } from '../../../store/queries/late-chances.ts';
import { type Instant, localTime } from '../../../workflows/case/plain-date.ts';
import { simulationReport } from '../../documents/simulation-report.ts';
import { wholeNumber } from '../arguments.ts';
import { writeFile } from '../files.ts';
import { makeForecast } from '../forecast.ts';
import { learned } from '../history.ts';
import { Mistake } from '../mistake.ts';
import { type Column, colourName, printJson, printTable } from '../output.ts';
import { printAssumptions, printSimulation } from '../print-simulation.ts';
import { withSession } from '../session.ts';
import { inputFrom, setUp, type SimulationOptions, type SimulationSetup, todayOf } from '../simulation-setup.ts';

interface SimulateOptions extends SimulationOptions {
  readonly whatIf: readonly string[];
  readonly report?: string;
  readonly json?: boolean;
  readonly fromStore?: boolean;
}

export function simulationCommands(program: Command): void {
  program.command('simulate').argument('<input...>', 'a simulation file, or services')
    .option('--from <date>', 'first day of receipt that counts; the next month when left out').option('--to <date>', 'the last one')
    .option('--seed <n>', 'same seed, same result', wholeNumber).option('--cases <n>', 'repeat the period until so many cases are counted', wholeNumber)
    .option('--what-if <post:+n>', 'one more or fewer: market-regulation:+1; several times', (one: string, all: readonly string[]) => [...all, one], [] as readonly string[])
    .option('--from-store', 'how long work takes, from the history of the running system').option('--report <html>', 'page with charts to write').option('--json', 'for programs')
    .description('模拟：下月多少件会超期，瓶颈在哪，加一人会怎样，春节前后如何\nsimulate: how many will be late, the bottleneck, one reviewer more, Spring Festival')
    .action(async (words: string[], options: SimulateOptions) => {
      const { model, assumptions, input } = await (options.fromStore ? withHistory(words, options) : setUp(inputFrom(words, options), options, async () => NOTHING_KNOWN, todayOf()));
      const simulation = simulate(model, { cases: input.cases, whatIf: options.whatIf.map((one) => changeOf(one, model.posts.map(({ id }) => id))) });
      if (options.report !== undefined) writeFile(options.report, simulationReport(simulation, assumptions));
      if (options.json) printJson({ ...simulation, assumptions });
      else printSimulation(simulation, assumptions);
      if (options.report !== undefined && !options.json) console.log(`\n✔ ${options.report}`);
    });

  program.command('forecast').option('--show', 'the forecast that is kept, without a new one').option('--runs <n>', 'futures of each case', wholeNumber, 200).option('--seed <n>', 'same seed, same chances', wholeNumber, 1)
    .option('--size <n>', 'rows', wholeNumber, 50).option('--after <cursor>').option('--json')
    .description('预测每个在办件超期的可能性，并留给管理者看板\nthe chance of every running case to be late, kept for the managers’ board')
    .action((options: ForecastOptions) => withSession(async ({ store: { db } }) => {
      const made = options.show ? null : await makeForecast(db, options);
      const page = await lateChances(db, { size: options.size, ...(options.after === undefined ? {} : { after: options.after }) });
      if (options.json) return printJson(page);
      printTable(page.rows, CHANCE_COLUMNS);
      if (page.next) console.log(`更多 more: --after ${page.next}`);
      if (made) console.log(`\n已预测 ${made.cases} 件，每件 ${options.runs} 次。 ${made.cases} cases are forecast, each ${options.runs} times.`);
      if (made && made.assumptions.length > 0) printAssumptions(made.assumptions);
    }));
}

interface ForecastOptions {
  readonly show?: boolean;
  readonly runs: number;
  readonly seed: number;
  readonly size: number;
  readonly after?: string;
  readonly json?: boolean;
}

const CHANCE_COLUMNS: readonly Column<LateChance>[] = [
  { title: '办件 case', value: (row) => row.caseNo }, { title: '服务 service', value: (row) => row.service }, { title: '申请人 applicant', value: (row) => row.applicantName },
  { title: '阶段 phase', value: (row) => row.phase }, { title: '颜色 colour', value: (row) => colourName(row.colour) },
  { title: '可能超期 chance to be late', value: (row) => `${Math.round(row.chance * 100)}%`, right: true }, { title: '预测于 forecast at', value: (row) => localTime(row.at as Instant).replace('T', ' ') },
];

function withHistory(words: readonly string[], options: SimulateOptions): Promise<SimulationSetup> {
  const input = inputFrom(words, options);
  return withSession(async ({ store: { db } }) => setUp(input, options, (calendar, hours) => learned(db, calendar, hours), todayOf(), await currentDecrees(db)));
}

function changeOf(text: string, posts: readonly string[]): Change {
  const change = changeFrom(text);
  if (!change) throw new Mistake(`“${text}”应写作 岗位:+1。 “${text}” should be POST:+1 or POST:-1, such as ${posts[0]}:+1.`);
  if (posts.includes(change.post)) return change;
  const guess = suggestion(change.post, posts);
  throw new Mistake(`没有岗位“${change.post}”。${guess.zh}可用：${posts.join('、')}。 There is no post “${change.post}”.${guess.en} There are: ${posts.join(', ')}.`);
}
