import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const withSupervision = (supervision: string) => spoil('open-restaurant', ['  - id: drainage-licence\n', `  - id: drainage-licence\n    supervision: ${supervision}\n`]);

describe('the department that supervises what was granted', () => {
  it('is another than the one that grants, and a known one', () => {
    expect(withSupervision('{ department: city-management, within: 5 working days, basis: sewage }').codes).toEqual([]);
    expect(withSupervision('{ department: water, basis: sewage }').codes).toEqual(['supervision.sameDepartment']);
    expect(withSupervision('{ department: nobody, basis: sewage }').codes).toEqual(['department.unknown']);
  });
});
