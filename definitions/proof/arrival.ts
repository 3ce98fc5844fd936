import type { Command } from '../../workflows/case/command-table.ts';
import { isHearingOpen } from '../../workflows/case/hearing.ts';
import { IN_HANDLING } from '../../workflows/case/item-machine.ts';
import { type Instant, instantOf } from '../../workflows/case/plain-date.ts';
import type { StepResult } from '../../workflows/case/step.ts';
import type { Ground } from './ground.ts';
import { NOTHING_YET, noted } from './ledger.ts';
import { judge } from './properties/all-properties.ts';
import type { Offence } from './properties/property.ts';
import { applicationOf, receivedAt } from './receipt.ts';
import type { Situation, Transition } from './situation.ts';

/** Where a move leads, and what is wrong with the way there. */
export interface Arrival {
  /** Null when the core had no answer at all. */
  readonly situation: Situation | null;
  readonly offences: readonly Offence[];
  /** Every answer of the core on the way: one for a command, one for each deadline that passed. */
  readonly results: readonly StepResult[];
  /** The command was refused and nothing else happened either. */
  readonly unchanged: boolean;
}

type Played = Pick<Ground, 'core' | 'plan'>;

export function opened({ core, plan, decrees, intake }: Pick<Ground, 'core' | 'plan' | 'decrees' | 'intake'>): Arrival {
  const application = applicationOf(plan, intake);
  return answered(() => {
    const result = core.open(plan, decrees, application, receivedAt(intake));
    if (result.state !== null) return arrived({ plan, before: null, command: null, at: receivedAt(intake), result });
    const { code } = result.rejection;
    const offence: Offence = {
      property: 'received', lawful: { expect: { phase: intake.online ? 'preReview' : 'examination' } },
      zh: `申请无法收件：${code}`, en: `the application cannot be received: ${code}`,
    };
    return { situation: null, offences: [offence], results: [], unchanged: false };
  });
}

export function told({ core, plan }: Played, before: Situation, command: Command, at: Instant): Arrival {
  return answered(() => arrived({ plan, before, command, at, result: core.step(plan, before.calendar, before.state, command, at) }));
}

/** So many deadlines may pass before something that can be told apart has changed. */
const MOST_DEADLINES = 80;

/** Time passes, one deadline after another, until the case is another one: until then it is as if no time had passed. */
export function passed({ core, plan }: Played, from: Situation, isAnother: (situation: Situation) => boolean): Arrival {
  const results: StepResult[] = [];
  let now = from;
  for (let deadlines = 0, at = nextEvent(now); at !== null && deadlines < MOST_DEADLINES; deadlines += 1, at = nextEvent(now)) {
    const before = now;
    const then = at;
    const one = answered(() => arrived({ plan, before, command: null, at: then, result: core.tick(plan, before.calendar, before.state, then) }));
    results.push(...one.results);
    if (one.situation === null || one.offences.length > 0) return { ...one, results };
    now = one.situation;
    if (isAnother(now)) break;
  }
  return { situation: now, offences: [], results, unchanged: now === from };
}

/** What happens without anybody's doing: the next deadline, or the day of a hearing. Null: nothing is to be waited for. */
export function nextEvent({ state, at, next }: Situation): Instant | null {
  const days = Object.values(state.items).flatMap((item) => (isHearingOpen(item) && IN_HANDLING.includes(item.state) && item.hearing?.announcement ? [instantOf(item.hearing.announcement.date)] : []));
  const events = [...(next ? [next.dueAt] : []), ...days.filter((day) => day > at)];
  return events.length === 0 ? null : (Math.min(...events) as Instant);
}

function arrived(transition: Transition): Arrival {
  const { before, at, result, command } = transition;
  const ledger = result.changes.length === 0 && before ? before.ledger : result.changes.reduce(noted, before?.ledger ?? NOTHING_YET);
  const unchanged = result.rejection !== null && result.changes.length === 0;
  const situation: Situation = unchanged && before && command
    ? before
    : { state: result.state, calendar: result.calendar, at, next: result.next, ledger };
  return { situation, offences: unchanged ? [] : judge(transition), results: [result], unchanged };
}

/** A core that throws has given no answer. */
function answered(ask: () => Arrival): Arrival {
  try {
    return ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offence: Offence = { property: 'answers', lawful: {}, zh: `引擎没有给出答复：${message}`, en: `the engine gave no answer: ${message}` };
    return { situation: null, offences: [offence], results: [], unchanged: false };
  }
}
