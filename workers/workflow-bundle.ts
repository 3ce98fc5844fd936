import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { FAILURE_CONVERTER } from './payload-codec.ts';
import { cacheFolder } from '../store/embedded/data-folder.ts';

const WORKFLOWS = join(import.meta.dirname, '..', 'workflows');

/**
 * The workflow code as one file, built once per content: starting a worker then costs a file read, not a webpack run.
 * @returns path of the bundle
 */
export async function workflowBundle({ simulation = false, folder = join(cacheFolder(), 'bundle') } = {}): Promise<string> {
  const entry = simulation ? 'simulation-bundle' : 'bundle';
  const path = join(folder, `${entry}-${await sourceHash()}.cjs`);
  if (existsSync(path)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(WORKFLOWS, `${entry}.ts`),
    // Failures are made in the sandbox: their messages and stacks must be encrypted there too.
    failureConverterPath: FAILURE_CONVERTER,
    // The pure core keeps nothing of any case, so all cases share it: loaded, compiled and optimised once instead of for each.
    preloadModules: ['calendar', 'evolve', 'rejection', 'step'].map((name) => join(WORKFLOWS, 'case', `${name}.ts`)),
    webpackConfigHook: forProduction,
    logger: quiet,
  });
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.${process.pid}`, code);
  await rename(`${path}.${process.pid}`, path);
  return path;
}

type WebpackConfig = Parameters<NonNullable<Parameters<typeof bundleWorkflowCode>[0]['webpackConfigHook']>>[0];

/**
 * The SDK's defaults are webpack's development mode, which takes xstate's development build (three times the size), and the
 * language of 2017, in which every object spread becomes a call of a helper.
 */
function forProduction(config: WebpackConfig): WebpackConfig {
  for (const rule of config.module?.rules ?? []) {
    const use = typeof rule === 'object' && rule !== null && typeof rule.use === 'object' && !Array.isArray(rule.use) ? rule.use : null;
    if (typeof use?.options === 'object' && 'jsc' in use.options) use.options['jsc'] = { ...(use.options['jsc'] as object), target: 'es2022' };
  }
  return { ...config, mode: 'production' };
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [import.meta.filename, FAILURE_CONVERTER, join(WORKFLOWS, '..', 'package-lock.json')]) hash.update(await readFile(path));
  for (const name of (await readdir(WORKFLOWS, { recursive: true })).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts')).sort()) {
    hash.update(name).update(await readFile(join(WORKFLOWS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

const nothing = () => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: console.warn, error: console.error };
