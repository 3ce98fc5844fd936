import { mayAct } from '../../store/allocation.ts';
import type { GivenCommand, Outcome } from '../case-client.ts';
import type { Session } from './session.ts';

/** Which open task a command does; commands that are nobody's task in particular are left out. */
const TASK_OF: Readonly<Record<string, string>> = {
  examine: 'examine', recheck: 'recheck', proposeGrant: 'decide', proposeRefusal: 'decide', startProcedure: 'decide', endProcedure: 'decide',
  tellHearingRight: 'tellHearingRight', recordHearing: 'recordHearing', recordSiteCheck: 'recordSiteCheck',
  confirm: 'confirm', return: 'confirm',
};

/** Gives a command after asking the allocation whether this person may do the task that it does. */
export async function actOnCase(session: Session, caseNo: string, command: GivenCommand): Promise<Outcome> {
  const kind = TASK_OF[command.do];
  const { item } = command.with as { item?: unknown };
  if (kind !== undefined && typeof item === 'string') await mayAct(session.store.db, command.as, caseNo, `${kind}:${item}`);
  // Of the case as a whole: there is one such task.
  if (command.do === 'answerPreReview') await mayAct(session.store.db, command.as, caseNo, 'answerPreReview');
  return (await session.client()).command(caseNo, command);
}
