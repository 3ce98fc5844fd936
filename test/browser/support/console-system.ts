import type { Browser, BrowserContext, Page } from 'playwright-core';
import { consoleBundle } from '../../../client/console/build.ts';
import { type ServingOptions, type ServingSystem, startServingSystem } from '../../support/serving-system.ts';
import { startChromium } from './chromium.ts';

export const SCREEN = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface VisitorOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What his browser asks for; default Chinese. */
  readonly language?: 'zh' | 'en';
}

/** The whole system with its console, and a Chromium to look at it. One for each test file. */
export interface ConsoleSystem extends ServingSystem {
  readonly browser: Browser;
  /** A browser of its own, in which nobody has signed in. Its page fails the test's `calm()` if a script fails in it. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
  /** A browser of its own, in which somebody has signed in as a person does: at the identity provider. He is at `path` then. */
  signIn(account: string, path: string, options?: VisitorOptions): Promise<Visitor>;
  /** Closes every browser: a page left open reads anew whatever the next test changes. */
  everyoneLeaves(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the page's own console so far. */
  readonly errors: readonly string[];
}

/** @throws where there is no Chromium, saying how to get one */
export async function startConsoleSystem(options: ServingOptions = {}): Promise<ConsoleSystem> {
  const browser = await startChromium();
  const system = await consoleBundle().then((console) => startServingSystem({ ...options, console })).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  const visitor = async ({ viewport = SCREEN, language = 'zh' }: VisitorOptions = {}): Promise<Visitor> => {
    const context = await browser.newContext({ baseURL: system.url, viewport, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // An answer that is a refusal is told in the console too; that it is one is the page's business.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
    });
    return { page, context, errors };
  };
  return {
    ...system, browser, visitor,
    async signIn(account, path, visitorOptions) {
      const one = await visitor(visitorOptions);
      await one.page.goto(`/auth/login?${new URLSearchParams({ return_to: path })}`);
      await one.page.locator(`button[name=person][value="${account}"]`).click();
      await one.page.waitForURL((url) => url.pathname === path.split('?')[0]);
      await one.page.locator('main h1').waitFor();
      return one;
    },
    async everyoneLeaves() {
      await Promise.all(browser.contexts().map((one) => one.close()));
    },
    async end() {
      await browser.close();
      await system.end();
    },
  };
}
