import { mayAct } from '../../store/allocation.ts';
import type { GivenCommand, Outcome } from '../case-client.ts';
import { taskOf } from '../task-of-command.ts';
import type { Session } from './session.ts';

/** Gives a command after asking the allocation whether this person may do the task that it does. */
export async function actOnCase(session: Session, caseNo: string, command: GivenCommand): Promise<Outcome> {
  const task = taskOf(command.do, command.with as Readonly<Record<string, unknown>>);
  if (task !== null) await mayAct(session.store.db, command.as, caseNo, task);
  return (await session.client()).command(caseNo, command);
}
