import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { type ConsoleSystem, startConsoleSystem, type Visitor } from './support/console-system.ts';

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem();
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

it('goes from receipt to rating in the browsers of five people, while supervision watches the board move', async () => {
  const manager = await system.signIn('manager-1', '/audit');
  // The board listens before anything happens, and is never loaded again.
  await Promise.all([manager.page.waitForResponse(/\/events\?board/), manager.page.getByRole('link', { name: '监察' }).click()]);
  const onBoard = (phase: string) => manager.page.locator('.phase-bars').getByText(`${phase}：1 件`, { exact: false }).waitFor({ state: 'attached' });
  const market = await listening('reviewer-market-regulation-1');
  const health = await listening('reviewer-health-1');

  // The window.
  const clerk = await system.signIn('clerk-1', '/window');
  const caseNo = await receiveRestaurant(clerk.page);
  await onBoard('审查');

  // Two departments examine at the same time; it comes to their inboxes by itself.
  await openTask(market.page, caseNo, '企业营业执照信息核验');
  await market.page.getByRole('button', { name: '答复：齐全' }).click();
  await market.page.getByText('已答复“齐全”').waitFor();
  await openTask(health.page, caseNo, '从业人员预防性体检合格证');
  await health.page.getByRole('button', { name: '标记问题：从业人员名单' }).click();
  await health.page.getByRole('button', { name: '缺页', exact: true }).click();
  await health.page.getByRole('textbox', { name: '应当补正的内容' }).fill('补交全部从业人员的名单');
  await health.page.getByRole('button', { name: '加入补正清单' }).click();
  await health.page.getByRole('radio', { name: '需补正' }).check();
  await health.page.getByRole('button', { name: '答复：需补正' }).click();
  await health.page.getByText('已答复“需补正”').waitFor();
  // One notice, when all have answered: not before.
  expect((await seen(caseNo)).notice).toBeNull();
  await back(market.page);
  await openTask(market.page, caseNo, '食品经营许可（新办）');
  await market.page.getByRole('button', { name: '答复：齐全' }).click();
  await onBoard('补正');

  // The applicant.
  const applicant = await system.signIn('citizen-li-ming', '/my');
  await applicant.page.getByRole('listitem').filter({ hasText: caseNo }).getByRole('link').click();
  const toAnswer = applicant.page.getByRole('region', { name: /需要您补正/ });
  await toAnswer.getByText('补交全部从业人员的名单').waitFor();
  expect(await toAnswer.locator('.asks-lines > li').count()).toBe(1);
  const [chooser] = await Promise.all([applicant.page.waitForEvent('filechooser'), toAnswer.getByRole('button', { name: '选择文件：从业人员名单' }).click()]);
  await chooser.setFiles([{ name: '名单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n名单\n%%EOF') }]);
  await toAnswer.getByRole('link', { name: '名单.pdf' }).waitFor();
  await toAnswer.getByRole('button', { name: '提交这一项' }).click();
  await onBoard('复核');

  // The department's page is still open: what it has to do now is there.
  await health.page.getByRole('radio', { name: '符合要求', exact: true }).check();
  await health.page.getByRole('button', { name: '复核：符合要求' }).click();
  await sure(health.page, '复核：符合要求');
  await onBoard('办理');
  await opinion(health.page, '承办意见', '体检合格，准予。');
  await health.page.getByRole('button', { name: '准予（即时生效）' }).click();
  await sure(health.page, '准予（即时生效）');
  await decided(health.page);

  // One proposes, another confirms.
  await opinion(market.page, '承办意见', '材料齐全，现场符合要求，拟准予。');
  await market.page.getByRole('button', { name: '提出：拟准予' }).click();
  await market.page.locator('.heading').getByText('拟准予，待审批').waitFor();
  const approver = await system.signIn('approver-market-regulation-1', '/inbox');
  await openTask(approver.page, caseNo, '食品经营许可（新办）');
  await opinion(approver.page, '审批意见', '符合条件，同意准予。');
  await approver.page.getByRole('button', { name: '同意准予' }).click();
  await sure(approver.page, '同意准予');
  await decided(approver.page);
  await decided(market.page);
  await onBoard('送达');

  // The window again, then the applicant, whose page has followed all the time.
  await clerk.page.getByRole('link', { name: '窗口', exact: true }).click();
  await clerk.page.getByRole('region', { name: /^窗口待办/ }).getByRole('listitem').filter({ hasText: caseNo }).getByRole('link').click();
  await clerk.page.getByRole('button', { name: '出件（3 个结果）' }).click();
  await applicant.page.getByText('非常满意', { exact: true }).click();
  await applicant.page.getByRole('button', { name: '提交评价' }).click();
  await applicant.page.getByRole('heading', { name: '您的评价' }).waitFor();
  await onBoard('办结');

  const { phase, rating, items } = await seen(caseNo);
  expect({ phase, rating: rating?.level, items: Object.fromEntries(items.map((item) => [item.id, [item.state, item.delivery?.way]])) }).toEqual({
    phase: 'closed', rating: 5, items: { 'business-licence-check': ['granted', 'pickUp'], 'food-licence': ['granted', 'pickUp'], 'staff-health': ['granted', 'pickUp'] },
  });
  expect([manager, market, health, clerk, applicant, approver].map(({ errors }) => errors)).toEqual([[], [], [], [], [], []]);
}, 600_000);

const seen = async (caseNo: string) => (await (await system.as('clerk-1')).get<SeenCase>(`/cases/${caseNo}`)).body;
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const sure = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
const decided = (page: Page) => page.locator('.heading').getByText('准予', { exact: true }).waitFor();

/** In his inbox, and told of whatever comes into it. */
async function listening(person: string): Promise<Visitor> {
  const one = await system.signIn(person, '/inbox?view=mine');
  await Promise.all([one.page.waitForResponse(/\/events\?inbox/), one.page.goto('/inbox')]);
  return one;
}

async function openTask(page: Page, caseNo: string, item: string): Promise<void> {
  await page.locator('.tasks tbody tr').filter({ hasText: caseNo }).filter({ hasText: item }).locator('.task-link').click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: item }).waitFor();
}

async function back(page: Page): Promise<void> {
  await page.getByRole('link', { name: '← 待办' }).click();
  await page.waitForURL((url) => url.pathname === '/inbox');
}

async function opinion(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
}

/** The smallest restaurant, whose owner stands at the window. */
async function receiveRestaurant(page: Page): Promise<string> {
  await page.keyboard.press('Alt+n');
  await page.getByRole('option', { name: /开办餐饮店/ }).click();
  await page.getByLabel('姓名', { exact: true }).fill('李明');
  await page.getByLabel('身份证号码').fill('990000198001010012');
  await page.getByLabel('联系电话').fill('13805390000');
  await next(page);
  await page.getByLabel('经营面积（平方米）').fill('120');
  for (const question of ['是否设置大型户外招牌', '是否零售烟草制品', '是否向城镇排水设施排放污水']) await page.getByRole('group', { name: question }).getByText('否', { exact: true }).click();
  await next(page);
  await page.getByLabel('统一社会信用代码').fill('91371302MA3C0X1A2B');
  await page.getByLabel('店名').fill('蒙山小馆');
  await page.getByLabel('经营场所').fill('兰山区沂蒙路1号');
  await page.getByLabel('联系电话').fill('13805390000');
  await page.getByText('热食').click();
  await next(page);
  await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
  for (const paper of await page.locator('.gf-materials > li').filter({ has: page.getByRole('button', { name: /^选择文件/ }) }).getByRole('checkbox').all()) await paper.check();
  await next(page);
  await page.getByRole('button', { name: /收件$/ }).click();
  await page.waitForURL('**/window/received/*');
  return new URL(page.url()).pathname.split('/').at(-1)!;
}
