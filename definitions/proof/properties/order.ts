import type { CasePlan, ItemId } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { holds } from '../../../workflows/case/condition.ts';
import { dateOf } from '../../../workflows/case/plain-date.ts';
import { formAndResults } from '../../../workflows/case/result-values.ts';
import { startDate } from '../../../workflows/case/start-date.ts';
import { each, offence, type Property } from './property.ts';

export const order: Property = {
  id: 'order', article: 'domain §3.7；行政许可法 第四十二条 ALL art. 42',
  says: {
    zh: '前置事项获准、日期届至、结果相符才开始；主事项未获准的不得准予',
    en: 'an item starts only after what it depends on, not before its date, and if the results call for it; without the main item nothing is granted',
  },
  broken: (transition) => {
    const { plan, result: { state, calendar } } = transition;
    for (const { change } of each(transition, 'itemStarted')) {
      const item = plan.items.find((one) => one.id === change.item)!;
      const early = item.dependsOn.find((id) => state.items[id] && !isSettledFor(state, id));
      if (early !== undefined) return because(item.id, `在“${early}”获准之前开始`, `started before ${early} was granted`);
      const date = startDate(item, state.form, calendar);
      if (date !== null && dateOf(change.at) < date) return because(item.id, `在${date}之前开始`, `started before ${date}`);
      if (item.conditionOnResult && !holds(item.conditionOnResult, formAndResults(state))) return because(item.id, '按前置事项的结果不需要办理，却开始了', 'started though the results do not call for it');
    }
    for (const { change } of each(transition, 'itemGranted')) {
      const main = change.deemed ? undefined : lostMain(plan, state, change.item);
      if (main !== undefined) return because(change.item, `在主事项“${main}”未获准后准予`, `was granted after the main item ${main} was lost`);
    }
    return null;
  },
};

function isSettledFor(state: CaseState, id: ItemId): boolean {
  const item = state.items[id]!;
  return item.state === 'granted' || item.state === 'dropped' || (item.state === 'outOfScope' && item.outOfScope?.ground === 'noLicenceNeeded');
}

function lostMain(plan: CasePlan, { items }: CaseState, granted: ItemId): ItemId | undefined {
  return plan.items.find((one) => one.main && one.id !== granted && ['refused', 'withdrawn', 'notAccepted'].includes(items[one.id]?.state ?? ''))?.id;
}

function because(item: string, zh: string, en: string) {
  return offence(`“${item}”${zh}`, `${item} ${en}`, { expect: { items: { [item]: 'waiting' } } });
}
