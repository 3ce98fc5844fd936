import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { inWords } from '../../client/scenario/in-words.ts';
import { play } from '../../client/scenario/play.ts';
import { readScenario } from '../../client/scenario/read-scenario.ts';
import { openTheatre } from '../../client/scenario/theatre.ts';

/** Plays every scenario file of a folder through the real time-skipping server, worker and PostgreSQL. */
export function everyScenarioOf(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml') && !name.includes('definitions/')).sort();

  describe('scenario', () => {
    let theatre: Awaited<ReturnType<typeof openTheatre>>;
    beforeAll(async () => {
      theatre = await openTheatre({ current: 'test', keys: { test: randomBytes(32) } });
    });
    afterAll(async () => {
      await theatre?.close();
    });

    it.each(names.map((name) => [name.slice(0, -5), join(folder, name)]))('%s', async (_, file) => {
      const scenario = await readScenario(file);
      const played = await theatre.onOwnStage((stage) => play(scenario, stage, fileCatalogue, file));
      expect(inWords(scenario, played)).toBe('');
    });
  });
}
