import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { APPLICANT, RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { read } from './support/read.ts';
import { severalAtATime } from './support/several-at-a-time.ts';

/** Every page that a desk registers, as its file says: a new one is tested from its first day. */
const PATHS = globSync(fileURLToPath(new URL('../../client/console/*/routes.ts', import.meta.url))).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/page\('([^']+)'/g)].map(([, path]) => `/${path}`)).sort();

const ANYBODY = ['/services', '/services/:service', '/progress', '/verify/:number?'];
const SIGNED_IN = PATHS.filter((path) => !ANYBODY.includes(path));
const A_CASE = ['/cases/:caseNo', '/cases/:caseNo/items/:item', '/cases/:caseNo/work', '/my/:caseNo', '/window/cases/:caseNo', '/window/pre-reviews/:caseNo'];
const BOARD = ['/board', '/board/report'];
/** Everybody who has signed in says where he is told what concerns him. */
const OWN = '/settings/messages';

/** Who may open what; the case is none of the water department's, and none of that citizen's. */
const OPENS = {
  'citizen-chen-jing': { home: '/my', opens: [OWN, '/my', '/apply/:service'] },
  'clerk-1': { home: '/window', opens: [OWN, ...A_CASE, '/inbox', '/unresolved', '/window', '/window/receive', '/window/receive/:service', '/window/received/:caseNo'] },
  'reviewer-water-1': { home: '/inbox', opens: [OWN, '/inbox'] },
  'approver-water-1': { home: '/inbox', opens: [OWN, '/inbox'] },
  'head-water': { home: '/inbox', opens: [OWN, '/inbox', ...BOARD] },
  'government-head': { home: '/inbox', opens: [OWN, '/inbox', '/unresolved', ...BOARD, ...A_CASE] },
  'manager-1': { home: '/board', opens: [OWN, '/inbox', '/unresolved', '/audit', '/messages', '/messages/webhooks', ...BOARD, ...A_CASE] },
  'auditor-1': { home: '/audit', opens: [OWN, '/unresolved', '/audit', '/messages', ...BOARD, ...A_CASE] },
} as const;

/** Only the window, of those above, has to know whose case it is. */
const PERSONAL = [APPLICANT.name, APPLICANT.idNumber, APPLICANT.phone];
const OF_THE_CASE = [...PERSONAL, RECEIPT.form.shopName, RECEIPT.form.shopAddress];

let system: ConsoleSystem;
let caseNo: string;
beforeAll(async () => {
  system = await startConsoleSystem();
  const { status, body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: [] });
  expect([status, body]).toMatchObject([201, {}]);
  caseNo = body.caseNo;
}, 240_000);
afterAll(async () => {
  await system?.end();
});

const addressOf = (path: string) => path.replace(':caseNo', caseNo).replace(':service', 'open-restaurant').replace(':item', 'food-licence').replace('/:number?', '');

const signInAs = (page: Page, account: string) => page.locator(`button[name=person][value="${account}"]`).click();
const arrival = (page: Page, address: string) => page.waitForRequest((request) => request.isNavigationRequest() && request.url() === `${system.url}${address}`);

/** Pages that are open at a time. */
const AT_A_TIME = 4;

interface Told {
  readonly text: string;
  readonly refusals: readonly string[];
}

async function open(page: Page, path: string): Promise<Told> {
  await page.goto(addressOf(path));
  const text = await read(page);
  return { text, refusals: await page.locator('main [role=alert]:has(.problem), main p[role=alert]').allInnerTexts() };
}

describe.each(Object.entries(OPENS))('%s', (account, { home, opens }) => {
  let told: Awaited<ReturnType<typeof severalAtATime<string, Told>>>;
  let errors: readonly string[];
  beforeAll(async () => {
    const { page, context, errors: ofScripts } = await system.signIn(account, home);
    const others = await Promise.all(Array.from({ length: AT_A_TIME - 1 }, () => context.newPage()));
    told = await severalAtATime([page, ...others], PATHS, open);
    errors = ofScripts;
    await context.close();
  }, 240_000);

  it.each(PATHS)('%s: opens, or says clearly why not and tells nothing', (path) => {
    const { text, refusals } = told.get(path)!();
    const isOpen = [...ANYBODY, ...opens].includes(path);
    expect([path, refusals.length]).toEqual([path, isOpen ? 0 : 1]);
    if (!isOpen) expect(refusals[0]).toMatch(/case\.unknown|right\.|由申请人或代办人本人登录后进行|收件由综合窗口人员办理/);
    for (const one of isOpen ? (account === 'clerk-1' ? [] : PERSONAL) : OF_THE_CASE) expect(text).not.toContain(one);
  });

  it('no script fails on any of them', () => {
    expect(errors).toEqual([]);
  });
});

describe('signing in', () => {
  let led: Awaited<ReturnType<typeof severalAtATime<string, string>>>;
  let errors: readonly string[];
  beforeAll(async () => {
    // Each a browser of its own, which forgets who signed in before it goes on.
    const visitors = await Promise.all(Array.from({ length: AT_A_TIME }, () => system.visitor()));
    led = await severalAtATime(visitors.map(({ page }) => page), PATHS, async (page, path) => {
      await page.context().clearCookies();
      const address = `${addressOf(path)}?from=here`;
      await page.goto(address);
      if (ANYBODY.includes(path)) {
        await read(page);
        return page.url();
      }
      const back = arrival(page, address);
      await signInAs(page, 'clerk-1');
      const arrived = await back;
      await read(page);
      return arrived.url();
    });
    errors = visitors.flatMap((visitor) => visitor.errors);
    await Promise.all(visitors.map(({ context }) => context.close()));
  }, 240_000);

  it.each(SIGNED_IN)('leads back to %s', (path) => {
    expect(led.get(path)!()).toBe(`${system.url}${addressOf(path)}?from=here`);
  });

  it.each(ANYBODY)('is not needed for %s', (path) => {
    expect(led.get(path)!()).toBe(`${system.url}${addressOf(path)}?from=here`);
  });

  it('leaves no script that failed', () => {
    expect(errors).toEqual([]);
  });

  it('is gone through again when the session has ended, and leads back to the same page', async () => {
    const { page, errors } = await system.signIn('clerk-1', `/cases/${caseNo}`);
    await page.goto(`/cases/${caseNo}?from=here`);
    await read(page);
    await system.store.db.deleteFrom('session').execute();
    // The provider knows him still, and asks nothing.
    const signedIn = page.waitForRequest(/\/auth\/callback/);
    await page.reload();
    await signedIn;
    await page.waitForURL(`${system.url}/cases/${caseNo}?from=here`);
    expect(await read(page)).toContain(APPLICANT.name);
    expect(errors).toEqual([]);
  });
});
