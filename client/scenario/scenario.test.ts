import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SCHEMA_FILE, scenarioSchema } from './generate-schema.ts';
import { readScenario, ScenarioError } from './read-scenario.ts';

const write = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'story.yaml');
  writeFileSync(file, text);
  return file;
};

describe('a scenario file', () => {
  it('has a JSON Schema for editors that is up to date (npm run schema)', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(scenarioSchema());
  });

  it('tells every mistake with its place', async () => {
    const file = write([
      'title: 收件 / Receipt',
      'service: open-restaurant',
      'receive:',
      '  at: 2026-02-30T09:00',
      '  form: {}',
      'steps:',
      '  - at: 2026-02-11T10:00',
      '    expects: { phase: examination }',
    ].join('\n'));
    const error = await readScenario(file).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ScenarioError);
    const { problems } = error as ScenarioError;
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[4, 7], [7, 5]]);
    expect(problems[1]!.message).toContain('expects');
  });

  it('is refused as YAML before it is read as a story', async () => {
    await expect(readScenario(write('title: [\n'))).rejects.toThrow(/story\.yaml:\d+:\d+/);
  });
});
