import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { PNG } from '../../store/files/test-support/sample-files.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, PHONE, startConsoleSystem } from './support/console-system.ts';
import { draftSaved } from './support/draft-saved.ts';

const LI_MING = { name: '李明', kind: 'person', idNumber: '990000198001010012', phone: '13805390000' } as const;
const FORM = {
  creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '沂蒙路1号', shopArea: 120, contactPhone: '13805390000', businessKind: ['hotFood'], hasSignboard: false, sellsTobacco: false, dischargesToSewer: false,
};
const EXAMINED = { 'market-regulation': ['business-licence-check', 'food-licence'], health: ['staff-health'] } as const;

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ services: ['open-restaurant', 'transfer-house'] });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const seen = async (caseNo: string) => (await (await system.as('clerk-1')).get<SeenCase>(`/cases/${caseNo}`)).body;
const myCases = async ({ name, idNumber }: { readonly name: string; readonly idNumber: string }) => (await (await system.as({ name, idNumber })).get<{ rows: { caseNo: string }[] }>('/my/cases')).body.rows;

async function order(person: string, caseNo: string, name: string, args: Record<string, unknown>): Promise<void> {
  const { status, body } = await (await system.as(person)).command(caseNo, name, args);
  expect([name, status, body]).toMatchObject([name, 200, {}]);
}

/** Submitted by the applicant and found ready by the window. */
async function received(applicant: { readonly name: string; readonly kind: string; readonly idNumber: string; readonly phone: string } = LI_MING): Promise<string> {
  const { status, body } = await (await system.as(applicant)).post<{ caseNo: string }>('/applications', { service: 'open-restaurant', region: '371302', applicant, form: FORM });
  expect([status, body]).toMatchObject([201, {}]);
  await order('clerk-1', body.caseNo, 'answerPreReview', { ready: true });
  return body.caseNo;
}

async function examined(caseNo: string, { defects = {} }: { readonly defects?: Readonly<Record<string, unknown>> } = {}): Promise<void> {
  for (const [department, items] of Object.entries(EXAMINED)) {
    for (const item of items) await order(`reviewer-${department}-1`, caseNo, 'examine', defects[item] ? { item, answer: 'deficient', defects: defects[item] } : { item, answer: 'complete' });
  }
}

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF`) });

async function upload(page: Page, within: Page | Locator, material: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), within.getByRole('button', { name: `选择文件：${material}` }).click()]);
  await chooser.setFiles([file]);
}

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
    const { fields, materials, items } = await seen(caseNo);
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
    expect(await seen(caseNo)).toMatchObject({ applicant: { name: '赵强', idNumber: '990000199003010037' }, agent: { name: '王芳', powerOfAttorney: '2026年3月1日签署，代为申请开办餐饮店' } });
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

describe('a case of mine', () => {
  it('is answered by the window in advance: what is missing is added there and submitted again', async () => {
    const { body: { caseNo } } = await (await system.as(LI_MING)).post<{ caseNo: string }>('/applications', { service: 'open-restaurant', region: '371302', applicant: LI_MING, form: FORM });
    const { page, errors } = await system.signIn('citizen-li-ming', '/my');
    await Promise.all([page.waitForResponse(/\/events\?case/), page.getByRole('listitem').filter({ hasText: caseNo }).getByRole('link').click()]);
    await page.getByText('窗口正在预审。提交后仍可修改').waitFor();
    await order('clerk-1', caseNo, 'answerPreReview', { missing: [{ target: { field: 'shopName' }, problem: '与执照不一致', supply: '执照上的名称' }, { target: { material: 'floor-plan' }, problem: '没有提供', supply: '平面图一份' }] });
    await page.getByRole('heading', { name: /预审：还缺 2 项/ }).waitFor();
    await page.getByLabel('店名').fill('蒙山小馆餐饮店');
    await upload(page, page, '场所和消防设施平面图', pdf('平面图.pdf'));
    await page.getByRole('link', { name: '平面图.pdf' }).waitFor();
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.getByText('窗口正在预审。提交后仍可修改').waitFor();
    const { preReview, fields, materials } = await seen(caseNo);
    expect(preReview).toMatchObject({ submissions: 2, outcome: null });
    expect(fields.find(({ code }) => code === 'shopName')!.value).toBe('蒙山小馆餐饮店');
    expect(fields.find(({ code }) => code === 'shopAddress')!.value).toBe('沂蒙路1号');
    expect(materials.find(({ code }) => code === 'floor-plan')!.state).toBe('supplied');
    expect(errors).toEqual([]);
  });

  it('is corrected on a phone, line by line, from the one notice', async () => {
    const caseNo = await received();
    await examined(caseNo, { defects: {
      'food-licence': [{ target: { field: 'shopArea' }, problem: '与平面图不符', supply: '按图填写' }, { target: { material: 'floor-plan' }, problem: '缺少', supply: '平面图一份' }],
      'staff-health': [{ target: { material: 'staff-list' }, problem: '缺少', supply: '名单一份' }],
    } });
    const { page, errors } = await system.signIn('citizen-li-ming', `/my/${caseNo}`, { viewport: PHONE });
    const list = page.getByRole('region', { name: /需要您补正/ });
    await list.getByText('已补正 0/3').waitFor();
    const { clocks } = await seen(caseNo);
    const [year, month, day] = clocks.find(({ kind }) => kind === 'correction')!.dueOn!.split('-').map(Number);
    expect(await list.innerText()).toContain(`截止 ${year}年${month}月${day}日`);
    const line = (name: string) => list.getByRole('listitem').filter({ hasText: name });
    await line('场所和消防设施平面图').getByRole('button', { name: '提交这一项' }).click();
    await line('场所和消防设施平面图').getByText('请上传材料，或填写说明').waitFor();
    await upload(page, line('场所和消防设施平面图'), '场所和消防设施平面图', pdf('图.pdf'));
    await line('场所和消防设施平面图').getByRole('link', { name: '图.pdf' }).waitFor();
    await expectAccessible(page);
    await line('场所和消防设施平面图').getByRole('button', { name: '提交这一项' }).click();
    await list.getByText('已补正 1/3').waitFor();
    // It would need an item that is not in the case: refused, with the reason, and what was typed is there still.
    const area = line('经营面积（平方米）');
    await area.getByRole('spinbutton').fill('320');
    await area.getByLabel('说明').fill('按平面图');
    await area.getByRole('button', { name: '提交这一项' }).click();
    const refusal = page.getByRole('dialog', { name: '未能完成' });
    await refusal.getByText('correction.addsItem').waitFor();
    await refusal.getByRole('button', { name: '知道了' }).click();
    expect(await area.getByLabel('说明').inputValue()).toBe('按平面图');
    await area.getByRole('spinbutton').fill('118');
    await area.getByRole('button', { name: '提交这一项' }).click();
    await list.getByText('已补正 2/3').waitFor();
    await line('从业人员名单').getByLabel('说明').fill('开业前招聘，名单随后提供');
    await line('从业人员名单').getByRole('button', { name: '提交这一项' }).click();
    await page.locator('.phases [aria-current=step]', { hasText: '复核' }).waitFor();
    expect((await seen(caseNo)).notice!.lines.every((one) => one.answer !== null)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('is followed by its number and code without signing in; a wrong code tells nothing', async () => {
    const caseNo = await received();
    const { page: own } = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
    const code = (await own.locator('.code').innerText()).trim();
    const { page } = await system.visitor();
    await page.goto('/progress');
    await page.getByLabel('办件编号').fill(caseNo);
    await page.getByLabel('查询码').fill('AAAAAAAAAA');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByText('办件编号或查询码不正确').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('餐饮');
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('heading', { name: '开办餐饮店' }).waitFor();
    const told = await page.locator('main').innerText();
    expect(told).toContain('食品经营许可（新办）');
    for (const personal of ['李明', '蒙山小馆', '13805390000', LI_MING.idNumber]) expect(told).not.toContain(personal);
    expect(new URL(page.url()).search).toBe(`?case=${caseNo}&code=${code}`);
  });

  it('has papers that anybody may check', async () => {
    const caseNo = await received();
    const { page } = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
    await page.getByRole('link', { name: '核验：申请材料接收凭证' }).click();
    await page.getByRole('heading', { name: '真实有效的记录' }).waitFor();
    const hash = await page.getByLabel('校验码').inputValue();
    await page.getByLabel('校验码').fill(`${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`);
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { name: '与存档不一致' }).waitFor();
    await page.getByLabel('文书编号').fill('371302-19990101-0001-收1');
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByText('document.unknown').waitFor();
  });

  it('can lose an item, is complained about, and is rated when it is closed; of a bad rating it says what follows', async () => {
    const caseNo = await received();
    await examined(caseNo);
    const { page, errors } = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
    await page.getByRole('button', { name: '撤回事项：食品经营许可（新办）' }).click();
    const sure = page.getByRole('dialog');
    await sure.getByLabel('原因').fill('先不做热食');
    await expectAccessible(page);
    await sure.getByRole('button', { name: '确认撤回' }).click();
    await sure.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: '各事项办理情况' }).getByText('已撤回').waitFor();
    await page.getByRole('button', { name: '我要反映问题' }).click();
    await page.getByText('办不成事：').click();
    await page.getByLabel('具体情况').fill('体检一直约不上');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText(/前答复/).waitFor();
    await order('reviewer-health-1', caseNo, 'proposeGrant', { item: 'staff-health', opinion: '符合条件' });
    await order('clerk-1', caseNo, 'handOver', { items: ['business-licence-check', 'staff-health'], way: 'pickUp', recipient: '李明' });
    await page.getByRole('heading', { name: /请评价这次办理/ }).waitFor();
    expect(await page.getByText('差评由监察人员核实').count()).toBe(0);
    await page.getByText('不满意', { exact: true }).click();
    await page.getByText('差评由监察人员核实').waitFor();
    await page.getByLabel('想说的话').fill('等得太久');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('正在核实整改').waitFor();
    expect((await seen(caseNo)).rating).toMatchObject({ level: 2, text: '等得太久', mustBeRectified: true });
    await order('manager-1', caseNo, 'rectifyRating', { measures: '增开体检窗口', followUp: '申请人表示认可' });
    await page.getByText('增开体检窗口').waitFor();
    await page.getByText('申请人表示认可').waitFor();
    expect(errors).toEqual([]);
  });

  it('asks a further person for his consent, shows him no more than that, and lets him say it once', async () => {
    const form = {
      houseAddress: '沂蒙路2号', certificateNumber: '鲁2020临沂不动产权第1号', sellerName: LI_MING.name, sellerId: LI_MING.idNumber, buyerName: '孙悦', buyerId: '990000199508080057', coOwnerName: '赵强', coOwnerId: '990000199003010037',
      boughtTogether: false, price: 80, heldTwoYears: true, objectionRecorded: false, contactPhone: '13805390000',
    };
    const { status, body } = await (await system.as(LI_MING)).post<{ caseNo: string }>('/applications', { service: 'transfer-house', region: '371302', applicant: LI_MING, form });
    expect([status, body]).toMatchObject([201, {}]);
    const { page, errors } = await system.signIn('citizen-zhao-qiang', '/my');
    await page.getByRole('listitem').filter({ hasText: body.caseNo }).getByRole('link').click();
    await page.getByRole('heading', { name: '请您表示是否同意' }).waitFor();
    await page.getByText('出售共有的房屋').waitFor();
    await expectAccessible(page);
    const told = await page.locator('main').innerText();
    for (const other of ['孙悦', '990000199508080057', '13805390000', '撤回整个办件', '进度查询码']) expect(told).not.toContain(other);
    await page.getByRole('button', { name: '我同意' }).click();
    await page.getByRole('region', { name: '须征得的同意' }).getByText('同意', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '我同意' }).count()).toBe(0);
    const { consents } = await seen(body.caseNo);
    expect(consents.map(({ name, agrees }) => [name, agrees])).toEqual([['孙悦', null], ['赵强', true]]);
    expect(errors).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const caseNo = await received();
    const { page } = await system.signIn('citizen-chen-jing', `/my/${caseNo}`);
    await page.getByText('case.unknown').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('蒙山小馆');
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

  it('on my cases, and on one that has something for me to do', async () => {
    const caseNo = await received();
    await examined(caseNo, { defects: { 'staff-health': [{ target: { material: 'staff-list' }, problem: '缺少', supply: '名单一份' }] } });
    const { page, errors } = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
    await page.locator('.asks-lines').waitFor();
    await expectAccessibleInEveryWay(page);
    await page.goto('/my');
    await page.locator('.my-cases h2').first().waitFor();
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 180_000);
});
