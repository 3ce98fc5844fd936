import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { LI_MING } from './support/applicant-desk.ts';
import { arranging, onPaper } from './support/arranging.ts';
import { type ConsoleSystem, PHONE, startConsoleSystem } from './support/console-system.ts';

const FORM = {
  creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '兰山区沂蒙路1号', shopArea: 320, contactPhone: '13805390000', businessKind: ['hotFood', 'drinks'],
  hasSignboard: true, sellsTobacco: true, dischargesToSewer: true, dailySewage: 6,
};
const MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list', 'fire-declaration', 'fire-safety-rules', 'signboard-drawing', 'site-photo', 'sewage-report'];
const ITEMS = { 'market-regulation': ['business-licence-check', 'food-licence'], 'fire-rescue': ['fire-check'], 'city-management': ['signboard'], health: ['staff-health'], 'tobacco-monopoly': ['tobacco-licence'], water: ['drainage-licence'] };

let system: ConsoleSystem;
/** Accepted on the day it was received. */
let caseNo: string;

beforeAll(async () => {
  system = await startConsoleSystem();
  caseNo = await received();
  await examine(caseNo, ITEMS);
  await order('reviewer-city-management-1', caseNo, 'startProcedure', { item: 'signboard', procedure: 'structure-review', by: '市城市景观专家组', days: 8 });
}, 240_000);

afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { receive, examine, order } = arranging(() => system);
const received = () => receive({ service: 'open-restaurant', region: '371302', form: FORM, materials: onPaper(MATERIALS), applicant: LI_MING });

describe('the progress page', () => {
  it.each(['zh', 'en'] as const)('%s: says to whoever holds the receipt why a limit ends on its day, on a phone, and not who stopped it', async (language) => {
    const { code } = (await (await system.as('clerk-1')).get<{ code: string }>(`/cases/${caseNo}/progress-code`)).body;
    const { page, errors } = await system.visitor({ viewport: PHONE, language });
    await page.goto(`/progress?case=${caseNo}&code=${code}`);
    const why = page.getByRole('button', { name: language === 'zh' ? /为什么是这一天$/ : /why this date$/ });
    await why.first().waitFor();
    await expectAccessible(page);
    let told = '';
    for (const button of await why.all()) {
      await button.click();
      const drawer = page.getByRole('dialog');
      await drawer.locator('.why-days tbody tr').first().waitFor();
      told += await drawer.innerText();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }
    expect(told).toContain('行政许可法');
    expect(told).not.toContain('专家组');
    expect(errors).toEqual([]);
  });
});

describe('the case page', () => {
  it('sends whoever has not signed in to the sign-in, and back', async () => {
    const { page } = await system.visitor();
    await page.goto(`/cases/${caseNo}`);
    await page.locator('button[name=person][value="clerk-1"]').click();
    await page.getByRole('heading', { level: 1, name: '开办餐饮店' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/cases/${caseNo}`);
  });

  it('shows what happens elsewhere without being loaded again', async () => {
    const other = await received();
    const { page, errors } = await system.signIn('clerk-1', '/inbox');
    // The page listens before anything happens.
    await Promise.all([page.waitForResponse((answer) => answer.url().includes('/events?')), page.goto(`/cases/${other}`)]);
    expect(await page.locator('.phases [aria-current=step]').innerText()).toContain('审查');
    await examine(other, ITEMS);
    await page.locator('.phases [aria-current=step]', { hasText: '办理' }).waitFor();
    await page.getByText('准予“企业营业执照信息核验”').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('draws a lane for each item by department, and says the same in a table', async () => {
    const { page, errors } = await system.signIn('manager-1', `/cases/${caseNo}`);
    await page.locator('.lane-name').first().waitFor();
    expect(await page.locator('.lane-group').allInnerTexts()).toEqual(['整个办件', '市场监管部门', '消防救援机构', '城市管理部门', '卫生健康部门', '烟草专卖部门', '排水主管部门']);
    expect(await page.locator('.lane-name').count()).toBe(7);
    expect(await page.locator('.lane-svg .limit.joint').count()).toBe(1);
    expect(await page.locator('.lane-svg .limit.promised').count()).toBe(7);
    await page.getByText('以表格查看').click();
    const row = page.getByRole('row', { name: /烟草专卖零售许可证核发/ });
    const { clocks } = (await (await system.as('manager-1')).get<{ clocks: { id: string; dueOn: string }[] }>(`/cases/${caseNo}`)).body;
    const due = clocks.find(({ id }) => id === 'statutory:tobacco-licence')!.dueOn;
    expect(await row.innerText()).toContain(due);
    // The review of the sign is of the kind that stops the clock.
    expect(await page.locator('.lane-svg .limit.promised .standing').count()).toBe(1);
    expect(await page.getByRole('row', { name: /设置大型户外广告审批/ }).innerText()).toMatch(/停止计时，剩余 \d+ 日[\s\S]*市城市景观专家组/);
    expect(errors).toEqual([]);
  });

  it('explains a date day by day, and gives the focus back', async () => {
    const { page } = await system.signIn('clerk-1', `/cases/${caseNo}`);
    const why = page.getByRole('button', { name: '“烟草专卖零售许可证核发（新办）”的承诺期限：为什么是这一天' });
    await why.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('第 1 日').waitFor();
    const { days } = (await (await system.as('clerk-1')).get<{ days: { date: string; number: number | null }[] }>(`/cases/${caseNo}/clocks/promised:tobacco-licence`)).body;
    const rows = await drawer.locator('.why-days tbody tr').allInnerTexts();
    expect(rows.map((row) => row.slice(0, 10))).toEqual(days.map(({ date }) => date));
    expect(rows[0]).toContain('开始的当日不计');
    expect(rows.at(-1)).toContain(`第 ${days.at(-1)!.number} 日`);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await why.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  it('tells a department of other departments’ items only where they stand', async () => {
    const { page } = await system.signIn('reviewer-fire-rescue-1', `/cases/${caseNo}`);
    await page.locator('.lane-name').first().waitFor();
    expect(await page.locator('.lane-name a').allInnerTexts()).toEqual(['公众聚集场所投入使用、营业前消防安全检查']);
    expect(await page.locator('.lane-svg .limit.promised').count()).toBe(1);
  });

  it('tells of a case that is not there, or none of the reader’s, in his language', async () => {
    const { page } = await system.signIn('citizen-sun-yue', `/cases/${caseNo}`, { language: 'en' });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/case\.unknown/);
    expect(await page.locator('main').innerText()).not.toContain('蒙山小馆');
  });

  it('axe finds nothing serious, and only the figure scrolls sideways', async () => {
    const { page, errors } = await system.signIn('clerk-1', `/cases/${caseNo}`, { language: 'en' });
    await page.locator('.lane-name').first().waitFor();
    await page.locator('.timeline .entry').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    for (const folded of await page.locator('details > summary').all()) await folded.click();
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 120_000);

  it('keeps the language that was chosen', async () => {
    const { page } = await system.signIn('clerk-1', `/cases/${caseNo}`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Open a restaurant' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Open a restaurant' }).waitFor();
  });

  it('lets one skip the header, and signs out', async () => {
    const { page } = await system.signIn('clerk-1', `/cases/${caseNo}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('button', { name: /账户/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/cases'));
    const answer = await page.request.get('/api/v1/me');
    expect(answer.status()).toBe(401);
  });
});
