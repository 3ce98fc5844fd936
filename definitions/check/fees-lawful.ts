import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Check } from './check.ts';

/** A licence is free unless a law or administrative regulation says otherwise. @see ALL art. 58, 59 */
export const feesLawful: Check = ({ definition: { items, bases } }) =>
  items.flatMap((item, index) => item.nature !== 'licence' ? [] : item.fees.flatMap(({ basis }, position) => {
    const { law, kind } = resolveBasis(bases, basis);
    if (kind === 'law' || kind === 'administrativeRegulation') return [];
    return [{
      code: 'fee.basisTooLow', id: item.id, at: { path: ['items', index, 'fees', position, 'basis'] },
      zh: `许可事项“${item.id}”的收费依据《${law}》不是法律、行政法规。`, en: `The fee of the licence “${item.id}” rests on ${law}, which is no law or administrative regulation.`,
      mend: { zh: '引用法律、行政法规，或删去收费（行政许可法第五十八条）。', en: 'Cite a law or an administrative regulation, or remove the fee (ALL art. 58).' },
    }];
  }));
