/**
 * `npm run bench [-- names… --json --cases 5000]`: measures what `docs/design.md` §5 promises, on servers of its own.
 * `--cases` is for `api` alone, whose open cases are else 100,000: a smaller number to try it. The exit code
 * tells only whether the measuring worked: on a busy machine a figure over its budget is a question, not a failure.
 */
import { parseArgs } from 'node:util';
import { benchApi } from './api.ts';
import { benchDefinition } from './definition.ts';
import { benchDefinitions } from './definitions.ts';
import type { Figure } from './figure.ts';
import { benchHistory } from './history.ts';
import { benchMemory } from './memory.ts';
import { benchQueries } from './queries.ts';
import { withPostgres } from './servers.ts';
import { benchStep } from './step.ts';
import { benchThroughput } from './throughput.ts';

const { values: { json, cases }, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, cases: { type: 'string', default: '100000' } } });

type Tell = (figures: AsyncIterable<Figure>) => Promise<void>;

const BENCHES: Readonly<Record<string, (tell: Tell) => Promise<void>>> = {
  definition: (tell) => tell(benchDefinition()),
  definitions: (tell) => tell(benchDefinitions()),
  step: (tell) => tell(benchStep()),
  history: (tell) => tell(benchHistory()),
  memory: (tell) => tell(benchMemory()),
  throughput: (tell) => tell(benchThroughput()),
  queries: (tell) => withPostgres((postgres) => tell(benchQueries(postgres.url))),
  api: (tell) => tell(benchApi({ cases: Number(cases) })),
};

const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  const known = Object.keys(BENCHES).join(' ');
  console.error(`没有测试项 ${unknown.join(' ')}，只有：${known}。 No bench ${unknown.join(' ')}; there are: ${known}.`);
  process.exit(1);
}
if (!/^[1-9]\d{0,6}$/.test(cases)) {
  console.error(`--cases 应为正整数。 --cases is a number of cases, not ${cases}.`);
  process.exit(1);
}
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  await BENCHES[name]!(async (figures) => {
    for await (const figure of figures) console.log(json ? JSON.stringify(figure) : lineOf(figure));
  });
}
// The SDK's native runtime lets go of the process only some time later.
process.exit(0);

function lineOf({ name, value, unit, budget, ok, runs }: Figure): string {
  const sign = budget === null ? ' ' : ok ? '✓' : '✗';
  const limit = budget === null ? '' : typeof budget === 'number' ? `≤ ${budget}` : budget;
  const spread = runs ? `  ${runs.count} runs: ${short(runs.min)} … ${short(runs.max)}` : '';
  return `${sign} ${name.padEnd(82)} ${short(value).padStart(9)} ${unit.padEnd(8)} ${limit.padEnd(7)}${spread}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
