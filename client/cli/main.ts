import { type Argument, Command, CommanderError } from 'commander';
import { widthOf } from '../../definitions/text-width.ts';
import { ClientError } from '../client-error.ts';
import { ScenarioError } from '../scenario/read-scenario.ts';
import { StoreError } from '../../store/store-error.ts';
import { OperatorError } from '../../store/embedded/operator-message.ts';
import { caseCommands } from './commands/case.ts';
import { catalogueCommand } from './commands/catalogue.ts';
import { definitionCommands } from './commands/definition.ts';
import { newCommand } from './commands/new.ts';
import { playCommand } from './commands/play.ts';
import { migrateCommand } from './commands/migrate.ts';
import { publishingCommands } from './commands/publishing.ts';
import { simulationCommands } from './commands/simulation.ts';
import { supervisionCommands } from './commands/supervision.ts';
import { systemCommands } from './commands/system.ts';
import { workCommands } from './commands/work.ts';
import { complaint } from './complaint.ts';
import { Mistake } from './mistake.ts';

const program = new Command('onething')
  .description('一件事：一个窗口受理，多部门并联审批，一个结果\nOne thing: one window, parallel departments, one result')
  .showHelpAfterError('（加 --help 查看用法 / add --help for usage）')
  .configureOutput({ outputError: (said, write) => write(complaint(said)) })
  .configureHelp({
    displayWidth: widthOf, minWidthToWrap: 30,
    // Without `[options]`: nearly every command has some, and the line would not fit.
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(term)].join(' '),
  })
  .addHelpText('after', `
退出码 exit codes: 0 完成 done；1 写法有误或系统不可用 a mistake, or no system；2 被拒绝或核对不符 refused, or verify found something`)
  .exitOverride();

for (const add of [
  workCommands, caseCommands, supervisionCommands, newCommand, definitionCommands, publishingCommands, migrateCommand, catalogueCommand, playCommand, simulationCommands,
  systemCommands,
]) add(program);

function term(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

// Whoever reads the output may stop reading: `onething catalogue | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** What the person did wrong, or the world, in words; anything else is a defect and shows its stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof ClientError || error instanceof OperatorError || error instanceof StoreError || error instanceof Mistake || error instanceof ScenarioError) {
    console.error(error.message);
    return 1;
  }
  console.error(error);
  return 70;
}
