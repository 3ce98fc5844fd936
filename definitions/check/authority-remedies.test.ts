import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const BANK = 'kind: body\n        remedy: 向金融监管部门投诉，或依法提起民事诉讼 / Complaint to the financial supervisors, or a civil suit';
const start = (to: string) => spoil('start-company', [BANK, to]);

describe('what helps against a decision', () => {
  it('of a body is what the definition names, of an organ reconsideration and suit', () => {
    expect(start(BANK).codes).toEqual([]);
    expect(start('kind: body').codes).toEqual(['remedy.missing']);
    expect(start('kind: organ').codes).toEqual(['court.missing', 'reconsiderationOrgan.missing']);
    expect(start(`${BANK}\n        court: 兰山区人民法院 / Lanshan Court`).codes).toEqual(['authority.remedyOfAnother']);
  });

  it('is not asked of a licence of a body, which there is not', () => {
    expect(spoil('connect-utilities', ['nature: publicService\n    department: gas-supply', 'nature: licence\n    department: gas-supply']).codes).toContain('authority.bodyLicenses');
  });
});
