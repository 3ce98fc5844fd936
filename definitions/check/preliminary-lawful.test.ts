import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

// A first examination takes longer than the restaurant promises: that is another check's matter.
const withPreliminary = (preliminary: string, item = 'drainage-licence') => ({ codes: spoil('open-restaurant', [`  - id: ${item}\n`, `  - id: ${item}\n    preliminary: ${preliminary}\n`]).codes.filter((code) => code !== 'promise.pathTooLong') });

describe('a preliminary examination', () => {
  it('has the 20 working days of art. 43 and its own law', () => {
    expect(withPreliminary('{ department: health, basis: sewage }').codes).toEqual([]);
    expect(withPreliminary('{ department: health }').codes).toEqual(['basis.missing']);
  });

  it('is another department’s, and a known one', () => {
    expect(withPreliminary('{ department: water, basis: sewage }').codes).toEqual(['preliminary.sameDepartment']);
    expect(withPreliminary('{ department: nobody, basis: sewage }').codes).toEqual(['department.unknown']);
  });

  it('is longer than 20 working days only by a law or regulation', () => {
    expect(withPreliminary('{ department: health, limit: 25 working days, basis: sewage }').codes).toContain('preliminary.tooLong');
    expect(withPreliminary('{ department: health, limit: { limit: 25 working days, basis: linyi-plan ? }, basis: sewage }').codes).toContain('preliminary.tooLong');
    expect(withPreliminary('{ department: health, limit: { limit: 25 working days, basis: sewage }, basis: sewage }').codes).not.toContain('preliminary.tooLong');
  });

  it('of what is no licence names what sets its limit', () => {
    expect(withPreliminary('{ department: water, basis: sewage }', 'staff-health').codes).toEqual(['preliminary.limitBasis']);
    expect(withPreliminary('{ department: water, limit: { limit: 1 working day, basis: linyi-plan ? }, basis: sewage }', 'staff-health').codes).not.toContain('preliminary.limitBasis');
  });
});
