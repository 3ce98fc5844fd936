import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sql } from 'kysely';
import { FILLED_DEPARTMENTS, fillStore } from '../../store/fill.ts';
import { expectAccessible } from './support/accessible.ts';
import { type ConsoleSystem, PHONE, SCREEN, startConsoleSystem } from './support/console-system.ts';

const CASES = 10_000;

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem();
  await fillStore(system.store.db, { cases: CASES });
}, 300_000);
afterAll(async () => {
  await system?.end();
});

interface Row {
  readonly caseNo: string;
  readonly id: string;
}

/** Counted from the rows themselves: the board reads kept counts. */
async function count(table: 'task' | 'clock', where: ReturnType<typeof sql> = sql`true`): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(system.store.db);
  return rows[0]!.n;
}

/** The longest overdue first. */
async function redOf(where: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<Row>`select case_no as "caseNo", id from clock where colour = 2 and stopped_at is null and ${where} order by due_at, case_no collate "C", id collate "C"`.execute(system.store.db);
  return rows.map(({ caseNo }) => caseNo);
}

const stat = async (page: Page, name: string) => Number((await page.locator('.stat').filter({ hasText: name }).locator('.stat-value').innerText()).replaceAll(',', ''));
/** Waits until it says so. */
const statOf = (page: Page, name: string, value: number) => page.locator('.stat').filter({ hasText: name }).locator('.stat-value').filter({ hasText: new RegExp(`^${[String(value), new Intl.NumberFormat('en-US').format(value)].join('$|^')}$`) }).waitFor();
const shown = (page: Page) => page.locator('.pressing tbody a.number').allInnerTexts();
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
    const red = await redOf(sql`true`);
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
    await page.getByRole('combobox', { name: /^地区/ }).click();
    await page.keyboard.type('371302');
    await page.keyboard.press('Enter');
    await page.waitForURL(/region=371302/);
    const red = await redOf(regional);
    // First the rows of every region go, then those of this one come.
    await rowsOf(page).nth(red.length).waitFor({ state: 'detached' });
    await rowsOf(page).nth(red.length - 1).waitFor();
    await statOf(page, '超期时限', red.length);
    expect(await shown(page)).toEqual(red);
    expect({ open: await stat(page, '待办'), overdue: await stat(page, '超期时限') }).toEqual({ open: await count('task', regional), overdue: red.length });
    await page.getByRole('tab', { name: '临近' }).click();
    await page.getByRole('tab', { name: '临近', selected: true }).waitFor();
    await rowsOf(page).first().waitFor();
    expect(await page.locator('.pressing .of').allInnerTexts().then((all) => new Set(all).size)).toBe(1);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('heading', { name: '各阶段办件' }).waitFor();
    await statOf(page, '在办办件', CASES);
    expect(errors).toEqual([]);
  }, 120_000);

  it.each([['on a screen', SCREEN], ['on a phone', PHONE]] as const)('%s: axe finds nothing serious, and nothing is wider than it', async (_, viewport) => {
    const { page, errors } = await system.signIn('manager-1', '/board', { viewport });
    await rowsOf(page).first().waitFor();
    await page.locator('.chart svg').first().waitFor();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await expectAccessible(page);
    expect(errors).toEqual([]);
  }, 120_000);
});
