import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const withConsultation = (consultation: string) => spoil('open-restaurant', ['\nbases:\n', `\nconsultation: ${consultation}\nbases:\n`]);

describe('a consultation', () => {
  it('has a limit in working days, with its basis', () => {
    expect(withConsultation('{ limit: 5 working days, basis: linyi-plan ? }').codes).toEqual([]);
    expect(withConsultation('{ limit: 5 calendar days, basis: linyi-plan ? }').codes).toEqual(['consultation.unit']);
    expect(withConsultation('{ limit: 5 working days, basis: nothing }').codes).toEqual(['basis.unknown']);
  });
});
