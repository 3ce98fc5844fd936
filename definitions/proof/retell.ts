import type { Change } from '../../workflows/case/case-change.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import { namer } from './abstraction.ts';
import { opened, passed, told } from './arrival.ts';
import type { Found } from './explore.ts';
import { type Ground, nextMinute } from './ground.ts';
import { receivedAt } from './receipt.ts';

/** One line of a story: a command given, or deadlines that passed. */
export interface Told {
  readonly at: Instant;
  /** Null for the receipt and when only time passed. */
  readonly command: Command | null;
  readonly changes: readonly Change[];
  /** Why the command was refused. */
  readonly refused: string | null;
}

/** Walks the way to a violation again, and tells what happened on it. */
export function retell(ground: Ground, { moves }: Pick<Found, 'moves'>): Told[] {
  const name = namer(ground.plan, ground.grain);
  const start = opened(ground);
  const story: Told[] = [{ at: receivedAt(ground.intake), command: null, changes: start.results.flatMap((one) => one.changes), refused: null }];
  let now = start.situation;
  for (const move of moves) {
    if (!now) break;
    const before = now;
    const own = name(before);
    const at = nextMinute(before.at);
    const arrival = move.kind === 'command' ? told(ground, before, move.command, at) : passed(ground, before, (one) => name(one) !== own);
    story.push({
      at: move.kind === 'command' ? at : arrival.situation?.at ?? before.next!.dueAt, command: move.kind === 'command' ? move.command : null,
      changes: arrival.results.flatMap((one) => one.changes), refused: arrival.results.at(-1)?.rejection?.code ?? null,
    });
    now = arrival.situation;
  }
  return story;
}
