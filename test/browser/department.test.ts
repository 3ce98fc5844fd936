import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { choose } from './support/department-desk.ts';

const MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list'].map((material) => ({ material, form: 'paper', files: [] }));

let system: ConsoleSystem;

beforeAll(async () => {
  system = await startConsoleSystem();
}, 240_000);

afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

async function received(): Promise<string> {
  const { status, body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: MATERIALS });
  expect([status, body]).toMatchObject([201, {}]);
  return body.caseNo;
}

/** Received and found complete by everybody: in handling. */
async function accepted(): Promise<string> {
  const caseNo = await received();
  for (const [person, item] of [['reviewer-market-regulation-1', 'business-licence-check'], ['reviewer-market-regulation-1', 'food-licence'], ['reviewer-health-1', 'staff-health']] as const) {
    expect((await (await system.as(person)).command(caseNo, 'examine', { item, answer: 'complete' })).status).toBe(200);
  }
  return caseNo;
}

const seenBy = async (person: string, caseNo: string) => (await (await system.as(person)).get<SeenCase>(`/cases/${caseNo}`)).body;
const itemOf = async (person: string, caseNo: string, item: string) => (await seenBy(person, caseNo)).items.find(({ id }) => id === item)!;
const nameOf = async (id: string) => (await system.store.db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
const rowsOf = (page: Page) => page.locator('.tasks tbody tr');
const row = (page: Page, caseNo: string) => rowsOf(page).filter({ hasText: caseNo });
const confirmed = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

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
});

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

  it('in the inbox, with something selected', async () => {
    await received();
    const page = await look('reviewer-market-regulation-1', '/inbox?view=all', '.tasks tbody tr');
    await rowsOf(page).first().getByRole('checkbox').check();
    await page.locator('.selection-bar').waitFor();
    await expectAccessibleInEveryWay(page);
  });

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
