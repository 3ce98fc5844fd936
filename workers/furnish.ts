import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { formatProblems } from '../definitions/format-problems.ts';
import { registerPlan } from '../store/apply-changes.ts';
import { currentDecrees, setCurrentCalendar } from '../store/current-calendar.ts';
import type { Store } from '../store/open-store.ts';
import { seedPeople } from '../store/people.ts';
import { setEmbedded } from '../store/registry/plan-in-force.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';

const CATALOGUE = join(import.meta.dirname, '..', 'definitions', 'catalogue');

/** Puts into the store what it needs before the first case: the catalogue, people, the calendar. @returns how many services there are */
export async function furnish(store: Store, { OIDC_ISSUER: issuer }: NodeJS.ProcessEnv): Promise<number> {
  const plans = await catalogue();
  for (const plan of plans) {
    await registerPlan(store.db, plan);
    await setEmbedded(store.db, plan);
  }
  // Ready-made accounts are for the provider that knows no passwords: elsewhere a name would be a post.
  if (!issuer?.trim()) await seedPeople(store.db, plans);
  if ((await currentDecrees(store.db)).length === 0) await setCurrentCalendar(store.db, loadDecrees());
  return plans.length;
}

/** The definitions that come with the project, compiled. @throws with every problem of a definition that does not check */
async function catalogue(): Promise<CasePlan[]> {
  const files = (await readdir(CATALOGUE)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (name) => {
    const file = join(CATALOGUE, name);
    const { plan, problems } = checkDefinition(await readFile(file, 'utf8'), { file });
    if (!plan) throw new Error(formatProblems(problems));
    return plan;
  }));
}
