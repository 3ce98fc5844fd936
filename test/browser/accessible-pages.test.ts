import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { expectAccessible, expectAccessibleInEveryWay } from './support/accessible.ts';
import { type ConsoleSystem, PHONE, SCREEN, startConsoleSystem } from './support/console-system.ts';

let system: ConsoleSystem;
/** What anybody is told: a case by its code, a paper that is genuine, one that is not, one whose hash nobody gave. */
let known: { readonly caseNo: string; readonly progress: string; readonly paper: string; readonly hash: string };

beforeAll(async () => {
  system = await startConsoleSystem();
  const clerk = await system.as('clerk-1');
  const { caseNo } = (await clerk.post<{ caseNo: string }>('/cases', { ...RECEIPT, materials: [] })).body;
  const { code } = (await clerk.get<{ code: string }>(`/cases/${caseNo}/progress-code`)).body;
  const [receipt] = (await clerk.get<SeenCase>(`/cases/${caseNo}`)).body.documents;
  known = { caseNo, progress: `/progress?case=${caseNo}&code=${code}`, paper: `/verify/${encodeURIComponent(receipt!.number)}`, hash: receipt!.hash };
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
});

describe('axe finds nothing serious, and nothing is wider than the screen', () => {
  it('on what anybody is told', async () => {
    const { page, errors } = await system.visitor();
    const other = `${known.hash.slice(0, -1)}${known.hash.endsWith('0') ? '1' : '0'}`;
    const shown: readonly (readonly [path: string, ready: string])[] = [
      [known.progress, '#found'], ['/progress?case=371302-19990101-0001&code=AAAAAAAAAA', '[role=alert]'],
      [`${known.paper}?hash=${known.hash}`, '.verdict.good'], [`${known.paper}?hash=${other}`, '.verdict.bad'], [known.paper, '.verdict.open'], ['/verify/371302-19990101-0001-%E6%94%B61', '[role=alert]'],
      ['/no/such/page', 'main h1'],
    ];
    for (const [path, ready] of shown) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      await expectAccessibleInEveryWay(page);
    }
    expect(errors).toEqual([]);
  }, 180_000);

  // These say everything in both languages at once.
  it.each([['on a screen', SCREEN], ['on a phone', PHONE]] as const)('%s where one chooses who one is, where a sign-in went wrong, and where one has signed out', async (_, viewport) => {
    const { page } = await system.visitor({ viewport });
    await page.goto('/auth/login');
    await page.locator('button[name=person]').first().waitFor();
    await expectAccessible(page);
    await page.goto('/auth/callback?state=forged&code=forged');
    await page.getByRole('link', { name: /重新登录/ }).waitFor();
    await expectAccessible(page);
    await page.goto('/auth/logged-out');
    await page.locator('h1').waitFor();
    await expectAccessible(page);
  }, 120_000);

  it.each(['manager-1', 'reviewer-health-1'])('on a case as %s sees it', async (account) => {
    const { page, errors } = await system.signIn(account, `/cases/${known.caseNo}`);
    await page.locator('.lane-name').first().waitFor();
    await page.locator('.timeline .entry').first().waitFor();
    for (const folded of await page.locator('details > summary').all()) await folded.click();
    await expectAccessibleInEveryWay(page);
    expect(errors).toEqual([]);
  }, 180_000);
});
