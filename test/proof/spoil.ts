import { type Actor, BY_LAW } from '../../workflows/case/actor.ts';
import type { Change, Fact } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { evolve } from '../../workflows/case/evolve.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import type { StepResult } from '../../workflows/case/step.ts';

/** The same answer, and it was not refused, with further facts. */
export function append(result: StepResult, command: Command | null, at: Instant, ...facts: Fact[]): StepResult {
  let { state } = result;
  const changes: Change[] = [...result.changes];
  for (const fact of facts) {
    const change: Change = { ...fact, seq: state.seq + 1, at, by: command?.as ?? BY_LAW, commandId: command?.id ?? null };
    changes.push(change);
    state = evolve(state, change);
  }
  return { ...result, rejection: null, state, changes };
}

/** The same answer without some of its facts: they did not happen. */
export function without(result: StepResult, before: CaseState | null, isForgotten: (change: Change) => boolean): StepResult {
  const changes = result.changes.filter((change) => !isForgotten(change));
  if (changes.length === result.changes.length) return result;
  const state = changes.reduce<CaseState | null>((now, change) => evolve(now, change), before) ?? result.state;
  return { ...result, changes, state };
}

/** What somebody did in disguise, under his own name. */
export function disguised(result: StepResult, id: string, really: Actor): StepResult {
  const reveal = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    (typeof one === 'object' && one !== null && 'role' in one && 'id' in one && one.id === id ? really : one)) as T;
  return result.rejection ? result : { ...result, state: reveal(result.state), changes: reveal(result.changes) };
}
