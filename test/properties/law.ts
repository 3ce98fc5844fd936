import fc from 'fast-check';
import { localTime } from '../../workflows/case/plain-date.ts';
import { type Played, play } from './play.ts';
import { randomStory, type Story } from './random-story.ts';

/** `PROPERTY_RUNS=20` tries everything twenty times as often as CI does. */
const TIMES = Number(process.env['PROPERTY_RUNS'] ?? 1);

interface Runs {
  readonly runs: number;
  /** Moves in a story, at most. */
  readonly moves?: number;
}

/** Holds in every story. A failure names fast-check's seed and tells the shrunk story in words. */
export function inEveryStory(law: (played: Played, story: Story) => void, { runs, moves = 40 }: Runs = { runs: 60 }): void {
  fc.assert(
    fc.property(randomStory(moves), (story) => {
      const played = play(story);
      try {
        law(played, story);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${narrate(played)}`, { cause: error });
      }
    }),
    forTimes(runs),
  );
}

/** Shrinking a failure gives up in time to be told before the test runner gives up. */
export function forTimes(runs: number): { numRuns: number; interruptAfterTimeLimit: number } {
  return { numRuns: runs * TIMES, interruptAfterTimeLimit: 40_000 * TIMES };
}

function narrate({ plan, opened, openedAt, events }: Played): string {
  const items = plan.items.map((item) => `${item.id}${item.dependsOn.length > 0 ? ` after ${item.dependsOn.join(', ')}` : ''}`);
  return [
    `The story (${items.join('; ')}; ${plan.handling.mode}, jointClock ${plan.handling.jointClock}):`,
    `${localTime(openedAt)} received: ${opened.changes.map(said).join(' ')}`,
    ...events.filter(({ command, result }) => command !== null || result.changes.length > 0).map(({ at, command, result }) => {
      const what = command === null ? 'time passes' : `${command.as?.role} ${command.as?.id} ${command.do} ${JSON.stringify(command.with)}`;
      const answer = result.rejection ? `REFUSED ${result.rejection.code}` : '';
      return `${localTime(at)} ${what} -> ${answer} ${result.changes.map(said).join(' ')} [${result.state.phase}]`;
    }),
  ].join('\n');
}

function said(change: Played['changes'][number]): string {
  const about = 'item' in change ? change.item : 'clock' in change && typeof change.clock === 'string' ? change.clock : '';
  return about ? `${change.kind}(${about})` : change.kind;
}
