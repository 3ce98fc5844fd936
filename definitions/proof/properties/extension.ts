import type { ItemId } from '../../../workflows/case/case-plan.ts';
import { dueAt, read } from '../../../workflows/case/clock.ts';
import type { Transition } from '../situation.ts';
import { each, offence, papers, type Property } from './property.ts';

export const extension: Property = {
  id: 'extension', article: '行政许可法 第四十二条 ALL art. 42',
  says: { zh: '每个时限至多延长一次，届满之前，由有权的负责人批准', en: 'extended at most once per clock, before it runs out, by the right head, the applicant told' },
  broken: (transition) => {
    const { before, plan, at, result } = transition;
    for (const { change } of each(transition, 'extensionRequested')) {
      const cap = ruleOf(transition, before?.state.clocks[change.clock]?.item ?? null)?.cap ?? 0;
      if (change.days > cap) return offence(`受理了将“${change.clock}”延长${change.days}日的申请，超过上限`, `an extension of ${change.clock} by ${change.days} was taken in, more than the law allows`, { refused: 'extension.tooLong' });
    }
    for (const { change, known } of each(transition, 'extensionApproved')) {
      const clock = before?.state.clocks[change.clock];
      const item = clock?.item ?? null;
      const reading = clock && before ? read(clock, before.calendar, plan.warningThreshold) : null;
      // On a date that no decree has settled nothing runs out.
      const due = clock && reading && !reading.provisional ? dueAt(clock, reading) : null;
      const rule = ruleOf(transition, item);
      const head = item === null ? 'headOfGovernment' : 'headOfAuthority';
      if (known.extended.includes(change.clock)) return offence(`“${change.clock}”延长了两次`, `${change.clock} was extended twice`, { refused: 'extension.onlyOnce' });
      if (!clock || clock.ranOutAt !== null || (due !== null && due <= at)) return offence(`“${change.clock}”届满后仍被延长`, `${change.clock} was extended after it ran out`, { refused: 'extension.afterExpiry' });
      if (before?.state.extensions[change.clock]?.state !== 'requested') return offence(`无人申请延长“${change.clock}”`, `nobody had asked to extend ${change.clock}`, { refused: 'extension.notRequested' });
      if (!rule || change.days > rule.cap) return offence(`“${change.clock}”延长${change.days}日，超过上限`, `${change.clock} was extended by ${change.days}, more than the law allows`, { refused: 'extension.tooLong' });
      if (change.by.role !== head) return offence(`“${change.clock}”由${change.by.role}批准延长`, `${change.clock} was extended by a ${change.by.role}`, { refused: 'extension.wrongHead' });
      if (item !== null && change.by.department !== result.state.items[item]?.department) return offence(`“${change.clock}”由另一机关的负责人批准延长`, `${change.clock} was extended by the head of another authority`, { refused: 'actor.wrongDepartment' });
      if (papers(transition, 'extension').length === 0) return offence(`“${change.clock}”延长而未告知申请人`, `${change.clock} was extended and the applicant not told`, { expect: { documents: { extension: (before?.ledger.extended.length ?? 0) + 1 } } });
    }
    return unapproved(transition);
  },
};

function ruleOf({ plan }: Transition, item: ItemId | null) {
  return item === null ? plan.joint?.extension : plan.items.find((one) => one.id === item)?.limits.statutory?.extension;
}

/** A clock that became longer without anybody's approval. */
function unapproved({ before, result }: Transition) {
  const approved = result.changes.flatMap((change) => (change.kind === 'extensionApproved' ? [change.clock] : []));
  for (const clock of Object.values(result.state.clocks)) {
    if (clock.extendedBy === 0 || clock.extendedBy === before?.state.clocks[clock.id]?.extendedBy || approved.includes(clock.id)) continue;
    return offence(`“${clock.id}”未经批准被延长`, `${clock.id} became longer without approval`, { refused: 'extension.notRequested' });
  }
  return null;
}
