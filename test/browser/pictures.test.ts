import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSamples } from '../../client/samples/make-samples.ts';
import { listCases } from '../../store/queries/cases.ts';
import { expectAccessible } from './support/accessible.ts';
import { type ConsoleSystem, PHONE, SCREEN, startConsoleSystem } from './support/console-system.ts';

/** `npm run pictures` writes those of the README; every test run makes them, and looks whether what they show is there. */
const folder = process.env['PICTURES'] ?? (await mkdtemp(join(tmpdir(), 'onething-pictures-')));

let system: ConsoleSystem;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  system = await startConsoleSystem({ services: ['open-restaurant', 'transfer-house'], simulation: true });
  await makeSamples(system.client);
}, 240_000);
afterAll(async () => {
  await system?.end();
});

/** The sample case that stands in a phase, or has what the console shows of it. */
async function caseOf(shop: string): Promise<string> {
  const { rows } = await listCases(system.store.db, {}, { size: 200 });
  for (const { caseNo } of rows) if ((await system.client.view(caseNo)).state.form['shopName'] === shop) return caseNo;
  throw new Error(`no sample case of ${shop}`);
}

const PICTURES = [
  { name: 'window', who: 'clerk-1', path: async () => '/window', shows: '综合窗口', screen: SCREEN },
  { name: 'case', who: 'clerk-1', path: async () => `/cases/${await caseOf('云栖·沂河店')}`, shows: '户外广告', screen: SCREEN },
  { name: 'inbox', who: 'reviewer-market-regulation-1', path: async () => '/inbox', shows: '食品经营许可', screen: SCREEN },
  { name: 'board', who: 'manager-1', path: async () => '/board', shows: '超期', screen: SCREEN },
  { name: 'correction', who: 'citizen-li-ming', path: async () => `/my/${await caseOf('李家大院')}`, shows: '平面图', screen: PHONE },
  { name: 'apply', who: 'citizen-li-ming', path: async () => '/apply/open-restaurant', shows: '这件事包括什么', screen: SCREEN },
] as const;

it.each(PICTURES)('$name: shows what it should, and everybody can use it', async ({ name, who, path, shows, screen }) => {
  const { page, context, errors } = await system.signIn(who, await path(), { viewport: screen });
  await page.getByText(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await page.screenshot({ path: join(folder, `${name}.png`), clip: { x: 0, y: 0, ...screen } });
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);
