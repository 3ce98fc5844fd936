import type { ItemId, ItemPlan } from '../../../workflows/case/case-plan.ts';
import { isGrantedAtOnce } from '../../../workflows/case/commitment.ts';
import type { Ledger, Proposed } from '../ledger.ts';
import type { Transition } from '../situation.ts';
import { each, offence, type Property } from './property.ts';

const AGAINST = { itemRefused: 'refuse', itemOutOfScope: 'outOfScope', itemNotAccepted: 'nonAcceptance', itemGranted: 'grant' } as const;

export const secondPerson: Property = {
  id: 'secondPerson', article: '行政许可法 第三十四条、第三十八条第二款；domain §1 否决权上移 ALL art. 34, 38',
  says: { zh: '不予许可、不予受理都由两人作出', en: 'every refusal and every non-acceptance has two different persons' },
  broken: (transition) => {
    for (const { change, known } of each(transition, 'itemRefused', 'itemOutOfScope', 'itemNotAccepted', 'itemGranted')) {
      if (change.kind === 'itemNotAccepted' && change.lapsed) continue;
      if (change.kind === 'itemGranted' && change.deemed) continue;
      if (change.kind === 'itemGranted' && !needsTwo(transition, change.item, change.byRule)) continue;
      const flaw = flawOf(transition, change.item, change.by.id, AGAINST[change.kind], known);
      if (flaw) return offence(`“${change.item}”（${change.to}）：${flaw.zh}`, `${change.item} became ${change.to}: ${flaw.en}`, { refused: flaw.code });
      if (change.by.role !== 'approver') return offence(`“${change.item}”由${change.by.role}决定`, `${change.item} became ${change.to} by a ${change.by.role}`, { refused: 'command.wrongRole' });
    }
    return null;
  },
};

/** His written commitment is the ground: nobody decides. */
function isAtOnce({ state }: Transition['result'], item: ItemPlan | undefined): boolean {
  return item !== undefined && isGrantedAtOnce(state, item);
}

function needsTwo({ plan, result }: Transition, id: ItemId, byRule: boolean): boolean {
  const item = plan.items.find((one) => one.id === id);
  return byRule ? item?.instant === undefined && !isAtOnce(result, item) : item?.grantBy === 'approver';
}

function flawOf({ result }: Transition, item: ItemId, by: string, what: Proposed['what'], known: Ledger) {
  const proposal = known.proposals[item];
  const { department } = result.state.items[item]!;
  if (proposal?.what !== what) return { code: 'confirm.nothingProposed', zh: '没有人提出过', en: 'nobody had proposed it' };
  if (proposal.by === by) return { code: 'confirm.samePerson', zh: `提出和确认是同一人（${by}）`, en: `the same person (${by}) proposed and confirmed it` };
  const confirmed = result.changes.find((change) => 'item' in change && change.item === item && change.by.id === by)?.by;
  if (confirmed?.department !== department) return { code: 'actor.wrongDepartment', zh: '由另一部门确认', en: 'another department confirmed it' };
  return null;
}
