import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { choose } from './support/department-desk.ts';
import { restaurants } from './support/restaurant-desk.ts';

let system: ConsoleSystem;

beforeAll(async () => {
  system = await startConsoleSystem();
}, 240_000);

afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { itemOf, nameOf } = arranging(() => system);
const { received, accepted } = restaurants(() => system);
const rowsOf = (page: Page) => page.locator('.tasks tbody tr');
const row = (page: Page, caseNo: string) => rowsOf(page).filter({ hasText: caseNo });

describe('the inbox of a department', () => {
  it('is gone through with the keyboard, claimed in one go, and follows what others do', async () => {
    const [first, second, third] = [await received(), await received(), await received()];
    const { page, errors } = await system.signIn('reviewer-health-1', '/inbox');
    await row(page, third).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
    for (const caseNo of [first, second]) {
      await row(page, caseNo).locator('.task-link').focus();
      await page.keyboard.press('x');
    }
    await page.getByText('已选 2 件').waitFor();
    await page.keyboard.press('c');
    await row(page, first).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^我的/ }).click();
    await row(page, second).waitFor();
    expect(await rowsOf(page).filter({ hasText: third }).count()).toBe(0);
    // A colleague sees it go without loading again.
    const other = await system.signIn('reviewer-health-2', '/inbox');
    await row(other.page, third).waitFor();
    expect(await row(other.page, first).count()).toBe(0);
    await (await system.as('reviewer-health-1')).post('/inbox/claim', { tasks: [{ caseNo: third, taskId: 'examine:staff-health' }] });
    await row(other.page, third).waitFor({ state: 'detached' });
    await row(page, first).locator('.task-link').focus();
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/items\/staff-health$/);
    expect([...errors, ...other.errors]).toEqual([]);
  });

  it('keeps its filters in the address, and under a name', async () => {
    const [toDecide, toExamine] = [await accepted(), await received()];
    const { page } = await system.signIn('reviewer-market-regulation-1', '/inbox?view=all&kind=examine');
    await row(page, toExamine).first().waitFor();
    await page.getByRole('button', { name: '保存筛选' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('待审查');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '待审查', exact: true }).waitFor();
    await page.goto('/inbox');
    await row(page, toDecide).first().waitFor();
    await page.getByRole('link', { name: '待审查', exact: true }).click();
    await page.waitForURL(/kind=examine/);
    await row(page, toDecide).first().waitFor({ state: 'detached' });
    await row(page, toExamine).first().waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('all');
    expect(new Set(await rowsOf(page).locator('.kind').allInnerTexts())).toEqual(new Set(['审查']));
    await page.getByRole('textbox', { name: /办件编号/ }).fill('没有这样的申请人');
    await page.getByText('没有符合的任务').waitFor();
  });

  it('is searched and sorted by the server, and counts what it shows', async () => {
    const [first, second] = [await accepted(), await accepted()];
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', '/inbox?view=all');
    const words = page.getByRole('textbox', { name: /办件编号/ });
    await words.fill(first);
    await row(page, second).first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: new RegExp(`^本组全部 ${await rowsOf(page).count()}$`) }).waitFor();
    expect(new Set(await rowsOf(page).locator('.task-case a').allInnerTexts())).toEqual(new Set([first]));
    await words.fill('food licence');
    await row(page, second).first().waitFor();
    await page.getByRole('combobox', { name: '排序' }).click();
    await page.getByTitle('最新收件在前').click();
    await page.waitForURL(/sort=latest/);
    await rowsOf(page).first().filter({ hasText: second }).waitFor();
    expect(errors).toEqual([]);
  });

  it('decides simple ones several at a time, and says of each what became of it', async () => {
    const [first, second] = [await accepted(), await accepted()];
    await (await system.as('reviewer-health-2')).post('/inbox/claim', { tasks: [{ caseNo: second, taskId: 'decide:staff-health' }] });
    const { page, errors } = await system.signIn('reviewer-health-1', '/inbox?view=all&kind=decide');
    for (const caseNo of [first, second]) await row(page, caseNo).getByRole('checkbox').check();
    await page.getByRole('button', { name: '批量拟准予' }).click();
    const dialog = page.getByRole('dialog', { name: '拟准予 2 件' });
    await dialog.getByRole('button', { name: /选用模板/ }).click();
    await page.getByRole('button', { name: /申请材料齐全、符合法定形式/ }).click();
    await dialog.getByRole('button', { name: '全部拟准予' }).click();
    const results = page.locator('.result-list li');
    await results.first().waitFor();
    expect(await page.getByText('完成 1 件，未完成 1 件').count()).toBe(1);
    expect(await results.filter({ hasText: second }).innerText()).toContain(await nameOf('reviewer-health-2'));
    expect((await itemOf('reviewer-health-1', first, 'staff-health')).state).toBe('granted');
    expect((await itemOf('reviewer-health-1', second, 'staff-health')).state).toBe('handling');
    expect(errors).toEqual([]);
  });

  it('hands a task to a colleague with a note, who reads it where he works', async () => {
    const caseNo = await received();
    await (await system.as('reviewer-market-regulation-1')).post('/inbox/claim', { tasks: [{ caseNo, taskId: 'examine:food-licence' }] });
    const { page } = await system.signIn('reviewer-market-regulation-1', '/inbox?view=mine');
    await row(page, caseNo).getByRole('button', { name: `${caseNo} 的更多操作` }).click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    const dialog = page.getByRole('dialog', { name: '转办给同事' });
    await choose(page, dialog.getByRole('combobox', { name: '转给' }), await nameOf('reviewer-market-regulation-2'));
    await dialog.getByRole('textbox', { name: /说明/ }).fill('材料已看，请核对平面图。');
    await dialog.getByRole('button', { name: '转办' }).click();
    await row(page, caseNo).waitFor({ state: 'detached' });
    const other = await system.signIn('reviewer-market-regulation-2', `/cases/${caseNo}/items/food-licence`);
    await other.page.getByText('材料已看，请核对平面图。').waitFor();
    await other.page.getByText('由您承办').waitFor();
    // The one who gave it away is told who has it now.
    await page.goto(`/cases/${caseNo}/items/food-licence`);
    await page.getByText(`${await nameOf('reviewer-market-regulation-2')} 已认领此任务`).waitFor();
  });

  it('has a colleague stand in during an absence, until it is ended', async () => {
    const caseNo = await received();
    await (await system.as('reviewer-health-1')).post('/inbox/claim', { tasks: [{ caseNo, taskId: 'examine:staff-health' }] });
    const { page } = await system.signIn('reviewer-health-1', '/inbox');
    await page.getByRole('button', { name: '外出委托' }).click();
    const drawer = page.getByRole('dialog', { name: '外出委托' });
    await choose(page, drawer.getByRole('combobox', { name: '委托给' }), await nameOf('reviewer-health-2'));
    await drawer.getByRole('textbox', { name: '原因' }).fill('培训');
    await drawer.getByRole('button', { name: '委托', exact: true }).click();
    await drawer.getByText('进行中').waitFor();
    await expectAccessible(page);
    const other = await system.signIn('reviewer-health-2', '/inbox?view=mine');
    await row(other.page, caseNo).getByText(`代 ${await nameOf('reviewer-health-1')}`).waitFor();
    await drawer.getByRole('button', { name: /提前结束/ }).click();
    await drawer.getByText('已提前结束').waitFor();
    await other.page.reload();
    await other.page.getByRole('button', { name: '外出委托' }).waitFor();
    await row(other.page, caseNo).waitFor({ state: 'detached' });
  });

  it('has nothing serious for axe to find, with something selected', async () => {
    await received();
    const { page } = await system.signIn('reviewer-market-regulation-1', '/inbox?view=all');
    await rowsOf(page).first().getByRole('checkbox').check();
    await page.locator('.selection-bar').waitFor();
    await expectAccessibleInEveryWay(page);
  });
});
