import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const withFee = (basis: string) => spoil('open-restaurant', [
  '    fields: [creditCode, shopName, shopAddress, dailySewage]\n',
  `    fees: [{ name: 工本费 / Cost of the certificate, amount: 10, basis: ${basis} }]\n    fields: [creditCode, shopName, shopAddress, dailySewage]\n`,
]);

describe('the fee of a licence', () => {
  it('rests on a law or an administrative regulation', () => {
    expect(withFee('sewage 第二十一条').codes).toEqual([]);
    expect(withFee('licensing 第五十八条').codes).toEqual([]);
  });

  it('cannot rest on a rule or a local decision', () => {
    const spoilt = withFee('food-licensing ?');
    expect(spoilt.codes).toEqual(['fee.basisTooLow']);
    expect(spoilt.only().id).toBe('drainage-licence');
    expect(withFee('linyi-plan ?').codes).toEqual(['fee.basisTooLow']);
  });
});
