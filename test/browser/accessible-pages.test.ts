import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import type { SeenCase } from '../../client/api/schemas/seen-case.ts';
import { expectAccessible } from './support/accessible.ts';
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
afterAll(async () => {
  await system?.end();
});

const SCREENS = [['on a screen', SCREEN], ['on a phone', PHONE]] as const;

describe.each(SCREENS)('%s axe finds nothing serious, and nothing is wider than it', (_, viewport) => {
  it.each(['zh', 'en'] as const)('%s: on what anybody is told', async (language) => {
    const { page, context, errors } = await system.visitor({ viewport, language });
    const other = `${known.hash.slice(0, -1)}${known.hash.endsWith('0') ? '1' : '0'}`;
    const shown: readonly (readonly [path: string, ready: string])[] = [
      [known.progress, '#found'], ['/progress?case=371302-19990101-0001&code=AAAAAAAAAA', '[role=alert]'],
      [`${known.paper}?hash=${known.hash}`, '.verdict.good'], [`${known.paper}?hash=${other}`, '.verdict.bad'], [known.paper, '.verdict.open'], ['/verify/371302-19990101-0001-%E6%94%B61', '[role=alert]'],
      ['/no/such/page', 'main h1'], ['/auth/logged-out', 'h1'],
    ];
    for (const [path, ready] of shown) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('where one chooses who one is, and where a sign-in went wrong', async () => {
    const { page, context } = await system.visitor({ viewport });
    await page.goto('/auth/login');
    await page.locator('button[name=person]').first().waitFor();
    await expectAccessible(page);
    await page.goto('/auth/callback?state=forged&code=forged');
    await page.getByRole('link', { name: /重新登录/ }).waitFor();
    await expectAccessible(page);
    await context.close();
  }, 120_000);

  it.each(['zh', 'en'] as const)('%s: on a case as supervision sees it, and as a department does', async (language) => {
    for (const account of ['manager-1', 'reviewer-health-1']) {
      const { page, context, errors } = await system.signIn(account, `/cases/${known.caseNo}`, { viewport, language });
      await page.locator('.lane-name').first().waitFor();
      await page.locator('.timeline .entry').first().waitFor();
      for (const folded of await page.locator('details > summary').all()) await folded.click();
      await expectAccessible(page);
      expect(errors).toEqual([]);
      await context.close();
    }
  }, 180_000);
});
