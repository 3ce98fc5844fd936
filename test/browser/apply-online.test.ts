import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PNG } from '../../store/files/test-support/sample-files.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { LI_MING, pdf, upload } from './support/applicant-desk.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { draftSaved } from './support/draft-saved.ts';

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ services: ['open-restaurant', 'transfer-house'] });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { seenBy } = arranging(() => system);
const myCases = async ({ name, idNumber }: { readonly name: string; readonly idNumber: string }) => (await (await system.as({ name, idNumber })).get<{ rows: { caseNo: string }[] }>('/my/cases')).body.rows;

const answer = (page: Page, question: string, said: string) => page.getByRole('group', { name: question }).getByText(said, { exact: true }).click();
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const goTo = (page: Page, step: string) => page.getByRole('navigation', { name: '填写步骤' }).getByRole('button', { name: step }).click();

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('统一社会信用代码').fill('91371302ma3c0x1a2b');
  await page.getByLabel('店名').fill('蒙山小馆');
  await page.getByLabel('经营场所').fill('兰山区沂蒙路1号');
  await page.getByLabel('联系电话').fill('13805390000');
  await page.getByText('热食').click();
}

describe('applying online', () => {
  it('asks only what the answers make necessary, shows what the case will consist of, and begins it once', async () => {
    const { page, errors } = await system.visitor();
    await page.goto('/services');
    await page.getByLabel('搜索服务').fill('餐饮');
    await page.getByRole('link', { name: '开办餐饮店' }).click();
    await page.getByRole('link', { name: '网上申请' }).click();
    // Signing in comes back to the form.
    await page.locator('button[name=person][value="citizen-li-ming"]').click();
    await page.getByRole('heading', { level: 2, name: '申请人' }).waitFor();
    expect(await page.getByLabel('身份证号码').inputValue()).toBe(LI_MING.idNumber);
    await page.getByLabel('联系电话').fill('13805390000');
    await next(page);

    await page.getByLabel('经营面积（平方米）').fill('320');
    await answer(page, '是否设置大型户外招牌', '否');
    await answer(page, '是否零售烟草制品', '否');
    const beside = page.getByRole('complementary', { name: '这件事包括什么' });
    await beside.getByText('公众聚集场所投入使用、营业前消防安全检查').waitFor();
    await page.getByLabel('经营面积（平方米）').fill('120');
    await beside.getByText('按您的情况不需要：公众聚集场所投入使用、营业前消防安全检查').waitFor();
    // Not answered yet: one stays, and is told why.
    await next(page);
    expect(await page.getByRole('alert').innerText()).toContain('1');
    expect(await page.getByRole('group', { name: '是否向城镇排水设施排放污水' }).innerText()).toContain('必填');
    await answer(page, '是否向城镇排水设施排放污水', '是');
    await next(page);

    await fillForm(page);
    // What only waste water asks, with its own item; changed one's mind, it is gone.
    await page.getByLabel('日排水量').fill('6');
    await page.getByLabel('统一社会信用代码').fill('9137');
    await next(page);
    await page.getByText('18 位数字或大写字母').waitFor();
    expect(await page.getByLabel('统一社会信用代码').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('统一社会信用代码').fill('91371302ma3c0x1a2b');
    await goTo(page, '您的情况');
    await answer(page, '是否向城镇排水设施排放污水', '否');
    await goTo(page, '申请表');
    expect(await page.getByLabel('日排水量').count()).toBe(0);
    await goTo(page, '申请材料');

    await upload(page, page, '食品经营许可申请书', pdf('申请书.pdf'));
    await page.getByRole('link', { name: '申请书.pdf' }).waitFor();
    await upload(page, page, '从业人员名单', { name: '名单.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') });
    await page.getByText('不接受网页或 SVG 文件').waitFor();
    await page.getByText('取自证照库').waitFor();
    await next(page);

    await page.getByText('3 份材料尚未提供').waitFor();
    const submit = page.getByRole('button', { name: '提交申请' });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByText('以上内容和材料真实').click();
    // The line breaks after the server has done it: the second try is the same submission.
    let lost = 0;
    await page.route('**/api/v1/applications', async (route) => {
      if ((lost += 1) > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await submit.click();
    await page.getByText('暂时连不上服务器').first().waitFor();
    await submit.click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    expect(lost).toBe(2);
    const caseNo = (await page.locator('.begun-number').innerText()).trim();
    expect((await myCases(LI_MING)).map((row) => row.caseNo)).toEqual([caseNo]);
    const { fields, materials, items } = await seenBy('clerk-1', caseNo);
    expect(Object.fromEntries(fields.map(({ code, value }) => [code, value]))).toMatchObject({ creditCode: '91371302MA3C0X1A2B', shopArea: 120, dischargesToSewer: false, businessKind: ['hotFood'] });
    expect(fields.map(({ code }) => code)).not.toContain('dailySewage');
    expect(materials.filter(({ state }) => state === 'supplied').map(({ code }) => code)).toEqual(['food-application']);
    expect(items).toEqual([]);
    // The draft is gone with it.
    await page.goto('/my');
    await page.getByRole('link', { name: '开办餐饮店' }).waitFor();
    expect(await page.getByText('未提交的申请').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('keeps what was typed: over a reload, on another machine, and when the session has ended meanwhile', async () => {
    const { page } = await system.signIn('citizen-sun-yue', '/apply/open-restaurant');
    await page.getByLabel('联系电话').fill('13905391111');
    await goTo(page, '申请表');
    const saved = draftSaved(page, '孙记面馆');
    await page.getByLabel('店名').fill('孙记面馆');
    await saved;
    await page.getByText(/已自动保存/).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: '申请表' }).waitFor();
    expect(await page.getByLabel('店名').inputValue()).toBe('孙记面馆');

    const { page: elsewhere } = await system.signIn('citizen-sun-yue', '/my');
    await elsewhere.getByRole('link', { name: '开办餐饮店' }).click();
    expect(await elsewhere.getByLabel('店名').inputValue()).toBe('孙记面馆');
    await elsewhere.goto('/apply/open-restaurant');
    await elsewhere.getByRole('button', { name: /继续填写/ }).click();
    expect(await elsewhere.getByLabel('店名').inputValue()).toBe('孙记面馆');

    await page.context().clearCookies();
    await page.getByLabel('店名').fill('孙记牛肉面馆');
    await page.getByText('登录已过期，内容还在本页').waitFor();
    await page.reload();
    // The sign-in stands between, and leads back.
    const provider = page.locator('button[name=person][value="citizen-sun-yue"]');
    await provider.or(page.getByLabel('店名')).first().waitFor();
    if (await provider.isVisible()) await provider.click();
    await page.getByLabel('店名').waitFor();
    expect(await page.getByLabel('店名').inputValue()).toBe('孙记牛肉面馆');
  });

  it('is done by an agent too, with a power of attorney, for whoever he names', async () => {
    const { page } = await system.signIn('citizen-wang-fang', '/apply/open-restaurant');
    await page.getByText('代他人办理').click();
    await page.getByLabel('姓名', { exact: true }).fill('赵强');
    await page.getByLabel('身份证号码').fill('99000019900301003');
    await page.getByLabel('联系电话').fill('13705392222');
    await next(page);
    await page.getByText('应为 18 位身份证号码').waitFor();
    await page.getByLabel('身份证号码').fill('990000199003010037');
    // Named, or handed in.
    await next(page);
    await page.getByText('请写明授权委托书，或上传文件').waitFor();
    await page.getByLabel('授权委托书文件').locator('input[type=file]').setInputFiles({ name: '授权委托书.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('link', { name: '授权委托书.png' }).waitFor();
    await page.getByText('请写明授权委托书，或上传文件').waitFor({ state: 'hidden' });
    await page.getByLabel('授权委托书', { exact: true }).fill('2026年3月1日签署，代为申请开办餐饮店');
    await expectAccessible(page);
    await next(page);
    await page.getByLabel('经营面积（平方米）').fill('80');
    for (const question of ['是否设置大型户外招牌', '是否零售烟草制品', '是否向城镇排水设施排放污水']) await answer(page, question, '否');
    await next(page);
    await fillForm(page);
    await goTo(page, '核对提交');
    await page.getByText('2026年3月1日签署，代为申请开办餐饮店、授权委托书.png').waitFor();
    await page.getByText('以上内容和材料真实').click();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    const caseNo = (await page.locator('.begun-number').innerText()).trim();
    expect(await seenBy('clerk-1', caseNo)).toMatchObject({ applicant: { name: '赵强', idNumber: '990000199003010037' }, agent: { name: '王芳', powerOfAttorney: '2026年3月1日签署，代为申请开办餐饮店' } });
    // He whom it is for finds it among his own, and by what it was applied for in his name.
    const { page: principal } = await system.signIn('citizen-zhao-qiang', '/my');
    await principal.getByText(caseNo).waitFor();
    await principal.goto(`/cases/${caseNo}`);
    const file = principal.locator('.facts').getByRole('link', { name: '文件 1' });
    await file.waitFor();
    const opened = await principal.request.get((await file.getAttribute('href'))!);
    expect([opened.status(), opened.headers()['content-type'], (await opened.body()).equals(PNG)]).toEqual([200, 'image/png', true]);
  });
});

describe('axe finds nothing serious on a screen or a phone, in Chinese or English, and nothing is wider than it', () => {
  it('on the pages for everybody', async () => {
    const { page, errors } = await system.visitor();
    for (const path of ['/services', '/services/transfer-house', '/progress', '/verify']) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      await page.locator('main .card').first().waitFor();
      await expectAccessibleInEveryWay(page);
    }
    expect(errors).toEqual([]);
  }, 180_000);

  it('on every step of a form, with what is wrong in it', async () => {
    const { page, errors } = await system.signIn('citizen-chen-jing', '/apply/transfer-house?draft=looked-at');
    const steps = page.locator('.gf-steps button');
    await steps.first().waitFor();
    expect(await steps.count()).toBe(5);
    for (let step = 0; step < 5; step += 1) {
      await steps.nth(step).click();
      const on = page.locator('.gf-actions button[type=submit]');
      if (await on.count() > 0) await on.click();
      await expectAccessibleInEveryWay(page);
    }
    expect(errors).toEqual([]);
  }, 180_000);
});
