import { atLeast, atMost, type Figure, told } from './figure.ts';
import { withServers } from './servers.ts';
import { type Side, withBaseline, withOurSide } from './sides.ts';

const PAIRS = 7;
const CASES = 24;
const AT_ONCE = 8;

interface Batch { readonly casesPerSecond: number; readonly cpuPerCase: number }
interface Pair { readonly ours: Batch; readonly baseline: Batch }

/**
 * Plain cases against a workflow written by hand for the same work (`baseline/`), batch by batch in turn, so that what the
 * machine does besides meets both. CPU is this whole process's: client, worker and its native threads.
 */
export async function* benchThroughput(): AsyncGenerator<Figure> {
  const pairs = await withServers((servers) => withOurSide(servers, (ours) => withBaseline(servers, (baseline) => inTurn(ours, baseline))));
  const each = (figure: (pair: Pair) => number) => pairs.map(figure);
  yield atLeast(0.9, 'throughput: our cases/s over a hand-written workflow’s', '×', each(({ ours, baseline }) => ours.casesPerSecond / baseline.casesPerSecond));
  yield told('throughput: plain cases, ours', 'cases/s', each(({ ours }) => ours.casesPerSecond));
  yield told('throughput: plain cases, hand-written', 'cases/s', each(({ baseline }) => baseline.casesPerSecond));
  yield atMost(60, 'cpu: a plain case in client and worker', 'ms', each(({ ours }) => ours.cpuPerCase));
  yield told('cpu: the hand-written workflow’s', 'ms', each(({ baseline }) => baseline.cpuPerCase));
  yield told('cpu: ours over the hand-written workflow’s', '×', each(({ ours, baseline }) => ours.cpuPerCase / baseline.cpuPerCase));
}

async function inTurn(ours: Side, baseline: Side): Promise<Pair[]> {
  for (const side of [ours, baseline, ours, baseline]) await batch(side);
  const pairs: Pair[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Who comes first changes, too: what returns every few seconds must not always meet the same side.
    const first = await batch(pair % 2 === 0 ? ours : baseline);
    const second = await batch(pair % 2 === 0 ? baseline : ours);
    pairs.push(pair % 2 === 0 ? { ours: first, baseline: second } : { ours: second, baseline: first });
  }
  return pairs;
}

async function batch(side: Side): Promise<Batch> {
  const [cpu, begin] = [process.cpuUsage(), performance.now()];
  let left = CASES;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) await side.oneCase();
  }));
  const seconds = (performance.now() - begin) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { casesPerSecond: CASES / seconds, cpuPerCase: (user + system) / 1_000 / CASES };
}
