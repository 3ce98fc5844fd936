import type { Page } from 'playwright-core';

/** Waits until the server has a draft with these words in it: to be asked for before they are typed. */
export async function draftSaved(page: Page, words: string): Promise<void> {
  const answer = await page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes('/drafts/') && (one.request().postData() ?? '').includes(words));
  if (!answer.ok()) throw new Error(`The draft was not saved: ${answer.status()}`);
}
