import { each, offence, type Property } from './property.ts';

export const oneNotice: Property = {
  id: 'oneNotice', article: '行政许可法 第三十二条第一款第四项 ALL art. 32(4)',
  says: { zh: '补正通知至多一次，受理后没有', en: 'at most one correction notice, and none after acceptance' },
  broken: (transition) => {
    for (const { known } of each(transition, 'noticeIssued')) {
      if (known.notices > 0) return offence('发出了第二份补正通知', 'a second correction notice was issued', { expect: { documents: { correctionNotice: 1 } } });
      if (known.accepted) return offence('受理之后又发出补正通知', 'a correction notice was issued after the acceptance', { expect: { documents: { correctionNotice: 0 } } });
    }
    for (const { change, known } of each(transition, 'itemExamined')) {
      if (known.notices > 0) return offence(`通知发出后又对“${change.item}”作出审查答复`, `${change.item} was examined again after the notice`, { refused: 'correction.alreadyNotified' });
      if (known.accepted) return offence(`受理后又对“${change.item}”作出审查答复`, `${change.item} was examined again after the acceptance`, { refused: 'acceptance.alreadyIssued' });
    }
    const count = transition.result.state.documents.filter((one) => one.kind === 'correctionNotice').length;
    return count > 1 ? offence('有两份补正通知书', 'there are two papers of a correction notice', { expect: { documents: { correctionNotice: 1 } } }) : null;
  },
};
