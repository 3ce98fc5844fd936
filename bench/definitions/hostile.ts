import { checkDefinition } from '../../definitions/check-definition.ts';
import { fiftyMistakes, HOSTILE } from '../../definitions/hostile-definitions.ts';
import { atMost, type Figure, told } from '../figure.ts';
import { measured, report, timedOnProcessor } from './measured.ts';

const FIFTY = 'fifty mistakes';

/** How long hostile files take to be refused, in time of one core, each in a process of its own that may use 256 MB, and the memory it took at most. */
export async function* benchHostile(): AsyncGenerator<Figure> {
  for (const name of [FIFTY, ...HOSTILE.map((one) => one.name)]) {
    const { times, peak } = await measured(import.meta.filename, name, { memory: 256 });
    yield atMost(1_000, `definitions: ${name}`, 'ms', times['check']!);
    yield told(`definitions: ${name}, peak memory`, 'MB', peak);
  }
}

if (import.meta.main) {
  const [, , name] = process.argv;
  const content = name === FIFTY ? fiftyMistakes() : HOSTILE.find((one) => one.name === name)!.content();
  report({ check: timedOnProcessor(() => checkDefinition(content)) });
}
