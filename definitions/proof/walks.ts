import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { namer } from './abstraction.ts';
import { someForms } from './application.ts';
import { type Arrival, opened, passed, told } from './arrival.ts';
import type { Found } from './explore.ts';
import { mayCommit } from './committing.ts';
import { type Ground, nextMinute } from './ground.ts';
import { commandsToTry } from './moves.ts';
import { peopleOf } from './people.ts';
import type { Intake } from './receipt.ts';
import type { Move, Situation } from './situation.ts';

export interface Walks {
  readonly walks: number;
  readonly transitions: number;
  readonly seed: number;
  readonly found: readonly (Found & { readonly ground: Ground })[];
}

const MOST_MOVES = 120;
/** Some moves end a walk too soon, or say little: they are taken only so often. */
const SELDOM: Readonly<Record<string, number>> = { withdrawCase: 0.02, submitDraft: 0.2, withdrawItem: 0.15, publishCalendar: 0.1, complain: 0.3, urge: 0.3, correctOnSpot: 0.3 };

/**
 * Random walks through the whole case, all items at once, received on any day of the published years: for what is too large to
 * explore. The same seed walks the same ways. Only what is seen on the way is judged, not whether an end can be reached.
 */
export function walk(base: Pick<Ground, 'core' | 'plan' | 'decrees'>, walks: number, seed: number): Walks {
  const random = randomFrom(seed);
  const found = new Map<string, Found & { ground: Ground }>();
  let transitions = 0;
  for (let number = 0; number < walks; number += 1) {
    const intake = randomIntake(base, random);
    if (!intake) break;
    const ground: Ground = { ...base, intake, grain: 'whole' };
    const { moves, arrival, steps } = wander(ground, random);
    transitions += steps;
    for (const offence of arrival.offences) {
      if (!found.has(offence.property)) found.set(offence.property, { ground, offence, moves: shortened(ground, moves, offence.property) });
    }
  }
  return { walks, transitions, seed, found: [...found.values()] };
}

function wander(ground: Ground, random: () => number): { moves: Move[]; arrival: Arrival; steps: number } {
  const people = peopleOf(ground.plan);
  const moves: Move[] = [];
  let arrival = opened(ground);
  let steps = 1;
  while (moves.length < MOST_MOVES && arrival.situation && arrival.offences.length === 0 && arrival.situation.state.phase !== 'archived') {
    const now = arrival.situation;
    const commands = commandsToTry(people, { plan: ground.plan, now, grain: 'whole' }, `w${moves.length + 1}`)
      .filter((command) => random() < (SELDOM[command.do] ?? 1));
    const command = random() < 0.15 && now.next ? undefined : commands[Math.floor(random() * commands.length)];
    if (!command && !now.next) break;
    const move: Move = command ? { kind: 'command', command } : { kind: 'time' };
    moves.push(move);
    arrival = go(ground, now, move);
    steps += 1;
  }
  return { moves, arrival, steps };
}

function go(ground: Ground, now: Situation, move: Move): Arrival {
  if (move.kind === 'command') return told(ground, now, move.command, nextMinute(now.at));
  const name = namer(ground.plan, ground.grain);
  const own = name(now);
  return passed(ground, now, (situation) => name(situation) !== own);
}

/** Leaves out every move without which the same promise is broken too. */
function shortened(ground: Ground, moves: readonly Move[], property: string): readonly Move[] {
  const breaksAfter = (some: readonly Move[]): number | null => {
    let arrival = opened(ground);
    for (const [index, move] of some.entries()) {
      if (!arrival.situation || arrival.offences.length > 0) return null;
      arrival = go(ground, arrival.situation, move);
      if (arrival.offences.some((one) => one.property === property)) return index + 1;
    }
    return null;
  };
  let kept = moves;
  for (let index = moves.length - 1; index >= 0; index -= 1) {
    const fewer = kept.filter((_, position) => position !== index);
    const end = breaksAfter(fewer);
    if (end !== null) kept = fewer.slice(0, end);
  }
  return kept;
}

function randomIntake({ plan }: Pick<Ground, 'plan'>, random: () => number): Intake | null {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const form = pick(someForms(plan));
  if (!form) return null;
  const day = (instantOf('2026-01-01' as PlainDate) + Math.floor(random() * 300) * 86_400_000) as Instant;
  return {
    form, serviceWay: pick(['electronic', 'paper'] as const)!, faults: random() < 0.3, commits: mayCommit(plan, form) && random() < 0.5, at: (day + pick([0, 9, 16, 23])! * 3_600_000) as Instant,
    policy: plan.outcome.allOrNothingAllowed && random() < 0.3 ? 'allOrNothing' : 'separable',
    ...(plan.preReview && random() < 0.3 ? { online: true } : {}),
  };
}

/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
