import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { play } from '../client/scenario/play.ts';
import { readScenario } from '../client/scenario/read-scenario.ts';
import { fileCatalogue } from '../client/scenario/file-catalogue.ts';
import { inWords } from '../client/scenario/in-words.ts';
import { openTheatre } from '../client/scenario/theatre.ts';

/** Every scenario file, law and catalogue alike, through the real time-skipping server, worker and PostgreSQL. */
const folders = [join(import.meta.dirname, 'scenarios'), join(import.meta.dirname, '..', 'definitions', 'scenarios')];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.includes('definitions/'))
    .map((name) => join(folder, name))).sort();

describe('scenario', () => {
  let theatre: Awaited<ReturnType<typeof openTheatre>>;
  beforeAll(async () => {
    theatre = await openTheatre({ current: 'test', keys: { test: randomBytes(32) } });
  });
  afterAll(async () => {
    await theatre?.close();
  });

  it.each(files.map((file) => [file.slice(file.lastIndexOf('scenarios/') + 10, -5), file]))('%s', async (_, file) => {
    const scenario = await readScenario(file);
    const played = await theatre.onOwnStage((stage) => play(scenario, stage, fileCatalogue, file));
    expect(inWords(scenario, played)).toBe('');
  });
});
