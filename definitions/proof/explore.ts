import { isEnd, namer } from './abstraction.ts';
import { type Arrival, nextEvent, opened, passed, told } from './arrival.ts';
import { type Ground, nextMinute } from './ground.ts';
import { Graph } from './graph.ts';
import { commandsToTry } from './moves.ts';
import { peopleOf } from './people.ts';
import type { Offence } from './properties/property.ts';
import type { Move } from './situation.ts';

export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  /** Moves on the longest of the shortest ways to a state. */
  readonly depth: number;
  /** Not everything was explored: the bound on the number of states was reached, or a violation ended it. */
  readonly bounded: boolean;
  /** By property: the shortest way to its first violation. */
  readonly found: readonly Found[];
}

export interface Found {
  readonly offence: Offence;
  readonly moves: readonly Move[];
}

export interface Bounds {
  readonly mostStates: number;
  /** Stops at the first violation of any property. */
  readonly hasty: boolean;
}

/** Breadth first, so that the first violation of a property is told by the shortest sequence of moves. */
export function explore(ground: Ground, { mostStates, hasty }: Bounds): Exploration {
  const { plan, grain } = ground;
  const people = peopleOf(plan);
  const name = namer(plan, grain);
  const graph = new Graph();
  const found = new Map<string, Found>();
  let transitions = 0;
  const arrive = (from: number, move: Move | null, { situation, offences }: Arrival, known?: string): void => {
    transitions += 1;
    for (const offence of offences) {
      if (!found.has(offence.property)) found.set(offence.property, { offence, moves: [...graph.wayTo(from), ...(move ? [move] : [])] });
    }
    // What follows a violation would only tell it again.
    if (situation && offences.length === 0) graph.add(from, move, situation, known ?? name(situation), isEnd(situation, grain));
  };

  arrive(-1, null, opened(ground));
  let explored = 0;
  for (; explored < Math.min(graph.size, mostStates) && !(hasty && found.size > 0); explored += 1) {
    const now = graph.take(explored);
    if (isEnd(now, grain)) continue;
    const own = name(now);
    const at = nextMinute(now.at);
    for (const command of commandsToTry(people, { plan, now, grain }, `c${graph.depthOf(explored) + 1}`)) {
      const arrival = told(ground, now, command, at);
      arrive(explored, { kind: 'command', command }, arrival, arrival.unchanged ? own : undefined);
    }
    if (nextEvent(now) !== null) arrive(explored, { kind: 'time' }, passed(ground, now, (situation) => name(situation) !== own));
  }
  const stuck = found.size === 0 ? graph.firstStuck(explored) : null;
  if (stuck !== null) found.set('ends', { offence: STUCK, moves: graph.wayTo(stuck) });
  return { states: graph.size, transitions, depth: graph.depth, bounded: explored < graph.size, found: [...found.values()] };
}

const STUCK: Offence = {
  property: 'ends', lawful: {},
  zh: '从这里起，除非申请人撤回，办件再也到不了终点', en: 'from here the case reaches no end any more unless the applicant gives up',
};
