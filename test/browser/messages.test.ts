import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { webhookChannel } from '../../client/notifications/channels/webhook-channel.ts';
import { dispatchDue } from '../../client/notifications/dispatcher.ts';
import { type HttpServer, startHttpServer } from '../../client/notifications/test-support/real-servers.ts';
import { expectAccessible } from './support/accessible.ts';
import { type ConsoleSystem, PHONE, SCREEN, startConsoleSystem } from './support/console-system.ts';
import { read } from './support/read.ts';

let system: ConsoleSystem;
let receiver: HttpServer;

beforeAll(async () => {
  process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow';
  [system, receiver] = await Promise.all([startConsoleSystem(), startHttpServer()]);
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  delete process.env['WEBHOOK_PRIVATE_TARGETS'];
  await receiver?.close();
  await system?.end();
});

const dispatch = () => dispatchDue({ db: system.store.db, channels: [webhookChannel({ allowPrivate: true })] });

/** A message that a system refused for good, to which it would listen now. */
async function undelivered(): Promise<string> {
  await (await system.as('manager-1')).post('/webhooks', { url: `${receiver.url}/down`, events: ['received'], department: 'market-regulation' });
  await (await system.as('manager-1')).post('/webhooks', { url: `${receiver.url}/hook`, events: ['received'] });
  receiver.answer = () => ({ status: 400 });
  const { body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: [] });
  await dispatch();
  await system.store.db.updateTable('delivery').set({ status: 'givenUp' }).where('status', '=', 'failed').execute();
  receiver.answer = () => ({ status: 200 });
  return body.caseNo;
}

describe('where somebody is told', () => {
  it.each([['citizen-li-ming', '/my'], ['reviewer-health-1', '/inbox']] as const)('%s says himself: address, language, how much; and takes it back', async (account, home) => {
    const { page, errors } = await system.signIn(account, home);
    await page.getByRole('button', { name: /账户$/ }).click();
    await page.getByRole('link', { name: '消息设置' }).click();
    await page.waitForURL(/\/settings\/messages$/);
    const mail = page.getByRole('region', { name: '电子邮件' });
    await mail.getByLabel('邮箱地址').fill('nobody');
    await mail.getByRole('button', { name: '保存' }).click();
    await mail.getByRole('alert').getByText('不是有效的电子邮箱').waitFor();
    await mail.getByLabel('邮箱地址').fill('li.ming@example.test');
    await mail.getByRole('combobox', { name: '发哪些' }).click();
    await page.getByTitle('只发须我处理的和我在等的').click();
    await mail.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    const sms = page.getByRole('region', { name: '短信' });
    await sms.getByLabel('手机号码').fill('+86 138-0539-0000');
    await sms.getByRole('button', { name: '保存' }).click();
    await sms.getByRole('button', { name: '不再按此号码发送短信' }).waitFor();
    expect(await sms.getByLabel('手机号码').inputValue()).toBe('13805390000');
    await page.reload();
    expect(await mail.getByLabel('邮箱地址').inputValue()).toBe('li.ming@example.test');
    await mail.getByText('只发须我处理的和我在等的').waitFor();
    await mail.getByRole('button', { name: '不再发送电子邮件' }).click();
    await mail.getByText('未设置').waitFor();
    expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  });
});

describe('a manager', () => {
  it('subscribes a system, sees its secret once, and ends the subscription', async () => {
    const { page, errors } = await system.signIn('manager-1', '/messages/webhooks');
    await page.getByRole('button', { name: '新增订阅' }).click();
    const dialog = page.getByRole('dialog', { name: '新增订阅' });
    await dialog.getByLabel('网址').fill(`${receiver.url}/new`);
    await dialog.getByRole('combobox', { name: '消息种类' }).fill('准予');
    await page.getByTitle('准予', { exact: true }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('combobox', { name: '部门' }).click();
    await page.getByTitle('卫生健康局').or(page.getByTitle(/卫生健康/)).first().click();
    await dialog.getByRole('button', { name: /^订\s?阅$/ }).click();
    const once = page.getByRole('dialog', { name: '签名密钥' });
    expect(await once.getByLabel('签名密钥').inputValue()).toMatch(/^whsec_/);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await once.getByRole('button', { name: '已保存密钥' }).click();
    await once.waitFor({ state: 'hidden' });
    const row = page.getByRole('listitem').filter({ hasText: `${receiver.url}/new` });
    expect(await row.innerText()).toMatch(/卫生健康[^\n]*准予/);
    expect(await page.content()).not.toContain('whsec_');
    await row.getByRole('button', { name: /^停用/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^停\s?用$/ }).click();
    await row.getByText('已停用', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('sees what reached nobody and why, and has it tried again; an auditor only sees it', async () => {
    const caseNo = await undelivered();
    const auditor = await system.signIn('auditor-1', '/messages');
    await auditor.page.getByRole('row').filter({ hasText: caseNo }).first().waitFor();
    expect(await auditor.page.getByRole('button', { name: /^重新发送/ }).count()).toBe(0);
    const { page, errors } = await system.signIn('manager-1', '/messages');
    const row = page.getByRole('row').filter({ hasText: caseNo });
    expect(await row.first().innerText()).toMatch(/申请已收件[\s\S]*系统推送[\s\S]*HTTP 400/);
    const before = await row.count();
    await row.first().getByRole('button', { name: `重新发送：申请已收件 ${caseNo}` }).click();
    await page.getByText('已重新排队发送').waitFor();
    await page.waitForFunction(`document.querySelectorAll('tbody tr').length < ${before}`);
    await dispatch();
    expect(receiver.calls.filter((call) => call.body.includes(caseNo)).length).toBeGreaterThan(before);
    expect(errors).toEqual([]);
  });
});

describe.each([['on a screen', SCREEN], ['on a phone', PHONE]] as const)('%s', (_, viewport) => {
  it.each(['zh', 'en'] as const)('%s: axe finds nothing serious, and nothing is wider than the screen', async (language) => {
    await undelivered();
    const { page, errors } = await system.signIn('manager-1', '/messages', { viewport, language });
    for (const path of ['/messages', '/messages/webhooks', '/settings/messages']) {
      await page.goto(path);
      await page.locator('main .card li, main .card tbody tr, main .card form').first().waitFor();
      await read(page);
      await expectAccessible(page);
    }
    await page.goto('/messages/webhooks');
    await page.getByRole('button', { name: language === 'zh' ? '新增订阅' : 'Subscribe' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    expect(errors).toEqual([]);
  }, 180_000);
});
