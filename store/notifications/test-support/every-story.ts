import { forestCase } from '../../../client/documents/test-support/forest-stories.ts';
import { heardCase, unheardCase } from '../../../client/documents/test-support/hearing-story.ts';
import { closedDraft, onlineCase } from '../../../client/documents/test-support/online-story.ts';
import type { PlayedCase } from '../../../client/documents/test-support/played-case.ts';
import { abandonedCase, committedCase, movedCase, muddledCase, newYearCase } from '../../../client/documents/test-support/rare-stories.ts';
import { grantedCase, refusedCase, uncorrectedCase } from '../../../client/documents/test-support/stories.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { foldChanges } from '../../fold-changes.ts';
import { CHAIN_START } from '../../hash-chain.ts';
import { type FiledNotification, notificationsOf } from '../notifications-of.ts';
import { deferredCase, renewedCase } from './more-stories.ts';

/** Cases in which, together, everything happens that can happen to a case. */
export function everyStory(): readonly PlayedCase[] {
  return [
    grantedCase(), refusedCase(), uncorrectedCase('lapse'), uncorrectedCase('nonAcceptance'), muddledCase(), abandonedCase(), movedCase(), newYearCase(), committedCase(),
    forestCase(), heardCase(), unheardCase(), onlineCase(), closedDraft(), deferredCase(), renewedCase(),
  ];
}

/** What people are told in a story, step by step as it happens. */
export function toldIn({ plan, calendar, changes }: PlayedCase): FiledNotification[] {
  let state: CaseState | null = null;
  return stepsOf(changes).flatMap((step) => {
    const folded = foldChanges(state, step, CHAIN_START);
    state = folded.state;
    return notificationsOf(plan, calendar, step, folded);
  });
}

/** Changes of one command, or of one instant. */
function stepsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const steps: Change[][] = [];
  for (const change of changes) {
    const last = steps.at(-1)?.at(-1);
    if (last && last.commandId === change.commandId && last.at === change.at) steps.at(-1)!.push(change);
    else steps.push([change]);
  }
  return steps;
}
