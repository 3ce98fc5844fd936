/** Which open task a command does; commands that are nobody's task in particular are left out. */
const TASK_OF: Readonly<Record<string, string>> = {
  examine: 'examine', recheck: 'recheck', proposeGrant: 'decide', proposeRefusal: 'decide', startProcedure: 'decide', endProcedure: 'decide',
  tellHearingRight: 'tellHearingRight', recordHearing: 'recordHearing', recordSiteCheck: 'recordSiteCheck',
  confirm: 'confirm', return: 'confirm',
};

/** The id of the task that a command does, for the allocation to say whose it is; null: nobody's in particular. */
export function taskOf(command: string, { item }: Readonly<Record<string, unknown>>): string | null {
  // Of the case as a whole: there is one such task.
  if (command === 'answerPreReview') return 'answerPreReview';
  const kind = TASK_OF[command];
  return kind !== undefined && typeof item === 'string' ? `${kind}:${item}` : null;
}
