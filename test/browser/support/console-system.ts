import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
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
  /** A browser of its own, in which somebody has signed in as a person does: at the identity provider. He is at `path` then. Where he has signed in before, his next browser begins with what the last one was given. */
  signIn(account: string, path: string, options?: VisitorOptions): Promise<Visitor>;
  /** Closes every browser: a page left open reads anew whatever the next test changes. */
  everyoneLeaves(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the pages' own console so far: of every page of the browser. */
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
    context.setDefaultTimeout(20_000);
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().message));
    context.on('console', (message) => {
      // An answer that is a refusal is told in the console too; that it is one is the page's business.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
    });
    return { page: await context.newPage(), context, errors };
  };
  const given = new Map<string, readonly Cookie[]>();
  return {
    ...system, browser, visitor,
    async signIn(account, path, visitorOptions) {
      const one = await visitor(visitorOptions);
      const { page, context } = one;
      const known = given.get(account);
      if (known) await context.addCookies(known);
      await page.goto(known ? path : `/auth/login?${new URLSearchParams({ return_to: path })}`);
      const door = page.locator(`button[name=person][value="${account}"]`);
      const inside = page.locator('#main h1');
      await door.or(inside).first().waitFor();
      if (await door.isVisible()) await door.click();
      await page.waitForURL((url) => url.pathname === path.split('?')[0]);
      await inside.waitFor();
      given.set(account, await context.cookies());
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
