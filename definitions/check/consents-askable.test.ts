import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const withConsent = (identity: string, more = '') => spoil('open-restaurant', [
  'outcome:\n',
  `consent:\n  - { id: owner, who: 房屋所有权人 / Owner, to: 用作经营场所 / Use as premises, persons: [{ identity: ${identity} }], basis: linyi-plan${more} }\noutcome:\n`,
]);

describe('a consent', () => {
  it('is given by somebody whom the form names', () => {
    expect(withConsent('shopName').codes).toEqual([]);
  });

  it('is asked of nobody named by a number', () => {
    const spoilt = withConsent('shopArea');
    expect(spoilt.places).toEqual([spoilt.place('consent.fieldNotText', 'shopArea }], basis')]);
  });

  it('names fields and items that exist', () => {
    expect(withConsent('ownerId').codes).toEqual(['field.unknown']);
    expect(withConsent('shopName', ', items: [no-such-item]').codes).toEqual(['item.unknown']);
  });

  it('is asked for on a condition over the form', () => {
    expect(withConsent('shopName', ', condition: shopArea >= 300.0').codes).toEqual([]);
    expect(withConsent('shopName', ', condition: shopSize >= 300.0').codes).toEqual(['condition.unknownField']);
  });
});
