import { describe, expect, it } from '@jest/globals';
import { formatProblems } from './format-problems.ts';
import { spoil } from './spoilt-definition.ts';

describe('problems for people', () => {
  it('stand where an editor can follow them, in both languages, with what to do', () => {
    const { problems } = spoil('open-restaurant', ['department: water', 'department: watr']);
    expect(formatProblems(problems)).toBe(
      [
        'open-restaurant.yaml:245:17  department.unknown  [watr]',
        '  没有名为“watr”的部门。是否想写“water”？在 departments 中加入它，或改用已有名称。',
        '  There is no department named “watr”. Did you mean “water”? Add it to departments, or use a name that is there.',
        '',
        '1 个问题 / 1 problem',
      ].join('\n'),
    );
  });

  it('are said not to be there', () => {
    expect(formatProblems([])).toBe('没有问题。 / No problems.');
  });
});
