import type { Simulation } from '../../definitions/simulation/simulate.ts';
import type { Share } from '../../definitions/simulation/statistics.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { printTable } from './output.ts';
import { both } from './words.ts';

/** A simulation for people, on a terminal. */
export function printSimulation(simulation: Simulation, assumptions: readonly Text[]): void {
  const { from, to, replications, seed, services, posts, bottleneck, whatIf, springFestival } = simulation;
  console.log(`${from} – ${to}  ${replications} 次重复 replications, 种子 seed ${seed}, ${simulation.all.cases} 件计入 cases counted\n`);
  printTable(services, [
    { title: '服务 service', value: ({ service }) => service }, { title: '件数 cases', value: ({ cases }) => cases, right: true },
    { title: '超期 late', value: ({ late }) => withInterval(late), right: true }, { title: '其中法定 by law', value: ({ illegal }) => withInterval(illegal), right: true },
    { title: '视为受理 deemed', value: ({ deemed }) => percent(deemed.share), right: true },
    { title: '天数中位 days', value: ({ days }) => days.median, right: true }, { title: '九成 p90', value: ({ days }) => days.p90, right: true },
  ]);
  console.log();
  printTable(posts, [
    { title: '岗位 post', value: ({ post }) => `${post === bottleneck ? '▶ ' : '  '}${post}` }, { title: '人 people', value: ({ desks }) => desks, right: true },
    { title: '忙碌 busy', value: ({ utilisation }) => percent(utilisation), right: true }, { title: '等候 wait (h)', value: ({ wait }) => wait.mean.toFixed(1), right: true },
    { title: '九成 p90 (h)', value: ({ wait }) => wait.p90.toFixed(1), right: true }, { title: '每件 per case (h)', value: ({ waitPerCase }) => waitPerCase.toFixed(1), right: true },
    { title: '本部门超期 late here', value: ({ late, role }) => (role === 'approver' ? '' : percent(late)), right: true },
  ]);
  console.log(`\n▶ 瓶颈：${both(posts.find((one) => one.post === bottleneck)!.name)}，等候为工作小时。 Bottleneck; waits are working hours.\n`);
  printTable(whatIf, [
    { title: '如果 what if', value: ({ post, more }) => `${post}:${more > 0 ? '+' : ''}${more}` }, { title: '人 people', value: ({ desks }) => desks, right: true },
    { title: '超期 late', value: ({ late }) => withInterval(late), right: true }, { title: '差 difference', value: ({ difference }) => withInterval(difference, true), right: true },
    { title: '忙碌 busy', value: ({ utilisation }) => percent(utilisation), right: true }, { title: '其后瓶颈 then the bottleneck', value: (row) => row.bottleneck },
  ]);
  if (springFestival) {
    console.log(`\n春节 Spring Festival ${springFestival.from} – ${springFestival.to}，按收件周 by week of receipt`);
    printTable(springFestival.weeks, [
      { title: '周一 Monday', value: ({ monday }) => monday }, { title: '工作日 working days', value: ({ workingDays }) => workingDays, right: true },
      { title: '件数 cases', value: ({ cases }) => cases, right: true }, { title: '超期 late', value: ({ late, cases }) => (cases === 0 ? '' : withInterval(late)), right: true },
      { title: '平均天数 days', value: ({ days, cases }) => (cases === 0 ? '' : days.toFixed(1)), right: true },
    ]);
  }
  if (assumptions.length > 0) printAssumptions(assumptions);
}

/** What nobody gave and no history told. */
export function printAssumptions(assumptions: readonly Text[]): void {
  console.log(`\n以下为假定 assumed:\n${assumptions.map((one) => `  · ${one.zh}\n    ${one.en}`).join('\n')}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function withInterval({ share, low, high }: Share, signed = false): string {
  const sign = signed && share > 0 ? '+' : '';
  return `${sign}${percent(share)} (${(low * 100).toFixed(1)}…${(high * 100).toFixed(1)})`;
}
