import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE, SCREEN } from './console-system.ts';

/** axe finds nothing serious or critical on the page as it stands; and nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // The other mode opens a blank page for each look, for the sake of frames of other origins: we have none. It takes twice as long.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`)).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}

/** The same on a screen and on a phone, in Chinese and in English. The page is read once: what differs is its style and its words, and both follow at once. */
export async function expectAccessibleInEveryWay(page: Page): Promise<void> {
  for (const { tag, name } of LANGUAGES) {
    await speak(page, tag, name);
    for (const viewport of [SCREEN, PHONE]) {
      await page.setViewportSize(viewport);
      await page.evaluate(DRAWN_ANEW);
      await expectAccessible(page).catch((error: unknown) => {
        throw new Error(`${new URL(page.url()).pathname}, ${tag}, ${viewport.width} pixels wide`, { cause: error });
      });
    }
  }
}

const LANGUAGES = [{ tag: 'zh-CN', name: '中文' }, { tag: 'en', name: 'English' }] as const;

/** What measures itself has done so after two frames. */
const DRAWN_ANEW = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** As the reader changes it: with the switch on top of every page, which names the other language. */
async function speak(page: Page, tag: string, name: string): Promise<void> {
  if (await page.locator('html').getAttribute('lang') !== tag) await page.getByRole('banner').getByRole('button', { name, exact: true }).click();
  await page.locator(`html[lang="${tag}"]`).waitFor({ state: 'attached' });
}
