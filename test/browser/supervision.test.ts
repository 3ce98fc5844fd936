import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeSamples } from '../../client/samples/make-samples.ts';
import { expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { read } from './support/read.ts';

let system: ConsoleSystem;
/** Received 24 working days ago: the fire check is over its thirteen days, and undecided. */
let late: string;

beforeAll(async () => {
  system = await startConsoleSystem({ simulation: true, services: ['open-restaurant', 'transfer-house'] });
  await makeSamples(system.client);
  const { caseNo } = await system.store.db.selectFrom('command').select('case_no as caseNo').where('id', '=', 'sample/overdue').executeTakeFirstOrThrow();
  late = caseNo;
  expect((await (await system.as('reviewer-fire-rescue-1')).command(late, 'requestExtension', { days: 10, reason: '现场整改未完成' })).status).toBe(200);
}, 300_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

describe('supervision', () => {
  it('sees what is overdue, urges with a due answer, and the department has to answer', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    const row = page.getByRole('row', { name: /城镇污水排入排水管网许可.*承诺/ });
    await row.waitFor();
    expect(await row.innerText()).toContain(late);
    await row.getByRole('button', { name: /^督办/ }).click();
    await page.getByRole('button', { name: '发出督办' }).click();
    await page.getByText('请填写督办内容').waitFor();
    await page.getByLabel('督办内容').fill('已超承诺时限，请说明原因');
    await page.getByRole('button', { name: '发出督办' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await row.getByText(/前答复/).waitFor();
    const { rows } = (await (await system.as('reviewer-water-1')).get<{ rows: { caseNo: string; kind: string }[] }>('/inbox')).body;
    expect(rows.filter(({ caseNo }) => caseNo === late).map(({ kind }) => kind)).toContain('answerUrge');
    await row.getByRole('link', { name: late }).click();
    await page.getByRole('heading', { level: 1, name: '开办餐饮店' }).waitFor();
    await page.getByText('已超承诺时限，请说明原因').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('follows the cases without being loaded again', async () => {
    const { page } = await system.signIn('manager-1', '/audit');
    // The page listens before anything happens.
    await Promise.all([page.waitForResponse(/\/events\?board/), page.getByRole('link', { name: '监察' }).click()]);
    const row = page.getByRole('row', { name: /设置大型户外广告审批.*承诺/ });
    await row.getByText('尚未说明超期理由').waitFor();
    const answer = await (await system.as('reviewer-city-management-1')).command(late, 'stateOverdueReason', { clock: 'promised:signboard', reason: '待结构安全论证' });
    expect(answer.status).toBe(200);
    await row.getByText('待结构安全论证').waitFor();
  });

  it('narrows the board to a department, keeps that in the address, and exports just that', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    await page.getByRole('button', { name: '只看消防救援机构' }).click();
    await page.waitForURL(/department=fire-rescue/);
    await page.getByRole('heading', { name: '各阶段办件' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('row', { name: /公众聚集场所/ }).first().waitFor();
    expect(await page.locator('.pressing tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '超期清单（CSV）' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^超期-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual(Array.from({ length: 2 }, () => [late, '开办餐饮店', '公众聚集场所投入使用、营业前消防安全检查', '消防救援机构']));
    expect(errors).toEqual([]);
  });

  it('draws charts, each with a table that says the same', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    await page.locator('.chart svg').nth(2).waitFor();
    expect(await page.getByRole('img').evaluateAll((pictures) => pictures.map((one) => one.getAttribute('aria-label')).filter((label) => label !== null && /下方表格/.test(label)).length)).toBe(3);
    await page.getByText('人员', { exact: true }).click();
    await page.locator('section[aria-labelledby=rate] summary').click();
    const { name } = await system.store.db.selectFrom('person').select('name').where('id', '=', 'reviewer-health-1').executeTakeFirstOrThrow();
    const row = page.locator('section[aria-labelledby=rate]').getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/100%/);
    expect(errors).toEqual([]);
  });

  it('has the head of the government approve the joint extension, and leaves the authority’s to its head', async () => {
    const { page, errors } = await system.signIn('government-head', '/board');
    await page.getByRole('button', { name: '批准延期：联合办理时限' }).click();
    await page.getByText('将向申请人出具延期告知书').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('联合办理时限 · 延长 10 个工作日').waitFor({ state: 'detached' });
    const { extensions } = (await (await system.as('government-head')).get<{ extensions: { clock: string; state: string }[] }>(`/cases/${late}`)).body;
    expect(extensions.find(({ clock }) => clock === 'joint')).toMatchObject({ state: 'approved' });
    // Of the authority's head to decide: seen, and no button.
    await page.getByText(/烟草专卖零售许可证核发（新办） · 延长 5 个工作日/).waitFor();
    expect(await page.getByRole('button', { name: /批准延期/ }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('has a head see his department’s board, and reject an extension with a reason', async () => {
    const { page } = await system.signIn('head-tobacco-monopoly', '/board');
    await page.getByRole('heading', { level: 1, name: '烟草专卖部门的监察数据' }).waitFor();
    await page.getByRole('button', { name: /^不同意延期/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不同意', exact: true }).click();
    await page.getByText('请填写理由').waitFor();
    await page.getByLabel('不同意的理由').fill('可在期限内完成');
    await page.getByRole('dialog').getByRole('button', { name: '不同意', exact: true }).click();
    await page.getByRole('heading', { name: '待批延期' }).waitFor({ state: 'detached' });
  });

  it('prints the month on A4', async () => {
    const { page, errors } = await system.signIn('manager-1', '/board');
    await page.getByRole('link', { name: '月度报告' }).click();
    await page.getByRole('heading', { level: 2, name: '月度效能监察报告' }).waitFor();
    await page.getByRole('cell', { name: late }).or(page.getByRole('link', { name: late })).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.locator('.header').isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(/\/MediaBox\s*\[\s*0 0 594\.\d+ 841\.\d+\s*\]/.test(pdf.toString('latin1'))).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('the desk for what got stuck', () => {
  beforeAll(async () => {
    const { caseNo } = await system.store.db.selectFrom('command').select('case_no as caseNo').where('id', '=', 'sample/handling').executeTakeFirstOrThrow();
    const applicant = (await system.store.db.selectFrom('case_record').select('state').where('case_no', '=', caseNo).executeTakeFirstOrThrow()).state as { applicant: { id: string; name: string } };
    const as = { id: applicant.applicant.id, name: applicant.applicant.name, role: 'applicant' } as const;
    expect((await system.client.command(caseNo, { do: 'complain', as, with: { text: '系统查不到我的房产证', unresolved: true } })).ok).toBe(true);
  });

  it('takes a matter up, answers it, follows it, and settles it with what the applicant said', async () => {
    const { page, errors } = await system.signIn('manager-1', '/unresolved');
    const row = page.getByRole('listitem').filter({ hasText: '系统查不到我的房产证' });
    await row.getByRole('button', { name: /^认领/ }).click();
    await row.getByText(/负责人/).waitFor();
    await row.getByRole('button', { name: /^答复/ }).click();
    await page.getByLabel('答复内容').fill('已请登记中心核对');
    await page.getByText('尚未办结：本次答复后继续跟踪').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await row.getByText('已答复 1 次：已请登记中心核对').waitFor();
    // Items are still undecided: the engine does not let it end.
    await row.getByRole('button', { name: /^答复/ }).click();
    await page.getByLabel('答复内容').fill('已经办好');
    await page.getByLabel('事情已经办成或有了结果，已回访申请人').check();
    await page.getByLabel('回访时申请人怎么说').fill('满意');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('complaint.notAtItsEnd').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(await page.getByLabel('答复内容').inputValue()).toBe('已经办好');
    await page.getByRole('button', { name: '取消' }).click();
    await row.getByRole('button', { name: /^跟踪记录/ }).click();
    await page.getByRole('dialog').getByText('答复，继续跟踪').waitFor();
    expect((await page.locator('.course li b').allInnerTexts())).toEqual(['提出', '认领', '答复，继续跟踪']);
    expect(errors).toEqual([]);
  });

  it('rectifies a bad rating', async () => {
    const { page } = await system.signIn('manager-1', '/unresolved?tab=bad');
    const row = page.getByRole('listitem').filter({ hasText: '排队时间太长' });
    await row.getByRole('button', { name: '登记整改' }).click();
    await page.getByLabel('整改措施').fill('增设预约取号');
    await page.getByLabel('回访时申请人怎么说').fill('表示满意');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('没有待整改的差评').waitFor();
    await page.getByRole('tab', { name: '已整改差评' }).click();
    await page.getByText('整改措施：增设预约取号').waitFor();
  });

  it('shows clerks how matters stand, without buttons to answer', async () => {
    const { page } = await system.signIn('clerk-1', '/unresolved');
    await page.getByText('系统查不到我的房产证').waitFor();
    expect(await page.getByRole('button', { name: /^(认领|答复)/ }).count()).toBe(0);
  });
});

describe('audit', () => {
  it('shows who read and who was refused what', async () => {
    await (await system.as('reviewer-health-1')).get('/board');
    await (await system.as('reviewer-health-1')).command(late, 'examine', { item: 'fire-check', answer: 'complete' });
    const { page, errors } = await system.signIn('auditor-1', '/audit');
    await page.getByLabel('人员').fill('reviewer-health-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/person=reviewer-health-1/);
    await page.getByRole('row', { name: /right\.role/ }).waitFor();
    await page.getByRole('tab', { name: '被拒绝的操作' }).click();
    await page.getByRole('row', { name: /actor\.wrongDepartment/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is not for everybody', async () => {
    const { page } = await system.signIn('reviewer-health-1', '/audit');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('right.role');
  });
});

describe('axe finds nothing serious, and nothing is wider than the screen', () => {
  it.each([['manager-1', '/board'], ['manager-1', '/board/report'], ['manager-1', '/unresolved'], ['auditor-1', '/audit']] as const)('%s %s', async (who, path) => {
    const { page, errors } = await system.signIn(who, path);
    await page.locator('main .card').first().waitFor();
    if (path === '/board') await page.locator('.chart svg').nth(2).waitFor();
    await read(page);
    for (const folded of await page.locator('details > summary').all()) await folded.click();
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 120_000);
});
