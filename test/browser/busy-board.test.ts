import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sql } from 'kysely';
import { FILLED_DEPARTMENTS, fillStore } from '../../store/fill.ts';
import { expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { choose } from './support/department-desk.ts';
import { read } from './support/read.ts';

const CASES = 10_000;

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem();
  await fillStore(system.store.db, { cases: CASES });
}, 300_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

/** Counted from the rows themselves: the board reads kept counts. */
async function count(table: 'task' | 'clock', where: ReturnType<typeof sql> = sql`true`): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(system.store.db);
  return rows[0]!.n;
}

/** Yellow or red limits as the board names them, the first due first: of red ones the longest overdue. */
async function pressing(colour: 1 | 2, where: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ limit: string }>`
    select case_no || ' ' || coalesce(due_on::text, '—') as "limit" from clock where colour = ${colour} and stopped_at is null and ${where} order by due_at, case_no collate "C", id collate "C"`.execute(system.store.db);
  return rows.map(({ limit }) => limit);
}

const stat = async (page: Page, name: string) => Number((await page.locator('.stat').filter({ hasText: name }).locator('.stat-value').innerText()).replaceAll(',', ''));
/** Waits until it says so. */
const statOf = (page: Page, name: string, value: number) => page.locator('.stat').filter({ hasText: name }).locator('.stat-value').filter({ hasText: new RegExp(`^${[String(value), new Intl.NumberFormat('en-US').format(value)].join('$|^')}$`) }).waitFor();
/** Whose limits are listed, and when each is due. */
async function shown(page: Page): Promise<string[]> {
  const [numbers, days] = [await page.locator('.pressing tbody a.number').allInnerTexts(), await page.locator('.pressing tbody .due > .chip').allInnerTexts()];
  return numbers.map((caseNo, index) => `${caseNo} ${days[index]!.split(' ')[0]}`);
}
const rowsOf = (page: Page) => page.locator('.pressing tbody tr');

/** Of a department's line: what waits, what is near, what is over. */
async function lineOf(page: Page, name: string): Promise<number[]> {
  const cells = await page.locator('section[aria-labelledby=departments]').getByRole('row', { name }).locator('td').allInnerTexts();
  return cells.slice(0, 3).map(Number);
}

describe('the board with ten thousand open cases', () => {
  it('opens, and its totals are right', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    await page.locator('.stat-value').first().waitFor();
    expect({ open: await stat(page, '在办办件'), overdue: await stat(page, '超期时限'), nearing: await stat(page, '临近时限') }).toEqual({ open: CASES, overdue: await count('clock', sql`colour = 2`), nearing: await count('clock', sql`colour = 1`) });
    const names = Object.fromEntries(system.plans[0]!.departments.map(({ id, name }) => [id, name.zh]));
    for (const department of FILLED_DEPARTMENTS) {
      const of = (...more: ReturnType<typeof sql>[]) => sql.join([sql`department = ${department}`, ...more], sql` and `);
      expect([department, await lineOf(page, names[department]!)]).toEqual([department, [await count('task', of()), await count('clock', of(sql`colour = 1`)), await count('clock', of(sql`colour = 2`))]]);
    }
    await page.locator('.chart svg').first().waitFor();
    expect(errors).toEqual([]);
  }, 120_000);

  it('goes through the red list page by page, each limit once, the longest overdue first', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    const red = await pressing(2, sql`true`);
    expect(red.length).toBeGreaterThan(150);
    const size = 50;
    for (const pages of [1, 2, 3]) {
      await rowsOf(page).nth(pages * size - 1).waitFor();
      expect(await shown(page)).toEqual(red.slice(0, pages * size));
      await page.getByRole('button', { name: '更多' }).click();
    }
    expect(errors).toEqual([]);
  }, 120_000);

  it('is narrowed to a department and a region, to the end of its list, and lets go of that again', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board?department=health');
    const regional = sql`department = 'health' and region = '371302'`;
    await choose(page, page.getByRole('combobox', { name: /^地区/ }), '371302');
    await page.waitForURL(/region=371302/);
    const red = await pressing(2, regional);
    // First the rows of every region go, then those of this one come.
    await rowsOf(page).nth(red.length).waitFor({ state: 'detached' });
    await rowsOf(page).nth(red.length - 1).waitFor();
    await statOf(page, '超期时限', red.length);
    expect(await shown(page)).toEqual(red);
    expect({ open: await stat(page, '待办'), overdue: await stat(page, '超期时限') }).toEqual({ open: await count('task', regional), overdue: red.length });
    await page.getByRole('tab', { name: '临近' }).click();
    // One page of them.
    const yellow = (await pressing(1, regional)).slice(0, 50);
    expect(yellow.length).toBeGreaterThan(1);
    await page.locator('.pressing .chip.bad').first().waitFor({ state: 'detached' });
    await rowsOf(page).nth(yellow.length - 1).waitFor();
    expect(await shown(page)).toEqual(yellow);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('heading', { name: '各阶段办件' }).waitFor();
    await statOf(page, '在办办件', CASES);
    expect(errors).toEqual([]);
  }, 120_000);

  it('axe finds nothing serious, and nothing is wider than the screen', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    await rowsOf(page).first().waitFor();
    await page.locator('.chart svg').first().waitFor();
    await read(page);
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 120_000);
});
