import { isSuspended, read } from '../../workflows/case/clock.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import type { StepResult } from '../../workflows/case/step.ts';
import { type Core, REAL_CORE } from './core.ts';
import type { Ground } from './ground.ts';
import type { Lawful } from './properties/property.ts';
import { applicationOf, receivedAt } from './receipt.ts';
import type { Told } from './retell.ts';

/** After which step of a story the core under proof first does otherwise than the real one, and what the real one does there. */
export interface LawfulEnding extends Lawful {
  readonly after: number;
}

/**
 * The first difference between a core and the real one on the same commands; null when there is none that a scenario can show.
 * The case sleeps between two commands and is woken when it asked to be, as in the running system.
 */
export function lawfulEnding(ground: Ground, story: readonly Told[], last: Instant): LawfulEnding | null {
  const [shown, real] = [ground.core, REAL_CORE].map((core) => answersOf({ ...ground, core }, story, last)) as [Answer[], Answer[]];
  for (const [after, { refused, seen }] of real.entries()) {
    const other = shown[after];
    if (refused !== (other?.refused ?? null)) return refused === null ? { after, expect: seen } : { after, refused };
    const differing = Object.entries(seen).filter(([aspect, value]) => JSON.stringify(value) !== JSON.stringify(other?.seen[aspect]));
    if (differing.length > 0) return { after, expect: Object.fromEntries(differing) };
  }
  return null;
}

interface Answer {
  readonly refused: string | null;
  /** As a scenario's expectation would name it. */
  readonly seen: Readonly<Record<string, unknown>>;
}

function answersOf(ground: Ground, story: readonly Told[], last: Instant): Answer[] {
  const { core, plan, decrees, intake } = ground;
  const answers: Answer[] = [];
  try {
    const opened = core.open(plan, decrees, applicationOf(plan, intake), receivedAt(intake));
    if (opened.state === null) return [{ refused: opened.rejection.code, seen: {} }];
    let now: StepResult = opened;
    const note = () => answers.push({ refused: now.rejection?.code ?? null, seen: seenOf(ground, now) });
    note();
    for (const { at, command } of [...story.slice(1), { at: last, command: null }]) {
      now = woken(core, ground, now, at);
      now = command ? core.step(plan, now.calendar, now.state, command, at) : { ...now, rejection: null };
      note();
    }
  } catch {
    // A core that throws shows nothing from there on.
  }
  return answers;
}

const MOST_WAKES = 200;

function woken(core: Core, { plan }: Ground, from: StepResult, at: Instant): StepResult {
  let now = from;
  for (let wakes = 0; now.next !== null && now.next.dueAt <= at && wakes < MOST_WAKES; wakes += 1) {
    now = core.tick(plan, now.calendar, now.state, now.next.dueAt);
  }
  return now;
}

function seenOf({ plan }: Ground, { state, calendar }: StepResult): Answer['seen'] {
  const documents: Record<string, number> = {};
  for (const { kind } of state.documents) documents[kind] = (documents[kind] ?? 0) + 1;
  const clocks = Object.values(state.clocks);
  return {
    phase: state.phase,
    items: Object.fromEntries(Object.values(state.items).map((item) => [item.id, item.state])),
    documents,
    overdue: clocks.filter((clock) => clock.ranOutAt !== null).map((clock) => clock.id).sort(),
    deadlines: Object.fromEntries(clocks.map((clock) => [
      clock.id, clock.stoppedAt !== null ? 'stopped' : isSuspended(clock) ? 'suspended' : read(clock, calendar, plan.warningThreshold).dueOn,
    ])),
  };
}
