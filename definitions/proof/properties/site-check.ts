import { holds } from '../../../workflows/case/condition.ts';
import { each, offence, type Property } from './property.ts';

export const siteCheck: Property = {
  id: 'siteCheck', article: '行政许可法 第三十四条第三款 ALL art. 34 para 3',
  says: { zh: '现场核查由两名以上工作人员进行，应当核查的未核查不得准予', en: 'every check on the site has two officers, and where the law asks for one nothing is granted before' },
  broken: (transition) => {
    for (const { change } of each(transition, 'siteChecked')) {
      if (new Set(change.officers.map(({ id }) => id)).size < 2) {
        return offence(`“${change.item}”的现场核查只有一人`, `one officer alone checked the site for ${change.item}`, { refused: 'siteCheck.twoOfficers' });
      }
    }
    for (const { change, known } of each(transition, 'itemGranted', 'decisionProposed')) {
      if (change.kind === 'decisionProposed' && change.proposal.outcome === 'refuse') continue;
      const { onSiteCheck } = transition.plan.items.find((one) => one.id === change.item)!;
      if (onSiteCheck && !known.heard[change.item]?.checked && !(onSiteCheck.waiver && holds(onSiteCheck.waiver.when, transition.result.state.form))) {
        return offence(`“${change.item}”未经现场核查即准予`, `${change.item} is granted without a check on the site`, { refused: 'siteCheck.missing' });
      }
    }
    return null;
  },
};
