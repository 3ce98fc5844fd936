import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSimulation } from './read-input.ts';

const WRONG = `services:
  - service: open-restaurant
    arrivals: six
departments:
  market-regulation: { reviewrs: 3, decide: { median: 2 hours, p90: 1 hours }, examine: quick }
queue: lifo
`;

describe('a simulation file', () => {
  it('needs nothing but a service', () => {
    const { input, problems } = readSimulation('services: [{ service: open-restaurant }]', 'sim.yaml');
    expect(problems).toEqual([]);
    expect(input).toMatchObject({ seed: 1, cases: 1000, queue: 'fifo', officeHours: ['09:00-12:00', '13:00-17:00'] });
  });

  it('as the documentation shows it is a good one', () => {
    const { input, problems } = readSimulation(readFileSync('docs/simulation.yaml', 'utf8'), 'docs/simulation.yaml');
    expect(problems).toEqual([]);
    expect(input?.departments['fire-rescue']?.away).toEqual([{ from: '2026-12-07', to: '2026-12-18', people: 1 }]);
  });

  it('shows every mistake with its line and column, in both languages', () => {
    const { input, problems } = readSimulation(WRONG, 'sim.yaml');
    expect(input).toBeNull();
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 15, 'arrivals.wrong'], [5, 24, 'key.unknown'], [5, 45, 'decide.wrong'], [5, 89, 'examine.wrong'], [6, 8, 'queue.wrong'],
    ]);
    expect(problems[1]).toMatchObject({ zh: '不认识的键“reviewrs”。是否想写“reviewers”？', en: 'Unknown key “reviewrs”. Did you mean “reviewers”?' });
    expect(problems[2]!.mend).toEqual({ zh: '应为：p90 不短于 median。', en: 'It should be p90 not shorter than median.' });
  });

  it.each([
    ['an empty file', '', 1, 'services.missing'],
    ['no YAML', 'services: [', 1, 'yaml.syntax'],
    ['a period that runs backwards', 'services: [{ service: retire }]\nperiod: { from: 2026-12-31, to: 2026-12-01 }', 2, 'period.backwards'],
    ['a day that does not exist', 'services: [{ service: retire }]\nperiod: { from: 2026-02-30, to: 2026-12-01 }', 2, 'from.wrong'],
    ['hours that overlap', 'services: [{ service: retire }]\nofficeHours:\n  - 09:00-12:00\n  - 11:00-17:00', 4, 'officeHours.order'],
    ['a chance of more than one', 'services: [{ service: retire }]\nrefused: 1.5', 2, 'refused.wrong'],
    ['no time at all', 'services: [{ service: retire }]\ndecide: 0 hours', 2, 'decide.wrong'],
  ])('%s is refused where it stands', (_, text, line, code) => {
    const { problems } = readSimulation(text, 'sim.yaml');
    expect(problems.map((one) => [one.line, one.code])).toEqual([[line, code]]);
  });
});
