import { allHandlersFinished, condition, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Decree } from './case/calendar.ts';
import type { CalendarActivities } from './case-protocol.ts';

const activities = proxyActivities<CalendarActivities>({ startToCloseTimeout: '2 minutes', retry: { maximumInterval: '1 minute' } });

/** Cases brought to the new calendar in one run; then the workflow continues as new. */
const PER_RUN = 500;

export interface Publication {
  readonly decrees: readonly Decree[];
  /** Cases up to here are done in this pass. */
  readonly after: string | null;
  readonly updated: number;
  readonly updatedInPass: number;
}

/**
 * Publishes decrees: first they become the default for new cases, then every running case that the store lists with
 * another calendar is told, page by page. A case received in between may still carry the old one, so the pass is repeated
 * until it finds nothing to do. Killed at any point, it goes on where it was; telling a case twice changes nothing.
 */
export async function publishCalendar(input: Publication): Promise<{ updated: number }> {
  let { after, updated, updatedInPass } = input;
  if (after === null && updated === 0) await activities.setCalendar(input.decrees);
  for (let told = 0; told < PER_RUN; ) {
    const page = await activities.tellCases(after);
    told += page.told;
    updated += page.updated;
    updatedInPass += page.updated;
    after = page.last;
    if (after !== null) continue;
    if (updatedInPass === 0) return { updated };
    updatedInPass = 0;
  }
  await condition(allHandlersFinished);
  return continueAsNew<typeof publishCalendar>({ ...input, after, updated, updatedInPass });
}
