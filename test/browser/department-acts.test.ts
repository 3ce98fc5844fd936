import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { upload } from '../../client/api/test-support/uploads.ts';
import { pdf, PNG } from '../../store/files/test-support/sample-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { action, choose, sure, told } from './support/department-desk.ts';
import { drawn } from './support/drawn.ts';

const MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list', 'fire-declaration', 'fire-safety-rules', 'signboard-drawing', 'site-photo', 'sewage-report'];
const LARGE = { ...RECEIPT, form: { ...RECEIPT.form, shopArea: 320, hasSignboard: true, sellsTobacco: true }, materials: MATERIALS.map((material) => ({ material, form: 'paper', files: [] })) };
const LARGE_ITEMS = { 'market-regulation': ['business-licence-check', 'food-licence'], 'fire-rescue': ['fire-check'], 'city-management': ['signboard'], health: ['staff-health'], 'tobacco-monopoly': ['tobacco-licence'] };

let system: ConsoleSystem;

beforeAll(async () => {
  system = await startConsoleSystem({ furtherServices: ['forest-land', 'music-bar'] });
}, 240_000);

afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { receive, examine, seenBy, itemOf, nameOf } = arranging(() => system);

async function begun(receipt: Readonly<Record<string, unknown>>, examined: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const caseNo = await receive(receipt);
  await examine(caseNo, examined);
  return caseNo;
}

const forest = () => begun(
  { service: 'use-forest-land', region: '371302', applicant: APPLICANT, form: { projectName: '云蒙湖步道' }, materials: [{ material: 'land-survey', form: 'paper', files: [] }] }, { 'city-forestry': ['forest-land'], 'county-forestry': ['tree-cutting'] },
);
const bar = () => begun(
  { service: 'open-music-bar', region: '371302', applicant: APPLICANT, form: { barName: '星光', neighbour: '王邻居', opensBar: true }, materials: [{ material: 'site-plan', form: 'paper', files: [] }] }, { planning: ['planning-permit'], culture: ['entertainment-licence'] },
);
describe('special procedures and time', () => {
  it('start with who and how long, saying whether the limits stand still, are told anew, and end with a result', async () => {
    const caseNo = await begun(LARGE, LARGE_ITEMS);
    const { page, errors } = await system.signIn('reviewer-city-management-1', `/cases/${caseNo}/items/signboard`);
    const start = await action(page, '启动特别程序');
    await start.getByText(/期间停止计算办理期限/).waitFor();
    await start.getByRole('textbox', { name: '由谁进行' }).fill('市城市景观专家组');
    await start.getByRole('spinbutton', { name: '所需时间' }).fill('8');
    await start.getByRole('button', { name: '启动并书面告知' }).click();
    await page.getByText('此操作记入办件经过，不能撤销。').waitFor();
    await sure(page, '启动并书面告知');
    await page.getByText('进行中，停止计时').waitFor();
    const again = await action(page, '启动特别程序');
    await again.getByText(/正在进行：市城市景观专家组/).waitFor();
    await again.getByRole('textbox', { name: '由谁进行' }).fill('市城市景观专家组');
    await again.getByRole('spinbutton', { name: '所需时间' }).fill('10');
    await again.getByRole('button', { name: '换发告知' }).click();
    await sure(page, '换发告知');
    await again.getByRole('textbox', { name: '由谁进行' }).and(page.locator('[value=""]')).waitFor();
    expect((await itemOf('reviewer-city-management-1', caseNo, 'signboard')).procedures).toMatchObject([{ id: 'structure-review', stopsClock: true, endedOn: null }]);
    const end = await action(page, '结束特别程序');
    await end.getByRole('textbox', { name: '结果' }).fill('评审通过。');
    await end.getByRole('button', { name: '登记结束' }).click();
    await sure(page, '登记结束');
    await told(page, '评审通过。').waitFor();
    expect(errors).toEqual([]);
  });

  it('an extension is asked for by the reviewer and decided by the head', async () => {
    const caseNo = await begun(LARGE, LARGE_ITEMS);
    const path = `/cases/${caseNo}/items/tobacco-licence`;
    const { page } = await system.signIn('reviewer-tobacco-monopoly-1', path);
    const ask = await action(page, '申请延期');
    await ask.getByRole('spinbutton', { name: '延长' }).fill('5');
    await ask.getByRole('textbox', { name: '理由' }).fill('需核实周边学校范围。');
    await ask.getByRole('button', { name: '申请延期' }).last().click();
    await page.getByText('待批准').waitFor();
    const head = await system.signIn('head-tobacco-monopoly', path);
    await head.page.getByText('需核实周边学校范围。').first().waitFor();
    await head.page.getByRole('button', { name: '批准延期' }).last().click();
    await sure(head.page, '批准延期');
    await head.page.getByText('已批准').waitFor();
    await page.getByText('已批准').waitFor();
  });

  it('an urge is answered where the item is worked on', async () => {
    const caseNo = await begun(LARGE, LARGE_ITEMS);
    expect((await (await system.as('manager-1')).command(caseNo, 'urge', { item: 'fire-check', message: '请抓紧办理', days: 2 })).status).toBe(200);
    const { page } = await system.signIn('reviewer-fire-rescue-1', `/cases/${caseNo}/items/fire-check`);
    const urge = await action(page, '答复督办');
    await urge.getByText('请抓紧办理').waitFor();
    await urge.getByRole('textbox', { name: '答复内容' }).fill('明日现场检查。');
    await urge.getByRole('button', { name: '答复', exact: true }).click();
    await urge.waitFor({ state: 'detached' });
    const { urges } = await seenBy('reviewer-fire-rescue-1', caseNo);
    expect(urges).toMatchObject([{ answer: '明日现场检查。' }]);
  });
});

describe('second persons', () => {
  it('a refusal is proposed with facts, reasons and article, returned, proposed again and confirmed', async () => {
    const caseNo = await begun(LARGE, LARGE_ITEMS);
    const path = `/cases/${caseNo}/items/fire-check`;
    const [{ page }, { page: second }] = [await system.signIn('reviewer-fire-rescue-1', path), await system.signIn('approver-fire-rescue-1', path)];
    const refuse = async () => {
      await page.locator('.action').getByText('不予', { exact: true }).click();
      for (const [name, text] of [['查明的事实', '疏散通道宽度不足。'], ['不予的理由', '不符合消防技术标准。'], ['依据条款', '消防法第十五条'], ['承办意见', '拟不予许可。']] as const) await page.getByRole('textbox', { name, exact: true }).fill(text);
      await page.getByRole('button', { name: '提出：拟不予' }).click();
    };
    await refuse();
    await second.getByText('疏散通道宽度不足。').waitFor();
    await second.locator('.action').getByText('退回', { exact: true }).click();
    await second.getByRole('textbox', { name: '审批意见' }).fill('请补充测量记录。');
    await second.getByRole('button', { name: '退回承办人' }).click();
    await page.getByText('办理中').waitFor();
    await refuse();
    await second.getByText('疏散通道宽度不足。').waitFor();
    await second.getByRole('textbox', { name: '审批意见' }).fill('事实清楚，同意不予。');
    await second.getByRole('button', { name: '同意不予' }).click();
    await sure(second, '同意不予');
    await second.locator('.heading').getByText('不予', { exact: true }).waitFor();
    expect((await itemOf('reviewer-fire-rescue-1', caseNo, 'fire-check')).decision).toMatchObject({ outcome: 'refused' });
  });

  it('what belongs to another authority names it, and is confirmed', async () => {
    const caseNo = await receive(LARGE);
    const path = `/cases/${caseNo}/items/signboard`;
    const { page } = await system.signIn('reviewer-city-management-1', path);
    await page.getByRole('radio', { name: '不属受理范围' }).check();
    await page.getByRole('radio', { name: '不属于本机关职权' }).check();
    await page.getByRole('textbox', { name: '有权机关' }).fill('市交通运输局');
    await page.getByRole('textbox', { name: '理由' }).fill('位于公路用地范围内。');
    await page.getByRole('button', { name: '提出：不属受理范围' }).click();
    await sure(page, '提出：不属受理范围');
    await page.getByText('市交通运输局').waitFor();
    const second = await system.signIn('approver-city-management-1', path);
    await second.page.getByRole('textbox', { name: '审批意见' }).fill('同意，请向市交通运输局申请。');
    await second.page.getByRole('button', { name: '同意不受理' }).click();
    await sure(second.page, '同意不受理');
    await second.page.locator('.heading').getByText('不受理', { exact: true }).waitFor();
  });
});

describe('what other departments have a part in', () => {
  it('a lower authority reports its opinion, another is asked and answers on what it was shown', async () => {
    const caseNo = await forest();
    const path = `/cases/${caseNo}/items/forest-land`;
    const county = await system.signIn('reviewer-county-forestry-1', path);
    await county.page.getByRole('radio', { name: '符合条件', exact: true }).check();
    await county.page.getByRole('textbox', { name: '初审意见' }).fill('现状属实，建议准予。');
    await county.page.getByRole('button', { name: '报送', exact: true }).click();
    await sure(county.page, '报送');
    const { page, errors } = await system.signIn('reviewer-city-forestry-1', path);
    await told(page, '现状属实，建议准予。').waitFor();
    const consult = await action(page, '征求其他部门意见');
    await choose(page, consult.getByRole('combobox', { name: '征求哪个部门' }), '水');
    await consult.getByRole('textbox', { name: '问题' }).fill('是否影响水源保护？');
    await consult.getByRole('checkbox', { name: '项目名称' }).check();
    await consult.getByRole('button', { name: '发出征求意见' }).click();
    await told(page, '是否影响水源保护？').waitFor();
    const water = await system.signIn('reviewer-water-1', '/inbox');
    await water.page.locator('.tasks tbody tr').filter({ hasText: caseNo }).locator('.task-link').click();
    await water.page.getByText('云蒙湖步道').waitFor();
    await expectAccessible(water.page);
    await water.page.getByRole('textbox', { name: '意见', exact: true }).fill('不在保护区内，无不同意见。');
    await water.page.getByRole('button', { name: '答复', exact: true }).click();
    await sure(water.page, '答复');
    await told(page, '不在保护区内，无不同意见。').waitFor();
    expect([...errors, ...county.errors, ...water.errors]).toEqual([]);
  }, 120_000);

  it('what is granted is taken into supervision', async () => {
    const caseNo = await forest();
    await (await system.as('reviewer-county-forestry-1')).command(caseNo, 'reportPreliminary', { item: 'forest-land', meets: true, opinion: '建议准予。' });
    await (await system.as('reviewer-city-forestry-1')).command(caseNo, 'proposeGrant', { item: 'forest-land', opinion: '符合条件。' });
    expect((await (await system.as('approver-city-forestry-1')).command(caseNo, 'confirm', { item: 'forest-land', opinion: '同意。' })).status).toBe(200);
    const { page } = await system.signIn('reviewer-water-1', `/cases/${caseNo}/items/forest-land`);
    await page.getByRole('button', { name: '认领，纳入监管' }).click();
    await page.getByText('目前没有您可以进行的操作').waitFor();
  });
});

describe('hearings and checks on the site', () => {
  it('a check takes two officers with their certificates, not one twice', async () => {
    const caseNo = await bar();
    const { page, errors } = await system.signIn('reviewer-planning-1', `/cases/${caseNo}/items/planning-permit`);
    const check = await action(page, '登记现场核查');
    await check.getByRole('textbox', { name: '地点' }).fill('沂蒙路8号');
    const [one, two] = [await nameOf('reviewer-planning-1'), await nameOf('reviewer-planning-2')];
    await choose(page, check.getByRole('combobox', { name: '第 1 名' }), one);
    await choose(page, check.getByRole('combobox', { name: '第 2 名' }), one);
    await page.getByText('须为不同的人员').first().waitFor();
    await choose(page, check.getByRole('combobox', { name: '第 2 名' }), two);
    for (const [index, number] of ['鲁Q001', '鲁Q002'].entries()) await check.getByRole('textbox', { name: '执法证号' }).nth(index).fill(number);
    await check.getByRole('textbox', { name: '核查的内容' }).fill('退让距离');
    await check.getByRole('textbox', { name: '核查结果' }).fill('与图纸一致。');
    await check.getByRole('button', { name: '登记核查' }).click();
    await sure(page, '登记核查');
    await page.getByText(`${one} (鲁Q001), ${two} (鲁Q002)`).waitFor();
    expect((await itemOf('reviewer-planning-1', caseNo, 'planning-permit')).work!.siteChecks).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('tells those concerned of their right; nothing is decided meanwhile', async () => {
    const caseNo = await bar();
    const { page } = await system.signIn('reviewer-planning-1', `/cases/${caseNo}/items/planning-permit`);
    const tell = await action(page, '告知听证权利');
    await tell.getByRole('button', { name: '加一名利害关系人' }).click();
    await tell.getByRole('textbox', { name: '姓名或名称 1' }).fill('王邻居');
    await tell.getByRole('textbox', { name: '证件号码 1' }).fill('990000197001010016');
    await tell.getByRole('textbox', { name: '送达方式和凭证' }).fill('直接送达，有回证');
    await tell.getByRole('button', { name: '书面告知' }).click();
    await sure(page, '书面告知');
    await page.getByText('申请期内').waitFor();
    await page.getByText('利害关系人： 王邻居').waitFor();
    expect(await page.getByRole('heading', { level: 3, name: '提出决定意见' }).count()).toBe(0);
  });

  it('announces a hearing, with a chair who has not examined; too soon is refused beside the form', async () => {
    const caseNo = await bar();
    const { page } = await system.signIn('reviewer-culture-1', `/cases/${caseNo}/items/entertainment-licence`);
    const announce = await action(page, '公告听证');
    const fill = async (date: string) => {
      await announce.getByLabel('日期').fill(date);
      await announce.locator('.command-end button:not(.ant-btn-loading)').click();
      await sure(page, '公告听证');
    };
    await announce.getByLabel('时间').fill('09:30');
    await announce.getByRole('textbox', { name: '地点' }).fill('政务中心三楼');
    await choose(page, announce.getByRole('combobox', { name: '主持人' }), await nameOf('approver-culture-1'));
    await announce.getByRole('textbox', { name: '送达方式和凭证' }).fill('直接送达');
    await announce.getByRole('button', { name: '加一名利害关系人' }).click();
    await announce.getByRole('textbox', { name: '姓名或名称 1' }).fill('王邻居');
    await announce.getByRole('textbox', { name: '证件号码 1' }).fill('990000197001010016');
    const inDays = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    await fill(inDays(1));
    await page.getByRole('alert').getByText(/七个工作日/).first().waitFor();
    expect(await announce.getByRole('textbox', { name: '地点' }).inputValue()).toBe('政务中心三楼');
    await fill(inDays(40));
    await page.getByText(/在政务中心三楼举行/).waitFor();
    await action(page, '登记听证笔录');
  });
});

describe('materials beside the check list', () => {
  it('are shown where they are examined: a picture and a PDF, neither run', async () => {
    const clerk = await system.as('clerk-1');
    const [picture, paper] = await Promise.all([upload(system, clerk, PNG, { name: '平面图.png', type: 'image/png' }), upload(system, clerk, await pdf(), { name: '申请书.pdf' })]);
    const stored = ({ id, sha256, size, type }: typeof picture.body) => ({ id, sha256, size, type });
    const caseNo = await receive({ ...RECEIPT, materials: [{ material: 'floor-plan', form: 'file', files: [stored(picture.body)] }, { material: 'food-application', form: 'file', files: [stored(paper.body)] }] });
    const { page, errors } = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/food-licence`);
    await page.locator('.viewer iframe[src^="blob:"]').waitFor();
    await page.getByRole('button', { name: '查看“场所和消防设施平面图”的文件 1' }).click();
    await drawn(page.locator('.viewer img'));
    await page.getByRole('checkbox', { name: '场所和消防设施平面图' }).check();
    await page.getByText('已核对 1 / 5').waitFor();
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });
});
