import { onStage, type Stage } from '../client/scenario/stage.ts';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { dateOf, type Instant } from '../workflows/case/plain-date.ts';
import { tick } from '../workflows/case/step.ts';
import { atMost, type Figure } from './figure.ts';
import { plainCommands, plainPlan, plainReceipt } from './plain-case.ts';
import { KEYS, withPostgres, withStore } from './servers.ts';

/** Events in a case's history: what each command adds, and a plain case from receipt to archive. Exact, so one run is enough. */
export async function* benchHistory(): AsyncGenerator<Figure> {
  yield* await withPostgres((postgres) => withStore(postgres, (store) => onStage({ store, keys: KEYS, decrees: loadDecrees() }, measure)));
}

async function measure(stage: Stage): Promise<Figure[]> {
  const plan = plainPlan();
  const { caseNo } = await stage.client.receive({ plan, ...plainReceipt() });
  const [quiet, moving]: [number[], number[]] = [[], []];
  let before = await look(stage, caseNo);
  for (const command of plainCommands(plan)) {
    const outcome = await stage.client.command(caseNo, command);
    if (!outcome.ok) throw new Error(`${command.do}: ${outcome.rejection.code}`);
    const after = await look(stage, caseNo);
    const moved = after.phase !== before.phase || after.dueAt !== before.dueAt;
    (moved ? moving : quiet).push(after.events - before.events);
    before = after;
  }
  // Closed; the window for a rating is all that is left to pass.
  for (let rest = before.dueAt; rest !== null; rest = (await look(stage, caseNo)).dueAt) {
    await stage.sleepUntil(rest);
    await stage.settled(caseNo, rest as Instant);
  }
  const whole = await eventsOf(stage, caseNo);
  return [
    atMost(5, 'history: most events of a command that moves neither phase nor earliest deadline', 'events', Math.max(...quiet)),
    atMost(9, 'history: most events of a command that moves one of them', 'events', Math.max(...moving)),
    atMost(100, `history: a plain case from receipt (${dateOf(before.receivedAt)}) to archive`, 'events', whole),
  ];
}

async function look(stage: Stage, caseNo: string) {
  const { plan, calendar, state } = await stage.client.view(caseNo);
  const next = state.phase === 'archived' ? null : tick(plan, calendar, state, state.at).next;
  return { phase: state.phase, dueAt: next?.dueAt ?? null, events: await eventsOf(stage, caseNo), receivedAt: state.receivedAt };
}

async function eventsOf(stage: Stage, caseNo: string): Promise<number> {
  const { events } = await stage.temporal.workflow.getHandle(caseNo).fetchHistory();
  return events?.length ?? 0;
}
