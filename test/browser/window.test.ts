import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { upload, type UploadedFile } from '../../client/api/test-support/uploads.ts';
import type { Draft } from '../../client/api/client/generated.ts';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { pdf, PNG } from '../../store/files/test-support/sample-files.ts';
import { pdfText } from '../../client/documents/test-support/pdf-text.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { draftSaved } from './support/draft-saved.ts';
import { drawn } from './support/drawn.ts';
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

const seenBy = async (person: string, caseNo: string) => (await (await system.as(person)).get<SeenCase>(`/cases/${caseNo}`)).body;

async function received(form: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, form: { ...RECEIPT.form, ...form }, materials: [{ material: 'food-application', form: 'paper' }] });
  expect([status, body]).toMatchObject([201, {}]);
  return body.caseNo;
}

async function submitted(): Promise<string> {
  const citizen = await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
  return (await citizen.post<{ caseNo: string }>('/applications', RECEIPT)).body.caseNo;
}

/** All three items are granted: the results wait at the window. */
async function granted(): Promise<string> {
  const caseNo = await received();
  const [market, approver, health] = await Promise.all([system.as('reviewer-market-regulation-1'), system.as('approver-market-regulation-1'), system.as('reviewer-health-1')]);
  const complete = { 'business-licence-check': market, 'food-licence': market, 'staff-health': health };
  await Promise.all(Object.entries(complete).map(([item, reviewer]) => reviewer.command(caseNo, 'examine', { item, answer: 'complete' })));
  await market.command(caseNo, 'proposeGrant', { item: 'food-licence', opinion: '符合条件' });
  await approver.command(caseNo, 'confirm', { item: 'food-licence', opinion: '同意' });
  await health.command(caseNo, 'proposeGrant', { item: 'staff-health', opinion: '符合条件' });
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

  it('answers a pre-review: what is missing, on the field and the material itself', async () => {
    const { page, errors } = await system.signIn('clerk-1', '/window');
    await page.getByRole('heading', { name: '待预审' }).waitFor();
    // The desk follows what comes in.
    const caseNo = await submitted();
    const row = page.getByRole('region', { name: /^待预审/ }).getByRole('listitem').filter({ hasText: caseNo });
    await row.waitFor();
    await row.getByRole('button', { name: /^认领/ }).click();
    await row.getByText('我的').waitFor();
    await row.getByRole('link').click();
    await page.getByRole('button', { name: '标注所缺：经营场所' }).click();
    await page.keyboard.type('地址不完整');
    await page.keyboard.press('Enter');
    await page.keyboard.type('写明门牌号');
    await page.getByRole('button', { name: '标注所缺：场所和消防设施平面图' }).click();
    await page.keyboard.type('没有提交');
    expect(await page.getByRole('button', { name: '告知所缺（1 处）' }).isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.type('补交平面图');
    await page.getByRole('button', { name: '告知所缺（2 处）' }).click();
    await page.waitForURL('**/window');
    expect((await seenBy('clerk-1', caseNo)).preReview).toMatchObject({
      outcome: 'missing',
      missing: [{ target: { field: 'shopAddress' }, problem: '地址不完整', supply: '写明门牌号' }, { target: { material: 'floor-plan' }, problem: '没有提交', supply: '补交平面图' }],
    });
    expect(errors).toEqual([]);
  });

  it('shows the files of a draft beside its list: pictures and PDFs here, nothing of them run', async () => {
    const citizen = await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
    const [picture, paper] = await Promise.all([upload(system, citizen, PNG, { name: '平面图.png', type: 'image/png' }), upload(system, citizen, await pdf(), { name: '申请书.pdf' })]);
    const files = ({ id, sha256, size, type }: UploadedFile) => [{ id, sha256, size, type }];
    const begun = await citizen.post<{ caseNo: string }>('/applications', { ...RECEIPT, materials: [{ material: 'floor-plan', form: 'file', files: files(picture.body) }, { material: 'food-application', form: 'file', files: files(paper.body) }] });
    const { page, errors } = await system.signIn('clerk-1', `/window/pre-reviews/${begun.body.caseNo}`);
    await page.getByRole('button', { name: /^查看：场所和消防设施平面图/ }).click();
    await drawn(page.getByRole('img', { name: /^场所和消防设施平面图/ }));
    await page.getByRole('button', { name: /^查看：食品经营许可申请书/ }).click();
    await page.locator('.file-open iframe[src^="blob:"]').waitFor();
    expect(errors).toEqual([]);
  });

  it('finds a draft ready: it is received, and its receipt is at hand', async () => {
    const caseNo = await submitted();
    const { page } = await system.signIn('clerk-2', `/window/pre-reviews/${caseNo}`);
    await page.getByText('食品经营许可申请书').waitFor();
    await page.getByRole('button', { name: '齐备，收件' }).click();
    await page.waitForURL(`**/window/received/${caseNo}`);
    await page.getByRole('heading', { level: 1, name: '已收件' }).waitFor();
    expect((await seenBy('clerk-1', caseNo)).phase).toBe('examination');
  });

  it('leaves to a colleague what he has claimed', async () => {
    const caseNo = await submitted();
    await (await system.as('clerk-2')).post('/inbox/claim', { tasks: [{ caseNo, taskId: 'answerPreReview' }] });
    const { page } = await system.signIn('clerk-1', `/window/pre-reviews/${caseNo}`);
    await page.getByText(/正在办理$/).waitFor();
    await page.getByRole('button', { name: '齐备，收件' }).click();
    await page.getByRole('dialog').getByText('task.claimedByOther').waitFor();
    expect((await seenBy('clerk-1', caseNo)).phase).toBe('preReview');
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
    const [running, draft, ready] = await Promise.all([received(), submitted(), granted()]);
    const { page, errors } = await system.signIn('clerk-1', '/window');
    const shown: Record<string, string> = {
      '/window': '.work-rows li', '/window/receive': '.service-list li', '/window/receive/open-restaurant': '.gf-main', [`/window/received/${running}`]: '.slip-qr',
      [`/window/pre-reviews/${draft}`]: '.materials li', [`/window/cases/${ready}#handOver`]: '#handOver form', [`/window/cases/${running}#correctOnSpot`]: '#correctOnSpot .materials li',
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
