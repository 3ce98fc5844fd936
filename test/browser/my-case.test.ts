import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { LI_MING, pdf, upload } from './support/applicant-desk.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, PHONE, startConsoleSystem } from './support/console-system.ts';

const EXAMINED = { 'market-regulation': ['business-licence-check', 'food-licence'], health: ['staff-health'] } as const;

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ services: ['open-restaurant', 'transfer-house'] });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { order, seenBy } = arranging(() => system);

/** Submitted by the applicant and found ready by the window. */
async function received(applicant: { readonly name: string; readonly kind: string; readonly idNumber: string; readonly phone: string } = LI_MING): Promise<string> {
  const { status, body } = await (await system.as(applicant)).post<{ caseNo: string }>('/applications', { ...RECEIPT, applicant });
  expect([status, body]).toMatchObject([201, {}]);
  await order('clerk-1', body.caseNo, 'answerPreReview', { ready: true });
  return body.caseNo;
}

async function examined(caseNo: string, { defects = {} }: { readonly defects?: Readonly<Record<string, unknown>> } = {}): Promise<void> {
  for (const [department, items] of Object.entries(EXAMINED)) {
    for (const item of items) await order(`reviewer-${department}-1`, caseNo, 'examine', defects[item] ? { item, answer: 'deficient', defects: defects[item] } : { item, answer: 'complete' });
  }
}

describe('a case of mine', () => {
  it('is answered by the window in advance: what is missing is added there and submitted again', async () => {
    const { body: { caseNo } } = await (await system.as(LI_MING)).post<{ caseNo: string }>('/applications', { service: 'open-restaurant', region: '371302', applicant: LI_MING, form: RECEIPT.form });
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
    const { preReview, fields, materials } = await seenBy('clerk-1', caseNo);
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
    const { clocks } = await seenBy('clerk-1', caseNo);
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
    expect((await seenBy('clerk-1', caseNo)).notice!.lines.every((one) => one.answer !== null)).toBe(true);
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
    expect((await seenBy('clerk-1', caseNo)).rating).toMatchObject({ level: 2, text: '等得太久', mustBeRectified: true });
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
    const { consents } = await seenBy('clerk-1', body.caseNo);
    expect(consents.map(({ name, agrees }) => [name, agrees])).toEqual([['孙悦', null], ['赵强', true]]);
    expect(errors).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const caseNo = await received();
    const { page } = await system.signIn('citizen-chen-jing', `/my/${caseNo}`);
    await page.getByText('case.unknown').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('蒙山小馆');
  });

  it('axe finds nothing serious on my cases, nor on one that has something for me to do', async () => {
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
