import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('an instant rule', () => {
  it('leaves no time for a special procedure', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    condition: hasSignboard\n', '    condition: hasSignboard\n    instant: hasSignboard\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('instant.withProcedures', 'hasSignboard\n    dependsOn')]);
  });
});
