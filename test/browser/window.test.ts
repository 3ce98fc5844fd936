import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import type { Draft } from '../../client/api/client/generated.ts';
import { pdfText } from '../../client/documents/test-support/pdf-text.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { arranging, onPaper } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { draftSaved } from './support/draft-saved.ts';
import { pressUntil, typeInto } from './support/keyboard.ts';
import { paperInstead, printedPapers } from './support/printer.ts';

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ services: ['open-restaurant', 'open-hotel', 'transfer-house'], furtherServices: ['music-bar'] });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { receive, order, examine, seenBy } = arranging(() => system);

const received = (form: Readonly<Record<string, unknown>> = {}) => receive({ ...RECEIPT, form: { ...RECEIPT.form, ...form }, materials: onPaper(['food-application']) });

/** All three items are granted: the results wait at the window. */
async function granted(): Promise<string> {
  const caseNo = await received();
  await examine(caseNo, { 'market-regulation': ['business-licence-check', 'food-licence'], health: ['staff-health'] });
  await order('reviewer-market-regulation-1', caseNo, 'proposeGrant', { item: 'food-licence', opinion: '符合条件' });
  await order('approver-market-regulation-1', caseNo, 'confirm', { item: 'food-licence', opinion: '同意' });
  await order('reviewer-health-1', caseNo, 'proposeGrant', { item: 'staff-health', opinion: '符合条件' });
  expect((await seenBy('clerk-1', caseNo)).phase).toBe('delivery');
  return caseNo;
}

describe('the window', () => {
  it('receives a restaurant with the keyboard alone, and prints the receipt', async () => {
    const { page, context, errors } = await system.signIn('clerk-1', '/window');
    await paperInstead(context);
    await page.reload();
    await page.getByRole('heading', { name: '最近收件' }).waitFor();
    await page.keyboard.press('Alt+n');
    await page.waitForURL('**/window/receive');
    await focused(page, '服务名称');
    await page.keyboard.type('餐饮');
    await page.getByRole('heading', { level: 2, name: '开办餐饮店' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/window/receive/open-restaurant');
    // Who.
    await focused(page, '姓名');
    await page.keyboard.type('欧阳若兰');
    await typeInto(page, '身份证号码', '37130219900101001');
    await page.keyboard.press('Enter');
    // A number that is too short is said at once, and the focus is there.
    await focused(page, '身份证号码');
    expect(await page.locator('#who-idNumber-told').innerText()).not.toBe('');
    await page.keyboard.press('End');
    await page.keyboard.type('4');
    await typeInto(page, '联系电话', '13805390000');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '您的情况' }).waitFor();
    // The situation: what it will consist of stands beside it.
    await typeInto(page, '经营面积（平方米）', '120');
    await pressUntil(page, 'Tab', '是否设置大型户外招牌');
    await page.keyboard.press('Space');
    await page.locator('.gf-beside', { hasText: '设置大型户外广告审批' }).waitFor();
    await page.keyboard.press('ArrowRight');
    for (const question of ['是否零售烟草制品', '是否向城镇排水设施排放污水']) {
      await pressUntil(page, 'Tab', question);
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '申请表' }).waitFor();
    await typeInto(page, '统一社会信用代码', '91371302MA3C0X1A2B');
    await typeInto(page, '店名', '蒙山小馆');
    await typeInto(page, '经营场所', '沂蒙路1号');
    await typeInto(page, '联系电话', '13805390000');
    await pressUntil(page, 'Tab', '热食');
    await page.keyboard.press('Space');
    await pressUntil(page, 'Tab', '下一步');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor();
    await pressUntil(page, 'Tab', '食品经营许可申请书');
    await page.keyboard.press('Space');
    await pressUntil(page, 'Tab', '下一步');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '核对提交' }).waitFor();
    await expectAccessible(page);
    await pressUntil(page, 'Tab', /收件$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/window/received/*');
    // Received: the receipt is one key away.
    const caseNo = new URL(page.url()).pathname.split('/').at(-1)!;
    await focused(page, /^打印凭证/);
    await page.keyboard.press('Enter');
    await page.getByText('凭证已送往打印。').waitFor();
    const [paper] = await printedPapers(page);
    const { text } = await pdfText(Buffer.from(paper!, 'base64'));
    const code = (await (await system.as('clerk-1')).get<{ code: string }>(`/cases/${caseNo}/progress-code`)).body.code;
    expect(text).toContain(caseNo);
    expect(text).toContain(code);
    expect((await page.locator('.big.code').innerText()).replace(' ', '')).toBe(code);
    const seen = await seenBy('clerk-1', caseNo);
    expect(seen).toMatchObject({ phase: 'examination', region: '371302', applicant: { name: '欧阳若兰', idNumber: '371302199001010014' } });
    expect(seen.fields.find((field) => field.code === 'businessKind')!.value).toEqual(['hotFood']);
    expect(seen.materials.find((material) => material.code === 'food-application')).toMatchObject({ state: 'supplied', form: 'paper' });
    await page.keyboard.press('Alt+n');
    await page.waitForURL('**/window/receive');
    await focused(page, '服务名称');
    expect(errors).toEqual([]);
  });

  it('prints of the page of a receipt nothing but the slip', async () => {
    const caseNo = await received();
    const { page } = await system.signIn('clerk-1', `/window/received/${caseNo}`);
    await page.getByRole('img', { name: '进度查询二维码' }).waitFor();
    const { text, pages } = await pdfText(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    expect(text).toContain(caseNo);
    expect(text).not.toContain('打印凭证');
  });

  it('keeps an unfinished receipt, and goes on with it', async () => {
    const { page } = await system.signIn('clerk-2', '/window/receive/open-restaurant');
    await focused(page, '姓名');
    await page.keyboard.type('钱进');
    await page.getByText(/^已自动保存/).waitFor();
    await page.goto('/window/receive');
    await page.getByRole('link', { name: '钱进 · 开办餐饮店' }).click();
    await page.locator('#who-name').waitFor();
    expect(await page.locator('#who-name').inputValue()).toBe('钱进');
    await page.goto('/window/receive');
    await page.getByRole('button', { name: '放弃：钱进' }).click();
    await page.getByRole('heading', { name: '未完成的收件' }).waitFor({ state: 'hidden' });
    expect((await (await system.as('clerk-2')).get('/drafts')).body).toEqual([]);
  });

  it('is left and gone on with at once: what was typed before and after is there', async () => {
    const { page, errors } = await system.signIn('clerk-1', '/window/receive/open-restaurant');
    await focused(page, '姓名');
    const named = draftSaved(page, '周舟');
    await page.keyboard.type('周舟');
    await named;
    const leaveAndReturn = async () => {
      await page.getByRole('link', { name: '换一个服务' }).click();
      await page.getByRole('link', { name: '周舟 · 开办餐饮店' }).click();
      await page.locator('#who-name').waitFor();
    };
    await leaveAndReturn();
    const called = draftSaved(page, '13605390022');
    await page.getByLabel('联系电话').fill('13605390022');
    await called;
    await leaveAndReturn();
    expect([await page.locator('#who-name').inputValue(), await page.getByLabel('联系电话').inputValue()]).toEqual(['周舟', '13605390022']);
    const numbered = draftSaved(page, '371302199001010014');
    await page.getByLabel('身份证号码').fill('371302199001010014');
    await numbered;
    const { body } = await (await system.as('clerk-1')).get<Draft[]>('/drafts');
    expect(body.map((draft) => draft.body['applicant'])).toContainEqual({ name: '周舟', kind: 'person', idNumber: '371302199001010014', phone: '13605390022' });
    expect(errors).toEqual([]);
  });

  it('says before the receipt whose consent it has seen, and what is wrong with an item examined on the spot', async () => {
    const form = {
      houseAddress: '兰山区沂蒙路88号3-502', certificateNumber: '鲁2019临沂不动产权第0012345号', sellerName: '孙浩', sellerId: '371302197906060031', buyerName: '唐静', buyerId: '371302199001010014', boughtTogether: false,
      price: 96.5, heldTwoYears: true, contactPhone: '13605390013', objectionRecorded: false,
    };
    const body = { step: 'review', region: '371302', applicant: { name: '唐静', kind: 'person', idNumber: '371302199001010014', phone: '13605390013' }, form, materials: [{ material: 'sales-contract', form: 'paper', files: [] }, { material: 'tax-declaration', form: 'paper', files: [] }] };
    expect((await (await system.as('clerk-1')).send('PUT', '/drafts/a-house', { service: 'transfer-house', body })).status).toBe(204);
    const { page, errors } = await system.signIn('clerk-1', '/window/receive/transfer-house?draft=a-house');
    await page.getByLabel(/孙浩 的同意文书$/).waitFor();
    const receive = page.getByRole('button', { name: /收件$/ });
    await receive.click();
    await page.getByRole('alert').getByText('receipt.consentMissing').waitFor();
    await page.getByLabel(/孙浩 的同意文书$/).fill('买卖双方申请书，当面签字');
    await page.getByRole('button', { name: '指出需补正的内容' }).click();
    await page.getByLabel('字段或材料').fill('房屋买卖合同');
    await page.keyboard.press('Enter');
    await page.getByLabel('问题').fill('缺第二页');
    await page.getByLabel('应当补充').fill('补交全本合同');
    await page.keyboard.press('Enter');
    await page.getByText('1 处需补正').waitFor();
    await expectAccessible(page);
    await receive.click();
    await page.waitForURL('**/window/received/*');
    const seen = await seenBy('clerk-1', new URL(page.url()).pathname.split('/').at(-1)!);
    expect(seen.items.find((item) => item.id === 'transfer-registration')).toMatchObject({ state: 'deficient', work: { defects: [{ target: { material: 'sales-contract' }, problem: '缺第二页', supply: '补交全本合同' }] } });
    expect(seen.permitted).toContainEqual({ do: 'correctOnSpot', item: null });
    expect(errors).toEqual([]);
  });

  it('takes in what a neighbour says of his right to a hearing', async () => {
    const { body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { service: 'open-music-bar', region: '371302', applicant: APPLICANT, form: { barName: '星光', neighbour: '王邻居', opensBar: false }, materials: [{ material: 'site-plan', form: 'paper' }] });
    const planner = await system.as('reviewer-planning-1');
    await planner.command(body.caseNo, 'examine', { item: 'planning-permit', answer: 'complete' });
    expect((await planner.command(body.caseNo, 'tellHearingRight', { item: 'planning-permit', service: '直接送达、本人签收', parties: [{ id: '371302198803030031', name: '王邻居' }] })).body).toMatchObject({ changes: expect.arrayContaining(['hearingRightTold']) });
    const { page, errors } = await system.signIn('clerk-1', `/window/cases/${body.caseNo}`);
    await page.locator('#requestHearing summary').click();
    await page.getByRole('radio', { name: /王邻居/ }).check();
    await page.getByRole('radio', { name: '放弃听证' }).check();
    await page.getByText('放弃听证，可以附陈述、申辩意见').waitFor();
    await page.getByLabel(/^陈述、申辩意见/).fill('同意建设，望夜间停工');
    await expectAccessible(page);
    await page.getByRole('button', { name: '收下并登记' }).click();
    await page.getByRole('radio', { name: /王邻居/ }).waitFor({ state: 'detached' });
    const { hearing } = (await seenBy('clerk-1', body.caseNo)).items[0]!;
    expect(hearing).toMatchObject({ rights: [{ persons: [APPLICANT.idNumber, '371302198803030031'], waived: ['371302198803030031'] }], statements: [{ by: '371302198803030031', text: '同意建设，望夜间停工' }] });
    // Who else was told of it may still ask.
    await page.getByRole('radio', { name: /欧阳若兰/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('corrects on the spot: what is listed against it is taken off the list', async () => {
    const caseNo = await received();
    await (await system.as('reviewer-market-regulation-1')).command(caseNo, 'examine', {
      item: 'food-licence', answer: 'deficient', defects: [{ target: { field: 'shopAddress' }, problem: '地址不完整', supply: '写明门牌号' }, { target: { material: 'floor-plan' }, problem: '缺平面图', supply: '补交平面图' }],
    });
    const { page, errors } = await system.signIn('clerk-1', `/window/cases/${caseNo}`);
    await page.locator('#correctOnSpot summary').click();
    await page.getByText('地址不完整 → 写明门牌号').waitFor();
    await page.getByRole('button', { name: '更正：经营场所' }).click();
    await page.getByLabel('经营场所').fill('沂蒙路1号2单元101');
    await page.locator('.materials > li', { hasText: '场所和消防设施平面图' }).getByRole('checkbox').check();
    await page.getByText('将更正 1 个字段、1 份材料。').waitFor();
    await page.getByLabel('更正说明').fill('当面核对房产证');
    await page.getByRole('button', { name: '当场更正' }).click();
    await page.getByText('尚未更正任何内容。').waitFor();
    expect(await page.getByText('地址不完整 → 写明门牌号').count()).toBe(0);
    const seen = await seenBy('clerk-1', caseNo);
    expect(seen.fields.find((field) => field.code === 'shopAddress')!.value).toBe('沂蒙路1号2单元101');
    expect(seen.items.find((item) => item.id === 'food-licence')).toMatchObject({ work: { defects: [] } });
    expect(seen.notice).toBeNull();
    expect(errors).toEqual([]);
  });

  it('offers only what may be done, and hands results over: one by courier, served when its parcel was signed for, the others picked up', async () => {
    const caseNo = await granted();
    const { page, errors } = await system.signIn('clerk-1', '/window');
    await page.getByRole('region', { name: /^窗口待办/ }).getByRole('listitem').filter({ hasText: caseNo }).getByRole('link').click();
    await page.waitForURL(`**/window/cases/${caseNo}#handOver`);
    await page.locator('#handOver').waitFor();
    expect(await page.locator('.action').count()).toBe(1);
    await page.getByRole('checkbox', { name: /食品经营许可/ }).uncheck();
    await page.getByLabel('收件人').fill('李四');
    await page.getByLabel('与申请人的关系').fill('配偶');
    await page.getByRole('button', { name: '出件（2 个结果）' }).click();
    await page.getByRole('button', { name: '出件（1 个结果）' }).waitFor();
    await page.getByRole('radio', { name: '邮寄' }).check();
    await page.getByLabel('运单号').fill('SF1234567890');
    await page.getByRole('button', { name: '出件（1 个结果）' }).click();
    await page.getByText('待签收').waitFor();
    await page.getByRole('button', { name: '登记送达' }).click();
    await page.getByText('待签收').waitFor({ state: 'hidden' });
    const seen = await seenBy('clerk-1', caseNo);
    expect(Object.fromEntries(seen.items.map((item) => [item.id, [item.delivery!.way, item.delivery!.servedOn === null]]))).toEqual({ 'business-licence-check': ['pickUp', false], 'staff-health': ['pickUp', false], 'food-licence': ['courier', false] });
    expect(seen.phase).toBe('closed');
    expect(errors).toEqual([]);
  });

  it('finds a case by how its number or its applicant’s name begins', async () => {
    await received();
    const caseNo = await received();
    const { page } = await system.signIn('clerk-1', '/window');
    await page.keyboard.press('Alt+s');
    await page.keyboard.type('若兰');
    await page.keyboard.press('Enter');
    await page.getByText('没有找到。').waitFor();
    await page.keyboard.press('Alt+s');
    await page.keyboard.type('欧阳');
    await page.keyboard.press('Enter');
    await page.locator('search').getByText(caseNo).waitFor();
    await page.keyboard.press('Alt+s');
    await page.keyboard.type(caseNo);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/window/cases/${caseNo}`);
  });

  it('is for clerks', async () => {
    const { page } = await system.signIn('reviewer-health-1', '/window');
    await page.getByRole('alert').getByText(/^right\./).waitFor();
    await page.goto(`/window/received/${await received()}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.slip').count()).toBe(0);
  });

  it('axe finds nothing serious on a screen or a phone, in Chinese or English, and nothing is wider than the screen', async () => {
    const [running, ready] = await Promise.all([received(), granted()]);
    const { page, errors } = await system.signIn('clerk-1', '/window');
    const shown: Record<string, string> = {
      '/window': '.work-rows li', '/window/receive': '.service-list li', '/window/receive/open-restaurant': '.gf-main', [`/window/received/${running}`]: '.slip-qr',
      [`/window/cases/${ready}#handOver`]: '#handOver form', [`/window/cases/${running}#correctOnSpot`]: '#correctOnSpot .materials li',
    };
    for (const [path, selector] of Object.entries(shown)) {
      await page.goto(path);
      await page.locator(selector).first().waitFor();
      await expectAccessibleInEveryWay(page);
    }
    expect(errors).toEqual([]);
  }, 240_000);
});

/** Waits until the focus is on what is called so. */
async function focused(page: Page, name: string | RegExp): Promise<void> {
  await pressUntil(page, null, name);
}
