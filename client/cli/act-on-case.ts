import { mayAct } from '../../store/allocation.ts';
import type { GivenCommand, Outcome } from '../case-client.ts';
import { tasksOf } from '../task-of-command.ts';
import type { Session } from './session.ts';

/** Gives a command after asking the allocation whether this person may do the tasks that it does. */
export async function actOnCase(session: Session, caseNo: string, command: GivenCommand): Promise<Outcome> {
  const client = await session.client();
  const { state } = await client.view(caseNo);
  for (const task of tasksOf(command.do, command.with as Readonly<Record<string, unknown>>, state)) await mayAct(session.store.db, command.as, caseNo, task);
  return client.command(caseNo, command);
}
