import type { Page } from 'playwright-core';

/** What a page says when it has read what it reads. Blank pages never come to that. */
export async function read(page: Page): Promise<string> {
  const main = page.locator('main:has(h1):not(:has([aria-busy=true], .loading-page, .ant-skeleton))');
  await main.waitFor();
  return main.innerText();
}
