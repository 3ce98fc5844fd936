import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import type { Actor } from '../../workflows/case/actor.ts';
import type { Calendar, Decree } from '../../workflows/case/calendar.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { type Command, type CommandName, COMMANDS } from '../../workflows/case/command-table.ts';
import { permitted } from '../../workflows/case/permitted.ts';
import { dateOf, type Instant, instantOf } from '../../workflows/case/plain-date.ts';
import { open, step, type StepResult, tick } from '../../workflows/case/step.ts';
import { PEOPLE, STRANGERS } from './people.ts';
import type { Move, Story, Wait } from './random-story.ts';
import { pick, sensibleCommand } from './sensible-arguments.ts';

/** What happened to one case, step by step. */
export interface Played {
  readonly plan: CasePlan;
  readonly opened: StepResult;
  readonly openedAt: Instant;
  readonly events: readonly PlayedEvent[];
  readonly changes: readonly Change[];
  readonly last: Situation;
}

export interface Situation {
  readonly state: CaseState;
  readonly calendar: Calendar;
  readonly at: Instant;
}

export interface PlayedEvent {
  /** Null: only time passed. */
  readonly command: Command | null;
  readonly at: Instant;
  readonly before: Situation;
  readonly result: StepResult;
}

export const DECREES: readonly Decree[] = loadDecrees();

/** Plays a story. `stored` is what the store would give back in place of a state between two steps. */
export function play(story: Story, stored: (state: CaseState) => CaseState = (state) => state): Played {
  const { plan, application, receivedAt } = story;
  const opened = open(plan, DECREES, application, receivedAt);
  if (opened.state === null) throw new Error(`the application was refused: ${opened.rejection.code}`);
  const events: PlayedEvent[] = [];
  let now: Situation = { state: stored(opened.state), calendar: opened.calendar, at: receivedAt };
  let next = opened.next;
  const happen = (command: Command | null, at: Instant): void => {
    const result = command ? step(plan, now.calendar, now.state, command, at) : tick(plan, now.calendar, now.state, at);
    events.push({ command, at, before: now, result });
    now = { state: stored(result.state), calendar: result.calendar, at };
    next = result.next;
  };
  let latest: Command | null = null;
  for (const [index, move] of story.moves.entries()) {
    const at = arrival(move.wait, now.at, next?.dueAt ?? null);
    while (!move.down && next !== null && next.dueAt <= at) happen(null, next.dueAt);
    // What can be done is seen in the state that the engine will find when it has caught up.
    const seen = tick(plan, now.calendar, now.state, at).state;
    const command = commandOf(plan, seen, at, move, `c${index}`, latest);
    happen(command, at);
    if (command && move.kind !== 'garbage') latest = command;
  }
  return { plan, opened, openedAt: receivedAt, events, changes: [...opened.changes, ...events.flatMap((event) => event.result.changes)], last: now };
}

function arrival(wait: Wait, from: Instant, dueAt: Instant | null): Instant {
  if ('minutes' in wait) return (from + wait.minutes * 60_000) as Instant;
  if ('days' in wait) return Math.max(from, instantOf(dateOf(from), wait.days * 24 + wait.hour)) as Instant;
  return Math.max(from, (dueAt ?? from) + wait.dueAnd) as Instant;
}

function commandOf(plan: CasePlan, state: CaseState, at: Instant, move: Move, id: string, latest: Command | null): Command | null {
  const scene = { plan, state, at };
  switch (move.kind) {
    case 'idle':
      return null;
    case 'again':
      return latest;
    case 'garbage':
      return move.garbage as Command;
    case 'forward':
    case 'side':
    case 'harsh': {
      const { kind } = move;
      const deed = pick(possible(plan, state).flatMap((one) => Array<Deed>(WEIGHT[one.do][kind] ?? 0).fill(one)), move.pick);
      return deed ? sensibleCommand(id, deed.do, deed.item, deed.as, scene, move.detail, kind === 'harsh' ? 'harsh' : 'forward') : null;
    }
    case 'trespass': {
      const deed = pick(possible(plan, state).flatMap((one) => Array<Deed>(WEIGHT[one.do].forward ?? WEIGHT[one.do].harsh ?? 0).fill(one)), move.pick);
      if (!deed) return null;
      const as = pick(thoseWhoGive(deed.do), move.detail)!;
      return sensibleCommand(id, deed.do, deed.item, as, scene, move.detail, 'forward');
    }
    case 'stray':
    case 'spoilt': {
      const name = pick(NAMES, move.pick)!;
      const as = pick(move.detail % 4 === 0 ? EVERYBODY : thoseWhoGive(name), Math.floor(move.pick / NAMES.length))!;
      const item = pick([...Object.keys(state.items), ...state.notApplicable, 'no-such-item', null], move.detail) ?? null;
      const command = sensibleCommand(id, name, item, as, scene, move.detail, move.detail % 2 === 0 ? 'harsh' : 'forward');
      return move.kind === 'stray' ? command : spoil(command, move.detail, move.garbage);
    }
    default:
      return move.kind satisfies never;
  }
}

export interface Deed {
  readonly as: Actor;
  readonly do: CommandName;
  readonly item: ItemId | null;
}

/** Everything that somebody may do now. */
export function possible(plan: CasePlan, state: CaseState, people: readonly Actor[] = PEOPLE): Deed[] {
  return people.flatMap((as) => permitted(plan, state, as).map((one) => ({ as, ...one })));
}

const EVERYBODY = [...PEOPLE, ...STRANGERS];

function thoseWhoGive(name: CommandName): Actor[] {
  return EVERYBODY.filter((one) => (COMMANDS[name].by as readonly string[]).includes(one.role));
}

const NAMES = Object.keys(COMMANDS) as CommandName[];

/** How often each command is given, kindly or harshly. */
const WEIGHT: Readonly<Record<CommandName, { readonly [K in 'forward' | 'side' | 'harsh']?: number }>> = {
  submitDraft: { forward: 1, harsh: 1 },
  giveConsent: { forward: 3, harsh: 2 },
  answerPreReview: { forward: 3, harsh: 3 },
  examine: { forward: 2, harsh: 4 },
  recheck: { forward: 2, harsh: 3 },
  answerDefect: { forward: 3, harsh: 2 },
  confirm: { forward: 4 },
  recordService: { forward: 2 },
  endProcedure: { forward: 2, side: 2 },
  proposeGrant: { forward: 1 },
  acknowledgeSupervision: { forward: 2, side: 1 },
  departmentResult: { forward: 1, harsh: 1 },
  consult: { side: 3 },
  answerConsultation: { side: 2, forward: 1 },
  reportPreliminary: { forward: 3, harsh: 1 },
  handOver: { forward: 2 },
  approveExtension: { side: 6 },
  correctOnSpot: { side: 1, harsh: 1 },
  startProcedure: { side: 4 },
  requestExtension: { side: 2 },
  urge: { side: 1 },
  answerUrge: { side: 1 },
  stateOverdueReason: { side: 1 },
  publishCalendar: { side: 1 },
  supplyDeferred: { forward: 1 },
  recordAfterCheck: { forward: 2, harsh: 2 },
  rate: { forward: 1, harsh: 2 },
  rectifyRating: { forward: 1 },
  complain: { side: 1, harsh: 1 },
  resolveComplaint: { side: 1 },
  tellHearingRight: { forward: 2 },
  requestHearing: { side: 3, harsh: 2 },
  waiveHearing: { forward: 2 },
  recordHearing: { forward: 2 },
  recordSiteCheck: { forward: 2 },
  return: { harsh: 2 },
  proposeRefusal: { harsh: 2 },
  rejectExtension: { harsh: 2 },
  withdrawItem: { harsh: 1 },
  withdrawCase: { harsh: 1 },
  // Another plan would be another law for the rest of the story: moves have stories of their own.
  migrate: {},
};

function spoil(command: Command, detail: number, garbage: unknown): Command {
  const args = command.with as Record<string, unknown>;
  const name = pick(Object.keys(args), detail) ?? 'item';
  const { [name]: _, ...rest } = args;
  return { ...command, with: detail % 3 === 0 ? rest : { ...args, [detail % 3 === 1 ? name : 'surplus']: garbage } } as Command;
}
