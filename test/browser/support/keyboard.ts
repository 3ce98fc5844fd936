import type { Page } from 'playwright-core';

/** So many stops are on no page of ours. */
const STOPS = 80;
/** The focus may come a moment after the page. ms */
const MOMENT = 50;

/**
 * Presses a key until the focus is on what is called so: by its label, its legend, its own words, or what stands in its list entry.
 * @param key null: none, the focus comes by itself
 * @throws where it is not found
 */
export async function pressUntil(page: Page, key: 'Tab' | 'Shift+Tab' | null, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (key !== null) await page.keyboard.press(key);
    const names = await focusedNames(page);
    if (names.some((one) => (typeof name === 'string' ? one === name : name.test(one)))) return;
    passed.push(names[0] ?? '—');
    if (key === null) await new Promise((later) => setTimeout(later, MOMENT));
  }
  throw new Error(`The focus never came to ${name}. It was on: ${passed.join(' | ')}`);
}

/** Goes on to an input, and types. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await pressUntil(page, 'Tab', name);
  await page.keyboard.type(text);
}

function focusedNames(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(NAMES);
}

/** In the page. */
const NAMES = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return [];
  const words = (one) => one?.innerText?.trim() ?? '';
  return [
    ...[...(element.labels ?? [])].map(words), element.getAttribute('aria-label') ?? '', /^(BUTTON|A)$/.test(element.tagName) ? words(element) : '',
    words(element.closest('fieldset')?.querySelector('legend')), words(element.closest('li')?.querySelector('b')),
  ].filter((one) => one !== '');
})()`;
