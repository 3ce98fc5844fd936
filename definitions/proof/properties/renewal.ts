import { endOf } from '../../../workflows/case/plain-date.ts';
import { FINAL } from '../../../workflows/case/item-machine.ts';
import { each, offence, type Property } from './property.ts';

export const renewal: Property = {
  id: 'renewal', article: '行政许可法 第五十条 ALL art. 50',
  says: { zh: '按时申请延续的许可，届满未决即视为延续，不早不晚', en: 'a licence whose renewal was asked for in time is renewed if undecided at its expiry, no sooner and no later' },
  broken: (transition) => {
    const { at, result: { state } } = transition;
    for (const { change } of each(transition, 'itemGranted')) {
      const clock = state.clocks[`renewal:${change.item}`];
      if (change.deemed && (!clock?.endsOn || change.at < endOf(clock.endsOn))) {
        return offence(`“${change.item}”尚未届满即视为延续`, `${change.item} was deemed renewed before its expiry`, { expect: { outcome: { [change.item]: 'undecided' } } });
      }
    }
    for (const clock of Object.values(state.clocks)) {
      const item = clock.kind === 'renewal' ? state.items[clock.item!] : undefined;
      if (!item || !clock.endsOn || at < endOf(clock.endsOn) || FINAL.includes(item.state)) continue;
      return offence(`“${item.id}”届满未决，没有视为延续`, `${item.id} was undecided at its expiry and not renewed`, { expect: { outcome: { [item.id]: 'granted' } } });
    }
    return null;
  },
};
