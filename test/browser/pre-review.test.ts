import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { upload, type UploadedFile } from '../../client/api/test-support/uploads.ts';
import { pdf, PNG } from '../../store/files/test-support/sample-files.ts';
import { expectAccessibleInEveryWay } from './support/accessible.ts';
import { arranging } from './support/arranging.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { drawn } from './support/drawn.ts';

let system: ConsoleSystem;
beforeAll(async () => {
  system = await startConsoleSystem();
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

const { seenBy } = arranging(() => system);

async function submitted(): Promise<string> {
  const citizen = await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
  return (await citizen.post<{ caseNo: string }>('/applications', RECEIPT)).body.caseNo;
}

describe('the window’s pre-review', () => {
  it('is answered: what is missing, on the field and the material itself', async () => {
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

  it('finds a draft ready, which is received, and its receipt is at hand', async () => {
    const caseNo = await submitted();
    const { page } = await system.signIn('clerk-2', `/window/pre-reviews/${caseNo}`);
    await page.getByText('食品经营许可申请书').waitFor();
    await page.getByRole('button', { name: '齐备，收件' }).click();
    await page.waitForURL(`**/window/received/${caseNo}`);
    await page.getByRole('heading', { level: 1, name: '已收件' }).waitFor();
    expect((await seenBy('clerk-1', caseNo)).phase).toBe('examination');
  });

  it('is left to a colleague who has claimed it', async () => {
    const caseNo = await submitted();
    await (await system.as('clerk-2')).post('/inbox/claim', { tasks: [{ caseNo, taskId: 'answerPreReview' }] });
    const { page } = await system.signIn('clerk-1', `/window/pre-reviews/${caseNo}`);
    await page.getByText(/正在办理$/).waitFor();
    await page.getByRole('button', { name: '齐备，收件' }).click();
    await page.getByRole('dialog').getByText('task.claimedByOther').waitFor();
    expect((await seenBy('clerk-1', caseNo)).phase).toBe('preReview');
  });

  it('has nothing serious for axe to find, and is no wider than the screen', async () => {
    const { page, errors } = await system.signIn('clerk-1', `/window/pre-reviews/${await submitted()}`);
    await page.locator('.materials li').first().waitFor();
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 120_000);
});
