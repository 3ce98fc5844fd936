import { allHandlersFinished, ApplicationFailure, condition, defineUpdate, setHandler } from '@temporalio/workflow';
import { decide, evolve, type PermitCommand, type PermitEvent, type PermitInput, type PermitState, receive } from './permit-case.ts';

const command = defineUpdate<PermitEvent[], [PermitCommand]>('command');

/** A permit from receipt to delivery, written by hand. */
export async function permit(input: PermitInput): Promise<void> {
  let state = receive(input).reduce<PermitState | null>(evolve, null)!;
  setHandler(command, (given) => {
    const events = decide(state, given, Date.now());
    if (typeof events === 'string') throw ApplicationFailure.nonRetryable(events, events);
    state = events.reduce<PermitState>(evolve, state);
    return events;
  });
  await condition(() => state.phase === 'closed');
  await condition(allHandlersFinished);
}
