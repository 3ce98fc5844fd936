import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commandLine } from '../../client/cli/test-support/command-line.ts';
import { proveDefinitions } from '../../client/cli/prove-definitions.ts';
import { play } from '../../client/scenario/play.ts';
import { readScenario } from '../../client/scenario/read-scenario.ts';
import { withTheatre } from '../../client/scenario/theatre.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { planOf } from './samples.ts';

const LAWFUL = planOf('definitions/catalogue/go-to-school.yaml');
/** What is not corrected in time lapses, and no rule says so: the checker never lets such a plan come to be. */
const BROKEN: CasePlan = { ...LAWFUL, correction: { limit: LAWFUL.correction.limit, whenOver: 'lapse' } };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-story-'));
  file = join(folder, 'violation.yaml');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the story that check --prove --story writes', () => {
  it('tells the first violation as a scenario file', async () => {
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    proveDefinitions([{ file: 'broken.yaml', problems: [], plan: BROKEN, gantt: null }], { story: file });
    const printed = said.mock.calls.flat().join('\n');
    said.mockRestore();
    expect(process.exitCode).toBe(1);
    process.exitCode = 0;
    expect(printed).toContain('✘ 每一等待都有期限，每一期限都有依据和后果');
    expect(await readFile(file, 'utf8')).toContain('service: go-to-school');
  }, 240_000);

  it('fails on the engine as long as the violation is there', async () => {
    const scenario = await readScenario(file);
    const { failure } = await withTheatre({ current: 'story', keys: { story: Buffer.alloc(32, 7) } }, (onOwnStage) =>
      onOwnStage((stage) => play(scenario, stage, async () => BROKEN, file)));
    expect(failure).toMatchObject({ path: expect.stringContaining('items'), expected: 'uncorrected' });
  });

  it('passes once it is mended', async () => {
    expect(await commandLine(join(folder, 'none')).run('play', file)).toEqual({ code: 0, out: `✔ ${file}\n`, err: '' });
  });
});
