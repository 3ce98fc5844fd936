import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT } from '../../client/api/test-support/restaurant.ts';
import { makeSamples } from '../../client/samples/make-samples.ts';
import type { SampleCase } from '../../client/samples/sample-case.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { expectAccessible } from './support/accessible.ts';
import { arranging, onPaper } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { action, choose, sure, told } from './support/department-desk.ts';

const TODAY = dateOf(Date.now() as Instant);
const SHOP = {
  service: 'open-convenience-store',
  form: { entityKind: 'partnership', shopName: '好邻居超市', shopAddress: '兰山区通达路5号', shopArea: 320, ownerName: '何平', contactPhone: '13605390002', foodKind: 'looseOrCooked', hasVendingMachine: false, sellsTobacco: false, hasSignboard: false },
};
const SHOP_MATERIALS = ['registration-application', 'premises-proof', 'partnership-agreement', 'contribution-confirmation', 'food-application', 'process-layout', 'food-safety-rules'];
const { hasVendingMachine: _, ...SMALL_SHOP } = { ...SHOP.form, shopArea: 60, foodKind: 'prepackagedOnly' };
const DISABLED = {
  personName: '吕志强', idNumber: '371302198007070012', age: 46, certificateBusiness: 'levelChange', disabilityKind: 'limbs', contactPhone: '13605390017', cancelledWithinYear: false, minimumLiving: false, claimsLiving: false, claimsCare: false, pensionPaid: false, wantsWork: false,
};
const VETERAN = { veteranName: '丁海涛', idNumber: '371302200204040011', bankAccount: '6222000011116666', contactPhone: '13605390018', dischargedOn: TODAY, placementKind: 'governmentPlaced', waitsForPlacement: true, needsIdentityCard: false, movesInsurance: false, wantsTraining: false };

/** What needs days that have passed: they were received so long ago. */
const LONG_AGO: readonly SampleCase[] = [
  {
    id: 'hearing-today', service: 'open-music-bar', applicant: 'citizen-li-ming', phone: '13800000001', daysAgo: 12, time: '09:00', form: { barName: '星光', neighbour: '陈静', opensBar: true }, materials: ['site-plan'],
    steps: [
      { day: 0, time: '10:00', as: 'reviewer@planning', do: 'examine', with: { item: 'planning-permit', answer: 'complete' } },
      { day: 0, time: '10:10', as: 'reviewer@culture', do: 'examine', with: { item: 'entertainment-licence', answer: 'complete' } },
      {
        day: 1, time: '09:00', as: 'reviewer@culture', do: 'recordHearing',
        with: { item: 'entertainment-licence', announce: { date: TODAY, time: '09:00', place: '政务中心三楼', chair: { id: 'approver-culture-1', name: '听证主持人' }, service: '直接送达', parties: [{ id: '990000197512200040', name: '陈静' }] } },
      },
    ],
  },
  {
    id: 'registration-late', service: 'open-convenience-store', applicant: 'citizen-li-ming', phone: '13800000001', daysAgo: 8, time: '09:00', form: SMALL_SHOP, materials: SHOP_MATERIALS.slice(0, 4),
    steps: ['business-registration', 'food-filing'].map((item) => ({ day: 0, time: '10:00', as: 'reviewer@market-regulation', do: 'examine', with: { item, answer: 'complete' } })),
  },
];

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ simulation: true, services: ['open-convenience-store', 'disability-services', 'veteran-services'], furtherServices: ['music-bar'] });
  await makeSamples(system.client, LONG_AGO);
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { receive, order, examine, seenBy, itemOf, nameOf } = arranging(() => system);
const longAgo = async (id: string) => (await system.store.db.selectFrom('command').select('case_no as caseNo').where('id', '=', `sample/${id}`).executeTakeFirstOrThrow()).caseNo;

/** Received at the window, and found complete by every department. */
async function accepted({ materials, ...receipt }: { readonly materials: readonly string[] } & Record<string, unknown>, examined: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const caseNo = await receive({ region: '371302', applicant: APPLICANT, ...receipt, materials: onPaper(materials) });
  await examine(caseNo, examined);
  return caseNo;
}

/** The business is registered; the food licence waits for its check, the fire check was committed to. */
async function shop(): Promise<string> {
  const caseNo = await accepted({ ...SHOP, materials: SHOP_MATERIALS, committed: ['fire-check'] }, { 'market-regulation': ['business-registration', 'food-licence'], 'fire-rescue': ['fire-check'] });
  await order('reviewer-market-regulation-1', caseNo, 'proposeGrant', { item: 'business-registration', opinion: '材料齐全、符合法定形式。' });
  return caseNo;
}

describe('what a law asks for before the decision', () => {
  it('a check on the site by two officers opens the way to a grant', async () => {
    const caseNo = await shop();
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/food-licence`);
    const propose = await action(page, '提出决定意见');
    await propose.getByText(/目前只能提出不予/).waitFor();
    const check = await action(page, '登记现场核查');
    await check.getByRole('textbox', { name: '地点' }).fill('兰山区通达路5号');
    const officers = await Promise.all(['reviewer-market-regulation-1', 'reviewer-market-regulation-2'].map(nameOf));
    await check.getByRole('button', { name: '再加一名' }).click();
    await check.getByRole('combobox', { name: '第 3 名' }).waitFor();
    await check.getByRole('button', { name: '删除第 3 行' }).click();
    for (const [index, name] of officers.entries()) {
      await choose(page, check.getByRole('combobox', { name: `第 ${index + 1} 名` }), name);
      await check.getByRole('textbox', { name: '执法证号' }).nth(index).fill(`鲁Q00${index + 1}`);
    }
    await check.getByRole('textbox', { name: '核查的内容' }).fill('设备设施布局');
    await check.getByRole('textbox', { name: '核查结果' }).fill('与申报一致。');
    await check.getByRole('button', { name: '登记核查' }).click();
    await sure(page, '登记核查');
    await page.getByText(`${officers[0]} (鲁Q001), ${officers[1]} (鲁Q002)`).waitFor();
    await (await action(page, '提出决定意见')).getByRole('button', { name: '提出：拟准予' }).waitFor();
    const { work } = await itemOf('reviewer-market-regulation-1', caseNo, 'food-licence');
    expect(work!.siteChecks).toMatchObject([{ on: TODAY, officers: [{ name: officers[0], certificate: '鲁Q001' }, { name: officers[1], certificate: '鲁Q002' }] }]);
    expect(errors).toEqual([]);
  });

  it('a hearing is held: its minutes are recorded, the limits go on, and the decision is made on them', async () => {
    const caseNo = await longAgo('hearing-today');
    const { page, errors } = await system.signIn('reviewer-culture-1', `/cases/${caseNo}/items/entertainment-licence`);
    await page.getByText('待举行').waitFor();
    await page.getByText(`${TODAY} 09:00 在政务中心三楼举行，主持人听证主持人`).waitFor();
    const minutes = await action(page, '登记听证笔录');
    await minutes.getByRole('textbox', { name: '出席人员' }).fill('李明\n陈静');
    await minutes.getByRole('textbox', { name: '审查人员提出的证据和理由' }).fill('噪声检测报告符合标准。');
    await minutes.getByRole('textbox', { name: '陈述、申辩和质证' }).fill('陈静要求夜间停业，申请人同意。');
    await minutes.getByRole('button', { name: '登记笔录' }).click();
    await minutes.getByText('请填写').waitFor();
    await minutes.getByRole('textbox', { name: '签字人员' }).fill('李明、陈静');
    await expectAccessible(page);
    await minutes.getByRole('button', { name: '登记笔录' }).click();
    await sure(page, '登记笔录');
    await page.getByRole('link', { name: '听证笔录' }).waitFor();
    await page.getByText('已了结').waitFor();
    const propose = await action(page, '提出决定意见');
    await propose.getByRole('textbox', { name: '承办意见' }).fill('听证无异议，建议准予。');
    await propose.getByRole('button', { name: '提出：拟准予' }).click();
    await page.locator('.proposed').getByText('拟准予').waitFor();
    const seen = await seenBy('reviewer-culture-1', caseNo);
    const item = seen.items.find(({ id }) => id === 'entertainment-licence')!;
    expect(item).toMatchObject({ state: 'grantProposed', hearing: { stage: 'over', minutes: { on: TODAY } } });
    expect(seen.clocks.filter((clock) => clock.item === item.id && clock.open).map(({ suspended }) => suspended)).not.toContain(true);
    expect(errors).toEqual([]);
  });
});

describe('time', () => {
  it('more of it for all items is asked for by a department and given by the head of the government, not by its own', async () => {
    const caseNo = await shop();
    const { page, errors } = await system.signIn('reviewer-fire-rescue-1', `/cases/${caseNo}/items/fire-check`);
    const joint = await action(page, '联合办理时限的延期');
    await joint.getByRole('spinbutton', { name: '延长' }).fill('10');
    await joint.getByRole('textbox', { name: '理由' }).fill('多个部门须联合核查。');
    await joint.getByRole('button', { name: '申请延期' }).click();
    await page.getByText('联合办理期限 · 申请延长 10 个工作日').waitFor();
    await page.getByText('待批准').waitFor();
    const own = await system.signIn('head-fire-rescue', `/cases/${caseNo}/work`);
    await own.page.getByText('目前没有您可以进行的操作。').waitFor();
    const head = await system.signIn('government-head', `/cases/${caseNo}/work`);
    await head.page.getByText('多个部门须联合核查。').waitFor();
    await expectAccessible(head.page);
    await head.page.getByRole('button', { name: '批准延期' }).click();
    await sure(head.page, '批准延期');
    await head.page.getByText('目前没有您可以进行的操作。').waitFor();
    await page.getByText('已批准').waitFor();
    const { extensions, clocks } = await seenBy('government-head', caseNo);
    expect(extensions).toMatchObject([{ clock: 'joint', item: null, state: 'approved', days: 10 }]);
    expect(clocks.find(({ id }) => id === 'joint')).toMatchObject({ extendedBy: 10 });
    expect([...errors, ...own.errors, ...head.errors]).toEqual([]);
  });

  it('why a limit was exceeded is said in public', async () => {
    const caseNo = await longAgo('registration-late');
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/business-registration`);
    const overdue = await action(page, '说明超期理由');
    await overdue.getByRole('combobox', { name: '超期的时限' }).press('Enter');
    await page.locator('.ant-select-item-option').filter({ hasText: '承诺' }).click();
    await overdue.getByRole('textbox', { name: '超期理由' }).fill('登记系统升级，停办两日。');
    await overdue.getByText('申请人和公众都能看到。').waitFor();
    await overdue.getByRole('button', { name: '公开理由' }).click();
    await sure(page, '公开理由');
    await told(page, '登记系统升级，停办两日。').waitFor();
    const reasons = Object.fromEntries((await seenBy('reviewer-market-regulation-1', caseNo)).clocks.filter(({ ranOutOn }) => ranOutOn !== null).map(({ id, overdueReason }) => [id, overdueReason]));
    expect(reasons).toMatchObject({ 'promised:business-registration': '登记系统升级，停办两日。', 'statutory:business-registration': null });
    const applicant = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
    await applicant.page.getByText('登记系统升级，停办两日。').waitFor();
    expect([...errors, ...applicant.errors]).toEqual([]);
  });
});

describe('the check after a grant on a commitment', () => {
  it('that fails says what follows', async () => {
    const caseNo = await shop();
    await order('reviewer-fire-rescue-1', caseNo, 'proposeGrant', { item: 'fire-check', opinion: '承诺书齐备。' });
    await order('approver-fire-rescue-1', caseNo, 'confirm', { item: 'fire-check', opinion: '同意。' });
    const { page, errors } = await system.signIn('reviewer-fire-rescue-1', `/cases/${caseNo}/items/fire-check`);
    const check = await action(page, '登记事后核查');
    await check.getByRole('radio', { name: '未通过', exact: true }).check();
    await check.getByRole('textbox', { name: '核查情况' }).fill('疏散通道堆放货物。');
    await check.getByRole('button', { name: '登记核查' }).click();
    await check.getByText('请填写').waitFor();
    await check.getByRole('textbox', { name: '后续措施' }).fill('责令三日内改正。');
    await expectAccessible(page);
    await check.getByRole('button', { name: '登记核查' }).click();
    await sure(page, '登记核查');
    await page.getByText('疏散通道堆放货物。 责令三日内改正。').waitFor();
    expect(await page.getByRole('heading', { level: 3, name: '登记事后核查' }).count()).toBe(0);
    const seen = await seenBy('reviewer-fire-rescue-1', caseNo);
    expect(seen.items.find(({ id }) => id === 'fire-check')!.work!.afterCheck).toMatchObject({ passed: false, findings: '疏散通道堆放货物。', measures: '责令三日内改正。', on: TODAY });
    expect(seen.documents.map(({ kind }) => kind)).toContain('afterCheck');
    expect(errors).toEqual([]);
  });
});

describe('what a grant states', () => {
  it('a level is entered with the proposal, read by who confirms it, and stands in the decision', async () => {
    const caseNo = await accepted({ service: 'disability-services', form: DISABLED, materials: ['photo', 'medical-history'] }, { 'disabled-federation': ['disability-certificate'] });
    const path = `/cases/${caseNo}/items/disability-certificate`;
    const { page, errors } = await system.signIn('reviewer-disabled-federation-1', path);
    const propose = await action(page, '提出决定意见');
    await propose.getByRole('textbox', { name: '承办意见' }).fill('肢体二级。');
    await propose.getByRole('button', { name: '提出：拟准予' }).click();
    await propose.getByText('请填写').waitFor();
    await propose.getByRole('spinbutton', { name: '残疾等级' }).fill('2');
    await propose.getByRole('button', { name: '提出：拟准予' }).click();
    await told(page, '肢体二级。').waitFor();
    const second = await system.signIn('approver-disabled-federation-1', path);
    const confirm = await action(second.page, '审批');
    expect(await confirm.locator('.answers').innerText()).toMatch(/残疾等级\s+2/);
    await confirm.getByRole('textbox', { name: '审批意见' }).fill('同意发证。');
    await confirm.getByRole('button', { name: '同意准予' }).click();
    await sure(second.page, '同意准予');
    await second.page.locator('.row-head').getByText('准予', { exact: true }).waitFor();
    expect(await second.page.getByRole('region', { name: '办理情况' }).innerText()).toMatch(/残疾等级\s+2/);
    expect((await itemOf('reviewer-disabled-federation-1', caseNo, 'disability-certificate')).decision).toMatchObject({ outcome: 'granted', values: { level: 2 } });
    expect([...errors, ...second.errors]).toEqual([]);
  });

  it('a yes or no is said in words, and decides what follows', async () => {
    const caseNo = await accepted(
      { service: 'veteran-services', form: VETERAN, materials: ['discharge-card', 'introduction-letter', 'organisation-letter'] },
      { 'veterans-affairs': ['waiting-allowance', 'report-in'], 'armed-forces': ['reserve-registration'], police: ['household-restoration'] },
    );
    const { page, errors } = await system.signIn('reviewer-veterans-affairs-1', `/cases/${caseNo}/items/report-in`);
    const propose = await action(page, '提出决定意见');
    await propose.getByRole('radio', { name: '否', exact: true }).check();
    await propose.getByRole('textbox', { name: '承办意见' }).fill('逾期报到，无正当理由。');
    await propose.getByRole('button', { name: '准予（即时生效）' }).click();
    await sure(page, '准予（即时生效）');
    const course = page.getByRole('region', { name: '办理情况' });
    await course.getByText('准予', { exact: true }).waitFor();
    expect(await course.innerText()).toMatch(/是否按期报到或者逾期有正当理由\s+否/);
    expect((await itemOf('reviewer-veterans-affairs-1', caseNo, 'report-in')).decision).toMatchObject({ values: { keepsPlacement: false } });
    expect(errors).toEqual([]);
  });
});
