import type { Text } from '../../workflows/case/calendar.ts';
import { padToWidth } from '../text-width.ts';
import { PROPERTIES } from './properties/all-properties.ts';
import type { PropertyId } from './properties/property.ts';
import type { Explored, Proof } from './prove.ts';
import { storyOf } from './story.ts';

/** Which properties do not hold, each with what is wrong. */
export function brokenBy({ machine, violations }: Proof): ReadonlyMap<PropertyId, Text> {
  const broken = new Map<PropertyId, Text>(violations.map(({ offence }) => [offence.property, offence]));
  if (machine.flaw) broken.set('itemMachine', machine.flaw);
  return broken;
}

export function isProved(proof: Proof): boolean {
  return brokenBy(proof).size === 0;
}

/** What was explored, each property ✔ or ✘, and the story of every violation. */
export function formatProof(proof: Proof, seconds: number): string {
  const broken = brokenBy(proof);
  const properties = PROPERTIES.map(({ id, article, says }) => `${broken.has(id) ? '✘' : '✔'} ${says.zh} / ${says.en}  [${article}]`);
  const stories = proof.violations.map(storyOf);
  const { flaw } = proof.machine;
  if (flaw) stories.unshift(`✘ ${flaw.zh} / ${flaw.en}\n  ${flaw.events.join(' → ')}`);
  return [
    `${proof.plan.service.name.zh} / ${proof.plan.service.name.en}  ${proof.plan.hash.slice(0, 12)}`,
    ...exploredTable(proof), '', ...properties, '',
    ...stories.flatMap((story) => [story, '']),
    `${seconds.toFixed(1)} s`,
  ].join('\n');
}

/** Rows of what was explored, and what was not. */
export function summaryOf({ machine, explored, walks, withoutForm, unexplored }: Proof) {
  const kinds: readonly (readonly [string, (one: Explored) => boolean])[] = [
    ['单个事项 each item', (one) => one.group.kind === 'item' && one.grain === 'item'],
    ['督办、投诉、评价 urging, complaint, rating', (one) => one.grain === 'care'],
    ['相依事项对 dependent pairs', (one) => one.group.kind === 'dependentPair'],
    ['独立事项对 independent pairs', (one) => one.group.kind === 'independentPair'],
    ['网上申请至收件 a draft up to its receipt', (one) => one.grain === 'intake'],
    ['循环依赖 circles', (one) => one.group.kind === 'cycle'],
  ];
  const rows = kinds.map(([what, is]) => {
    const some = explored.filter(is);
    const sum = (of: (one: Explored) => number) => some.reduce((all, one) => all + of(one), 0);
    return {
      what, explorations: some.length, alike: some.filter((one) => one.like !== null).length, states: sum((one) => one.states), transitions: sum((one) => one.transitions),
      depth: Math.max(0, ...some.map((one) => one.depth)), bounded: some.filter((one) => one.bounded).map((one) => one.group.items.join(' + ')),
    };
  }).filter((row) => row.explorations > 0);
  return {
    explored: [{ what: '事项状态机 item machine', explorations: 1, alike: 0, states: machine.states, transitions: machine.transitions, depth: 0, bounded: [] }, ...rows],
    walks, withoutForm: withoutForm.map((one) => one.items.join(' + ')), unexplored,
  };
}

function exploredTable(proof: Proof): string[] {
  const { explored, walks, withoutForm, unexplored } = summaryOf(proof);
  const lines = explored.map(({ what, explorations, alike, states, transitions, bounded }) =>
    `  ${padToWidth(what, 44)}${String(explorations).padStart(5)} ×${String(states).padStart(9)} 状态 states${String(transitions).padStart(10)} 步 transitions  ${
      bounded.length === 0 ? '穷尽 exhaustive' : `有界 bounded: ${bounded.join('; ')}`}${alike > 0 ? `（${alike} 个同形，只探索一次 alike but for names, explored once）` : ''}`);
  return [
    ...lines,
    `  ${padToWidth('整案随机行走 walks of the whole case', 44)}${String(walks.walks).padStart(5)} ×${' '.repeat(21)}${String(walks.transitions).padStart(10)} 步 transitions  抽样 sampled, seed ${walks.seed}`,
    ...(withoutForm.length > 0 ? [`  未探索（找不到能使其同时适用的申请表）not explored, no form with which they apply: ${withoutForm.join('; ')}`] : []),
    ...(unexplored.length > 0 ? [`  未探索的操作 commands not explored: ${unexplored.join(', ')}`] : []),
  ];
}
