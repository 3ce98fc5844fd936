import type { Locator, Page } from 'playwright-core';

/** What may be done on an item's page, by its title: opened, if it was not. */
export async function action(page: Page, title: string): Promise<Locator> {
  const header = page.getByRole('heading', { level: 3, name: title, exact: true }).getByRole('button');
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  return page.locator('.action').filter({ has: header });
}

/** Says yes when asked once more. */
export async function sure(page: Page, submit: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: submit }).click();
}

/** What the page tells, not what somebody types into it: the words of a text field count as its text as well. */
export function told(page: Page, words: string): Locator {
  return page.getByText(words).and(page.locator(':not(textarea)')).first();
}

/** Searches for one of a list, and takes it once the list is there and has it. */
export async function choose(page: Page, box: Locator, words: string): Promise<void> {
  await box.fill(words);
  await page.locator('.ant-select-item-option-active').filter({ hasText: words, visible: true }).waitFor();
  await page.keyboard.press('Enter');
}
