import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { RECEIPT } from '../client/api/test-support/restaurant.ts';
import { startChromium } from '../test/browser/support/chromium.ts';
import type { ServingSystem } from '../test/support/serving-system.ts';
import { atMost, type Figure, told } from './figure.ts';

const VISITS = 5;
/** Compressed; what a first visit loads before something can be seen. */
const FIRST_LOAD_KB = 350;

/** How soon a reviewer sees his inbox and an item, in a Chromium of its own whose cache is empty at each visit; and how much comes first. */
export async function* benchConsole(system: ServingSystem, folder: string, reviewer: string): AsyncGenerator<Figure> {
  yield atMost(FIRST_LOAD_KB, 'console: first load, gzip', 'KB', await firstLoad(folder));
  await (await system.as('clerk-1')).post('/cases', RECEIPT);
  const browser = await startChromium();
  const times = { inbox: [] as number[], item: [] as number[], language: [] as number[] };
  try {
    for (let visit = 0; visit < VISITS; visit += 1) await visited(await freshContext(browser, system, reviewer), times);
  } finally {
    await browser.close();
  }
  yield told('console: inbox opened, nothing in the cache', 'ms', times.inbox);
  yield told('console: an item opened from the inbox', 'ms', times.item);
  yield told('console: language switched', 'ms', times.language);
}

async function freshContext(browser: Browser, system: ServingSystem, reviewer: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: system.url, viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const [name, value] = (await system.as(reviewer)).cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: system.url }]);
  return context;
}

async function visited(context: BrowserContext, times: Record<'inbox' | 'item' | 'language', number[]>): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  times.inbox.push(await took(async () => {
    await page.goto('/inbox?view=all');
    await page.locator('.tasks tbody tr').first().waitFor();
  }));
  // The filled cases are rows without a case behind them: opened is one that was received.
  await page.goto('/inbox?view=all&item=staff-health');
  const link = page.locator('a.task-link[href$="/items/staff-health"]').first();
  await link.waitFor();
  times.item.push(await took(async () => {
    await link.click();
    await page.waitForURL(/\/items\/staff-health$/);
    await heading(page);
  }));
  times.language.push(await took(async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '中文' }).waitFor();
  }));
  await context.close();
}

function heading(page: Page): Promise<void> {
  return page.locator('main h1').first().waitFor();
}

async function took(act: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

async function firstLoad(folder: string): Promise<number> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const names = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name!);
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  return Math.round(sizes.reduce((sum, size) => sum + size, gzipSync(page).length) / 102.4) / 10;
}
