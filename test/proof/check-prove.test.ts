import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../client/cli/test-support/command-line.ts';

const DRUGSTORE = join(import.meta.dirname, '..', 'scenarios', 'definitions', 'drugstore.yaml');

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'onething-prove-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('onething check --prove', () => {
  it('says what was explored, and that every promise holds', async () => {
    const { code, out } = await commandLine(join(folder, 'none')).run('check', '--prove', DRUGSTORE);
    expect(code).toBe(0);
    expect(out).toMatch(/each item.*穷尽 exhaustive/);
    expect(out.match(/✔/g)).toHaveLength(14);
    expect(out).not.toContain('✘');
  });

  it('says the same to programs', async () => {
    const { code, out } = await commandLine(join(folder, 'none')).run('check', '--prove', '--json', DRUGSTORE);
    expect(code).toBe(0);
    const [proof] = JSON.parse(out) as [{ broken: object; explored: { what: string; states: number; bounded: string[] }[] }];
    expect(proof.broken).toEqual({});
    expect(proof.explored.every((row) => row.states > 0 && row.bounded.length === 0)).toBe(true);
  });
});
