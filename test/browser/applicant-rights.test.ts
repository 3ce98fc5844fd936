import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAccessible } from './support/accessible.ts';
import { LI_MING } from './support/applicant-desk.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, PHONE, startConsoleSystem } from './support/console-system.ts';

const NEIGHBOUR = { name: '陈静', idNumber: '990000197512200040' } as const;
/** Services that no catalogue has: a hearing is asked for in the one, a material promised for later in the other. */
const SERVICES = ['music-bar', 'convenience-store'];

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem({ furtherServices: SERVICES });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { order, receive, seenBy } = arranging(() => system);
const received = (receipt: Readonly<Record<string, unknown>>) => receive({ region: '371302', applicant: LI_MING, ...receipt });

describe('the right to a hearing', () => {
  /** The applicant and his neighbour were told of it. */
  async function told(): Promise<string> {
    const caseNo = await received({ service: 'open-music-bar', form: { barName: '星光', neighbour: NEIGHBOUR.name, opensBar: false }, materials: [{ material: 'site-plan', form: 'paper' }] });
    await order('reviewer-planning-1', caseNo, 'examine', { item: 'planning-permit', answer: 'complete' });
    await order('reviewer-planning-1', caseNo, 'tellHearingRight', { item: 'planning-permit', service: '直接送达、本人签收', parties: [{ id: NEIGHBOUR.idNumber, name: NEIGHBOUR.name }] });
    return caseNo;
  }

  it('is asked for by the applicant himself; the clock of the item stands, and he is not asked again', async () => {
    const caseNo = await told();
    const { page, errors } = await system.signIn('citizen-li-ming', `/my/${caseNo}`, { viewport: PHONE });
    const right = page.getByRole('region', { name: '您有要求听证的权利' });
    await right.getByText('建设工程规划许可').waitFor();
    await expectAccessible(page);
    await right.getByLabel(/^陈述、申辩意见/).fill('噪声已按标准处理');
    await right.getByRole('button', { name: '要求听证' }).click();
    await right.waitFor({ state: 'detached' });
    const { items, clocks } = await seenBy('clerk-1', caseNo);
    expect(clocks.filter(({ kind, item }) => kind === 'promised' && item === 'planning-permit').map(({ suspended }) => suspended)).toEqual([true]);
    expect(items[0]!.hearing).toMatchObject({ rights: [{ over: 'requested' }], statements: [{ by: LI_MING.idNumber, text: '噪声已按标准处理' }] });
    expect(errors).toEqual([]);
  });

  it('is waived by a neighbour, who sees of the case no more than that it concerns him', async () => {
    const caseNo = await told();
    const { page, errors } = await system.signIn('citizen-chen-jing', `/my/${caseNo}`);
    const right = page.getByRole('region', { name: '您有要求听证的权利' });
    await right.waitFor();
    const main = await page.locator('main').innerText();
    for (const one of [LI_MING.phone, LI_MING.idNumber, '进度查询码']) expect(main).not.toContain(one);
    await right.getByLabel(/^陈述、申辩意见/).fill('望夜间停工');
    await right.getByRole('button', { name: '放弃听证' }).click();
    await right.waitFor({ state: 'detached' });
    expect((await seenBy('clerk-1', caseNo)).items[0]!.hearing).toMatchObject({ rights: [{ waived: [NEIGHBOUR.idNumber] }], statements: [{ by: NEIGHBOUR.idNumber, text: '望夜间停工' }] });
    expect(errors).toEqual([]);
  });
});

it('brings what he promised for later, from his own page', async () => {
  const caseNo = await received({ service: 'convenience-store', form: { shopName: '春风便利', hasSign: true, sellsHotFood: false }, materials: [{ material: 'floor-plan', form: 'paper' }], deferred: ['shop-photo'] });
  const { page, errors } = await system.signIn('citizen-li-ming', `/my/${caseNo}`);
  const promised = page.getByRole('region', { name: '待补交的容缺材料' });
  const supply = promised.getByRole('button', { name: '补交', exact: true });
  await supply.waitFor();
  expect(await supply.isDisabled()).toBe(true);
  await expectAccessible(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), promised.getByRole('button', { name: /^选择文件/ }).click()]);
  await chooser.setFiles([{ name: '照片.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n照片\n%%EOF') }]);
  await promised.getByRole('link', { name: '照片.pdf' }).waitFor();
  await supply.click();
  await promised.waitFor({ state: 'detached' });
  const { materials, clocks } = await seenBy('clerk-1', caseNo);
  expect(materials.find(({ code }) => code === 'shop-photo')).toMatchObject({ state: 'supplied', form: 'file' });
  expect(clocks.filter(({ kind, open }) => kind === 'deferred' && open)).toEqual([]);
  expect(errors).toEqual([]);
});
