import { describe, expect, it } from '@jest/globals';
import { matchingText } from './matching-text.ts';

describe('a text that matches', () => {
  it.each(['[0-9A-Z]{18}', '[0-9]{17}[0-9X]', '[0-9]{12,19}', '(京|鲁)[A-Z]\\d+', 'a?b*c+', '(?:x|y){2}\\.', '[^0-9]{3}', '1[3-9]\\d{9}'])('%s', (pattern) => {
    expect(matchingText(pattern)).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
  });

  it('is not made up where none is found', () => {
    expect(matchingText('(?=b)a')).toBeNull();
  });
});
