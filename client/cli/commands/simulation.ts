import type { Command } from 'commander';
import { NOTHING_KNOWN } from '../../../definitions/simulation/known.ts';
import { simulate } from '../../../definitions/simulation/simulate.ts';
import { type Change, changeFrom } from '../../../definitions/simulation/what-if.ts';
import { suggestion } from '../../../definitions/source/did-you-mean.ts';
import { wholeNumber } from '../arguments.ts';
import { Mistake } from '../mistake.ts';
import { printJson } from '../output.ts';
import { printSimulation } from '../print-simulation.ts';
import { inputFrom, setUp, type SimulationOptions, todayOf } from '../simulation-setup.ts';

interface SimulateOptions extends SimulationOptions {
  readonly whatIf: readonly string[];
  readonly report?: string;
  readonly json?: boolean;
}

export function simulationCommands(program: Command): void {
  program.command('simulate').argument('<input...>', 'a simulation file, or services')
    .option('--from <date>', 'first day of receipt that counts; the next month when left out').option('--to <date>', 'the last one')
    .option('--seed <n>', 'same seed, same result', wholeNumber).option('--cases <n>', 'repeat the period until so many cases are counted', wholeNumber)
    .option('--what-if <post:+n>', 'one more or fewer: market-regulation:+1; several times', (one: string, all: readonly string[]) => [...all, one], [] as readonly string[])
    .option('--json', 'for programs')
    .description('模拟：下月多少件会超期，瓶颈在哪，加一人会怎样，春节前后如何\nsimulate: how many will be late, the bottleneck, one reviewer more, Spring Festival')
    .action(async (words: string[], options: SimulateOptions) => {
      const { model, assumptions, input } = await setUp(inputFrom(words, options), options, NOTHING_KNOWN, todayOf());
      const simulation = simulate(model, { cases: input.cases, whatIf: options.whatIf.map((one) => changeOf(one, model.posts.map(({ id }) => id))) });
      if (options.json) printJson({ ...simulation, assumptions });
      else printSimulation(simulation, assumptions);
    });
}

function changeOf(text: string, posts: readonly string[]): Change {
  const change = changeFrom(text);
  if (!change) throw new Mistake(`“${text}”应写作 岗位:+1。 “${text}” should be POST:+1 or POST:-1, such as ${posts[0]}:+1.`);
  if (posts.includes(change.post)) return change;
  const guess = suggestion(change.post, posts);
  throw new Mistake(`没有岗位“${change.post}”。${guess.zh}可用：${posts.join('、')}。 There is no post “${change.post}”.${guess.en} There are: ${posts.join(', ')}.`);
}
