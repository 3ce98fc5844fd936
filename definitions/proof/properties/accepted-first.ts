import { each, offence, papers, type Property } from './property.ts';

export const acceptedFirst: Property = {
  id: 'acceptedFirst', article: '行政许可法 第三十二条、第四十二条 ALL art. 32, 42',
  says: { zh: '未受理的不作决定，受理有书面凭证', en: 'no decision without acceptance, and a paper for the acceptance' },
  broken: (transition) => {
    for (const { known } of each(transition, 'caseAccepted')) {
      if (known.accepted) return offence('受理了两次', 'the case was accepted twice', { expect: { happened: { caseAccepted: 1 } } });
      if (papers(transition, 'acceptance').length !== 1) return offence('受理而没有受理通知书', 'the case was accepted without its paper', { expect: { documents: { acceptance: 1 } } });
    }
    for (const { change, known } of each(transition, 'decisionProposed', 'itemGranted', 'itemRefused')) {
      if (known.accepted?.includes(change.item)) continue;
      return offence(`“${change.item}”尚未受理就有决定`, `${change.item} was decided without having been accepted`, { refused: 'command.notNow' });
    }
    return null;
  },
};
