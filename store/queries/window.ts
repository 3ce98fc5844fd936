import type { Actor } from '../../workflows/case/actor.ts';
import type { Database } from '../open-store.ts';
import { type CaseFilter, type ColourCount, colours, type ListedCase, listCases } from './cases.ts';
import { type InboxCounts, type InboxFilter, inbox, inboxCounts } from './inbox.ts';
import type { Page, PageOptions } from './page.ts';
import type { ListedTask } from './task-list.ts';

export interface WindowDesk {
  /** The window's own work: papers to serve, results to hand over, urges to answer. */
  readonly tasks: Page<ListedTask>;
  readonly counts: InboxCounts;
  /** The latest received first. */
  readonly received: Page<ListedCase>;
  readonly phases: readonly ColourCount[];
}

/** What a clerk begins the day with. */
export async function windowDesk(db: Database, clerk: Actor, filter: InboxFilter & Pick<CaseFilter, 'phase'> = {}, page: PageOptions = {}): Promise<WindowDesk> {
  const { phase, service, region, within } = filter;
  const about: CaseFilter = {
    ...(phase === undefined ? {} : { phase }), ...(service === undefined ? {} : { service }), ...(region === undefined ? {} : { region }), ...(within === undefined ? {} : { within }),
  };
  const [tasks, counts, received, phases] = await Promise.all([
    inbox(db, clerk, filter, page), inboxCounts(db, clerk, filter), listCases(db, about, { size: page.size ?? 50 }), colours(db, about),
  ]);
  return { tasks, counts, received, phases };
}
