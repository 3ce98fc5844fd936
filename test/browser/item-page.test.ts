import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
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
const confirmed = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

describe('the page of an item', () => {
  it('has defects marked on the material and on the answer, and keeps what is not sent', async () => {
    const caseNo = await received();
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/food-licence`);
    await page.getByRole('button', { name: '标记问题：场所和消防设施平面图' }).click();
    await page.getByRole('button', { name: '缺页', exact: true }).click();
    await page.getByRole('textbox', { name: '应当补正的内容' }).fill('补交完整材料，缺少的部分：第二页');
    await page.getByRole('button', { name: '加入补正清单' }).click();
    await page.getByRole('button', { name: '标记问题：经营场所' }).click();
    await page.getByRole('button', { name: '不完整', exact: true }).click();
    await page.getByRole('button', { name: '加入补正清单' }).click();
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: '第二页' }).first().waitFor();
    await page.getByRole('radio', { name: '需补正' }).check();
    await page.getByRole('button', { name: '答复：需补正' }).click();
    await page.getByText('已答复“需补正”').waitFor();
    const { state, work } = await itemOf('reviewer-market-regulation-1', caseNo, 'food-licence');
    expect([state, work!.defects]).toEqual(['deficient', [
      { target: { material: 'floor-plan' }, problem: '材料缺页，内容不完整', supply: '补交完整材料，缺少的部分：第二页' },
      { target: { field: 'shopAddress' }, problem: '所填内容不完整', supply: '填写完整，缺少的内容：' },
    ]]);
    expect(errors).toEqual([]);
  });

  it('shows only what this item needs', async () => {
    const caseNo = await received();
    const { page } = await system.signIn('reviewer-health-1', `/cases/${caseNo}/items/staff-health`);
    await page.getByText('从业人员名单').first().waitFor();
    expect(await page.locator('.answers dt').allInnerTexts()).toEqual(['店名']);
    expect(await page.locator('.material-list b').allInnerTexts()).toEqual(['从业人员名单']);
    await page.goto(`/cases/${caseNo}/items/food-licence`);
    await page.waitForURL((url) => url.pathname === `/cases/${caseNo}`);
  });

  it('is proposed by one and confirmed by another, each with an opinion of his own', async () => {
    const caseNo = await accepted();
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/food-licence`);
    await page.getByRole('button', { name: '提出：拟准予' }).click();
    await page.getByText('请填写').first().waitFor();
    await page.getByRole('button', { name: '承办意见：选用模板' }).click();
    await page.getByRole('button', { name: /经现场核查/ }).click();
    await page.getByRole('button', { name: '提出：拟准予' }).click();
    await page.getByText('拟准予，待审批').waitFor();
    const second = await system.signIn('approver-market-regulation-1', `/cases/${caseNo}/items/food-licence`);
    await second.page.getByText('经现场核查，现场情况与申请材料一致').first().waitFor();
    await second.page.getByRole('textbox', { name: '审批意见' }).fill('符合条件，同意准予。');
    await second.page.getByRole('button', { name: '同意准予' }).click();
    await confirmed(second.page, '同意准予');
    await second.page.locator('.heading').getByText('准予', { exact: true }).waitFor();
    expect((await itemOf('approver-market-regulation-1', caseNo, 'food-licence')).decision).toMatchObject({ outcome: 'granted' });
    // The reviewer’s page has followed.
    await page.locator('.heading').getByText('准予', { exact: true }).waitFor();
    expect([...errors, ...second.errors]).toEqual([]);
  });

  it('tells whoever decides second who was first, and shows the item as it is now', async () => {
    const caseNo = await accepted();
    const path = `/cases/${caseNo}/items/staff-health`;
    const [winner, loser] = [await system.signIn('reviewer-health-1', path), await system.signIn('reviewer-health-2', path)];
    // The loser’s line is slow: nothing tells him that somebody was first.
    await loser.context.route('**/api/v1/events?**', (route) => route.abort());
    await loser.page.reload();
    for (const [{ page }, opinion] of [[winner, '体检合格，准予。'], [loser, '同意准予，材料齐全。']] as const) {
      await page.getByRole('textbox', { name: '承办意见' }).fill(opinion);
      await page.getByRole('button', { name: '准予（即时生效）' }).click();
    }
    await confirmed(winner.page, '准予（即时生效）');
    await winner.page.locator('.heading').getByText('准予', { exact: true }).waitFor();
    await confirmed(loser.page, '准予（即时生效）');
    const told = loser.page.locator('.meanwhile-alert');
    await told.getByText('在您之前：').waitFor();
    expect(await told.innerText()).toContain(await nameOf('reviewer-health-1'));
    expect(await told.innerText()).toMatch(/准予“食品行业从业人员预防性体检合格证”/);
    await loser.page.locator('.heading').getByText('准予', { exact: true }).waitFor();
    await expectAccessible(loser.page);
    expect((await itemOf('reviewer-health-1', caseNo, 'staff-health')).decision).toMatchObject({ outcome: 'granted' });
    expect(winner.errors).toEqual([]);
  });

  it('tells whoever is still reading what others did meanwhile', async () => {
    const caseNo = await accepted();
    const { page } = await system.signIn('reviewer-health-2', '/inbox');
    await Promise.all([page.waitForResponse((answer) => answer.url().includes('/events?case')), page.goto(`/cases/${caseNo}/items/staff-health`)]);
    await page.getByRole('textbox', { name: '承办意见' }).waitFor();
    await (await system.as('reviewer-health-1')).command(caseNo, 'proposeGrant', { item: 'staff-health', opinion: '体检合格。' });
    const told = page.locator('.meanwhile-alert');
    await told.getByText('您打开本页之后：').waitFor();
    expect(await told.innerText()).toContain(await nameOf('reviewer-health-1'));
    await page.getByRole('button', { name: '知道了' }).click();
    await told.waitFor({ state: 'detached' });
  });

  it('keeps what was typed when the line or the session is lost', async () => {
    const caseNo = await accepted();
    const { page, context } = await system.signIn('reviewer-market-regulation-2', `/cases/${caseNo}/items/food-licence`);
    await page.getByRole('textbox', { name: '承办意见' }).fill('材料齐全，符合食品经营许可条件，拟准予。');
    await context.route('**/commands', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: '提出：拟准予' }).click();
    await page.getByRole('alert').getByText(/暂时连不上服务器/).first().waitFor();
    expect(await page.getByRole('textbox', { name: '承办意见' }).inputValue()).toContain('符合食品经营许可条件');
    await page.reload();
    await page.getByRole('textbox', { name: '承办意见' }).waitFor();
    await page.locator('.command-form textarea').filter({ hasText: '符合食品经营许可条件' }).waitFor();
    await context.unroute('**/commands');
    await page.getByRole('button', { name: '提出：拟准予' }).click();
    await page.getByText('拟准予，待审批').waitFor();
  });
});

describe('axe finds nothing serious and nothing is too wide', () => {
  const look = async (person: string, path: string, ready: string): Promise<Page> => {
    const { page } = await system.signIn(person, path);
    await page.locator(ready).first().waitFor();
    return page;
  };

  it('where an item is examined, with a defect being marked', async () => {
    const page = await look('reviewer-market-regulation-1', `/cases/${await received()}/items/food-licence`, '.mark-button');
    await page.locator('.mark-button').first().click();
    await page.locator('.mark-form').waitFor();
    await expectAccessibleInEveryWay(page);
  });

  it('where an item is decided, whatever of it is open', async () => {
    const page = await look('reviewer-market-regulation-1', `/cases/${await accepted()}/items/food-licence`, '.action h3 button');
    await expectAccessibleInEveryWay(page);
    await page.locator('.action h3 button[aria-expanded=false]').first().click();
    await expectAccessibleInEveryWay(page);
  });

  it('where a case as a whole is worked on', async () => {
    const page = await look('reviewer-market-regulation-1', `/cases/${await accepted()}/work`, '.actions');
    await expectAccessibleInEveryWay(page);
  });
});
