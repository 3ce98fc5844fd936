import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { expectAccessible } from './support/accessible.ts';
import { LI_MING } from './support/applicant-desk.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, PHONE, startConsoleSystem } from './support/console-system.ts';

let system: ConsoleSystem;

beforeAll(async () => {
  system = await startConsoleSystem();
}, 240_000);

afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

/** A restaurant with nothing but the licence to sell food. */
const { receive } = arranging(() => system);
const received = () => receive({ ...RECEIPT, applicant: LI_MING, materials: [] });

describe('the console’s shell', () => {
  it.each([
    ['citizen-li-ming', '/my', ['我的办件', '办事服务']],
    ['clerk-1', '/window', ['窗口', '待办', '办不成事']],
    ['reviewer-health-1', '/inbox', ['待办']],
    ['government-head', '/inbox', ['待办', '监察', '办不成事']],
    ['manager-1', '/board', ['监察', '待办', '办不成事', '审计', '消息送达']],
    ['auditor-1', '/audit', ['审计', '监察', '办不成事', '消息送达']],
  ])('leads %s to his desk and names his ways', async (account, home, ways) => {
    const { page } = await system.signIn(account, home);
    await page.getByRole('link', { name: '一件事' }).click();
    await page.waitForURL((url) => url.pathname === home);
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('menuitem').allInnerTexts()).toEqual(ways);
    expect(await page.getByRole('navigation', { name: '主导航' }).locator('[aria-current=page]').innerText()).toBe(ways[0]);
  });

  it('shows the services to whoever has not signed in, and offers the sign-in', async () => {
    const { page, errors } = await system.visitor();
    await page.goto('/');
    await page.waitForURL((url) => url.pathname === '/services');
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('has its ways in a drawer on a phone, by keyboard too, and moves the focus to the page that is opened', async () => {
    const { page } = await system.signIn('manager-1', '/board', { viewport: PHONE });
    await page.getByRole('button', { name: '菜单' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('link', { name: '办不成事' }).waitFor();
    await expectAccessible(page);
    await drawer.getByRole('link', { name: '办不成事' }).click();
    await page.waitForURL((url) => url.pathname === '/unresolved');
    await drawer.waitFor({ state: 'hidden' });
    await page.locator('main:focus').waitFor();
    await page.waitForFunction(`document.title.startsWith('办不成事')`);
  });

  it('rings at the bell, leads from the message to the case, and has it read then', async () => {
    const caseNo = await received();
    const { page, errors } = await system.signIn('reviewer-health-1', '/inbox');
    await page.getByRole('button', { name: '消息，1 条未读' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('link').click();
    await page.waitForURL((url) => url.pathname === `/cases/${caseNo}`);
    await page.locator('main:focus').waitFor();
    await page.getByRole('button', { name: '消息，0 条未读' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('goes on where one was after signing in again in another tab', async () => {
    await received();
    const { page, context } = await system.signIn('reviewer-health-2', '/inbox');
    await page.getByRole('button', { name: /^消息，[1-9]/ }).click();
    await context.clearCookies();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    const again = page.getByRole('link', { name: /在新标签页重新登录/ });
    const [tab] = await Promise.all([context.waitForEvent('page'), again.click()]);
    await tab.locator('button[name=person][value="reviewer-health-2"]').click();
    await tab.locator('main h1').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('button', { name: '消息，0 条未读' }).waitFor({ state: 'attached' });
  });

  it('says that there is no such page, in both languages, and keeps the way home', async () => {
    const { page } = await system.signIn('clerk-1', '/nowhere/at/all');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有这个页面');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'To the start' }).click();
    await page.waitForURL((url) => url.pathname === '/window');
  });

  it('returns to the same page when the session ended meanwhile', async () => {
    const { page, context } = await system.signIn('clerk-1', '/inbox?view=all');
    await context.clearCookies();
    await page.reload();
    await page.locator('button[name=person][value="clerk-1"]').click();
    await page.waitForURL((url) => url.pathname === '/inbox');
    expect(new URL(page.url()).search).toBe('?view=all');
  });

  it('says that the server cannot be reached, and tries again', async () => {
    const { page, context } = await system.signIn('clerk-1', '/inbox');
    await context.setOffline(true);
    const address = '371302-20260101-0001';
    await page.evaluate(`history.pushState(null, '', '/cases/${address}'); dispatchEvent(new PopStateEvent('popstate'))`);
    // The page's own code may be what does not come: then the header stays, with a way to load it again.
    await page.getByRole('button', { name: /重试|重新加载/ }).waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: /重试|重新加载/ }).click();
    await page.getByText('case.unknown').waitFor();
  });
});
