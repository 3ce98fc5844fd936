import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { fileCatalogue } from '../../scenario/file-catalogue.ts';
import { inWords } from '../../scenario/in-words.ts';
import { play } from '../../scenario/play.ts';
import { readScenario, ScenarioError } from '../../scenario/read-scenario.ts';
import type { OnOwnStage } from '../../scenario/theatre.ts';
import { readText } from '../files.ts';
import { printJson } from '../output.ts';

export function playCommand(program: Command): void {
  program.command('play').argument('<files...>', 'scenario files').option('--timeline', 'print each story’s timeline').option('--json')
    .description('在时间快进服务器上演练场景；全部符合预期时退出码为 0\nplay scenario files on the time-skipping server; exit code 0 when every expectation holds')
    .action(async (files: string[], options: { json?: boolean; timeline?: boolean }) => {
      for (const file of files) readText(file); // a mistyped name is told before the servers are started
      const { withTheatre } = await import('../../scenario/theatre.ts'); // a worker and its test server: no other command waits for them
      const results: { file: string; ok: boolean; text: string }[] = [];
      await withTheatre({ current: 'play', keys: { play: randomBytes(32) } }, async (onOwnStage) => {
        for (const file of files) {
          const result = await playOne(file, onOwnStage, options.timeline ?? false);
          results.push(result);
          if (!options.json) console.log(`${result.ok ? '✔' : '✘'} ${file}${result.text ? `\n${result.text}` : ''}`);
        }
      });
      if (options.json) printJson(results);
      if (results.some((result) => !result.ok)) process.exitCode = 1;
    });
}

async function playOne(file: string, onOwnStage: OnOwnStage, timeline: boolean): Promise<{ file: string; ok: boolean; text: string }> {
  try {
    const scenario = await readScenario(file);
    const played = await onOwnStage((stage) => play(scenario, stage, fileCatalogue, file));
    return { file, ok: !played.failure, text: inWords(scenario, played, { timeline }) };
  } catch (error) {
    if (error instanceof ScenarioError) return { file, ok: false, text: error.message };
    throw error;
  }
}
