import type { Transition } from '../situation.ts';
import { each, offence, type Offence, type Property } from './property.ts';

export const otherDepartments: Property = {
  id: 'otherDepartments', article: '行政许可法 第三十五条、第四十三条；domain §6 ALL art. 35, 43',
  says: {
    zh: '须经下级初审的，由该机关报送意见后才办理；征求意见由被征求的部门答复，逾期沉默记录在案；准予的推送监管部门',
    en: 'what a lower authority examines first waits for its report; an opinion is given by who was asked, and silence is on record; a grant reaches who supervises it',
  },
  broken: (transition) => firstExamination(transition) ?? opinions(transition) ?? linkage(transition),
};

function firstExamination(transition: Transition): Omit<Offence, 'property'> | null {
  const planOf = (id: string) => transition.plan.items.find((one) => one.id === id)?.preliminary;
  for (const { change } of each(transition, 'preliminaryReported')) {
    const lower = planOf(change.item)?.department;
    if (change.by.role !== 'reviewer' || change.by.department !== lower) {
      return offence(`“${change.item}”的初审意见不是由${lower ?? '—'}报送`, `${change.item} was reported on by somebody else than ${lower ?? '—'}`, { refused: 'actor.wrongDepartment' });
    }
  }
  for (const { change, known } of each(transition, 'itemStarted', 'decisionProposed', 'itemGranted', 'itemRefused')) {
    // What its predecessor blocks is refused on that ground, and nobody examines it first.
    const blocked = (transition.result.state.items[change.item]?.blockedBy.length ?? 0) > 0;
    if (planOf(change.item) && !blocked && !known.reported.includes(change.item)) {
      return offence(`“${change.item}”未经下级初审即办理`, `${change.item} was handled before the lower authority had reported`, { expect: { items: { [change.item]: 'preliminary' } } });
    }
  }
  return null;
}

function opinions(transition: Transition): Omit<Offence, 'property'> | null {
  const { state } = transition.result;
  for (const { change } of each(transition, 'consultationAnswered')) {
    const asked = state.consultations?.find((one) => one.id === change.consultation)?.department;
    if (change.by.department !== asked) {
      return offence(`第${change.consultation}次征求意见不是由${asked ?? '—'}答复`, `consultation ${change.consultation} was answered by somebody else than ${asked ?? '—'}`, { refused: 'actor.wrongDepartment' });
    }
  }
  for (const { change } of each(transition, 'clockRanOut')) {
    const silent = state.consultations?.find((one) => one.clock === change.clock);
    if (silent && !transition.result.changes.some((one) => one.kind === 'consultationUnanswered' && one.consultation === silent.id)) {
      return offence(`第${silent.id}次征求意见逾期，却没有记录`, `consultation ${silent.id} was not answered in time, and that is not on record`, { expect: { happened: { consultationUnanswered: 1 } } });
    }
  }
  return null;
}

function linkage(transition: Transition): Omit<Offence, 'property'> | null {
  for (const { change } of each(transition, 'itemGranted')) {
    const supervises = transition.plan.items.find((one) => one.id === change.item)?.supervision?.department;
    const told = transition.result.changes.some((one) => one.kind === 'supervisionPushed' && one.item === change.item && one.department === supervises);
    if (supervises && !told) return offence(`“${change.item}”准予后没有推送监管部门`, `${change.item} was granted and ${supervises} not told`, { expect: { happened: { supervisionPushed: 1 } } });
  }
  return null;
}
