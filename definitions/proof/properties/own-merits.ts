import type { Command } from '../../../workflows/case/command-table.ts';
import type { Transition } from '../situation.ts';
import { each, offence, type Property } from './property.ts';

export const ownMerits: Property = {
  id: 'ownMerits', article: '行政许可法 第三十八条；domain §3.8 ALL art. 38',
  says: { zh: '没有事项因另一事项而被不予、失效或撤回', en: 'nobody who meets the conditions is refused because of another item' },
  broken: (transition) => {
    for (const { change, known } of each(transition, 'itemRefused', 'itemNotAccepted', 'itemOutOfScope')) {
      if (change.kind === 'itemNotAccepted' && change.lapsed) {
        if (isUnanswered(transition, change.item)) continue;
        return because(change.item, '没有未答复的补正内容而失效', 'lapsed without an open defect of its own');
      }
      if (!names(transition.command, 'confirm', change.item)) return because(change.item, '未经就本事项的确认而被不予', `became ${change.to} without a confirmation about it`);
      if (!known.proposals[change.item]) return because(change.item, '未经就本事项的意见而被不予', `became ${change.to} without a proposal about it`);
    }
    for (const { change } of each(transition, 'decisionProposed')) {
      const right = change.proposal.outcome === 'refuse' ? 'proposeRefusal' as const : 'proposeGrant' as const;
      if (!names(transition.command, right, change.item) && !names(transition.command, 'departmentResult', change.item)) return because(change.item, '意见并非就本事项提出', 'was proposed without anybody proposing it');
    }
    for (const { change } of each(transition, 'itemWithdrawn')) {
      if (isHisWish(transition, change.item, change.inHisName)) continue;
      return because(change.item, '并非申请人撤回而被撤回', 'was withdrawn though the applicant did not want it');
    }
    return null;
  },
};

function because(item: string, zh: string, en: string) {
  return offence(`“${item}”${zh}`, `${item} ${en}`, { expect: { outcome: { [item]: 'undecided' } } });
}

function names(command: Command | null, name: Command['do'], item: string): boolean {
  return command?.do === name && (command.with as { item?: string }).item === item;
}

function isUnanswered({ before }: Transition, item: string): boolean {
  return before?.state.notice?.lines.some((line) => line.answer === null && line.remarks.some((one) => one.item === item)) ?? false;
}

/** He said so himself, or chose in writing at the receipt that all stand or fall together, and one that he did not merely add was refused. */
function isHisWish({ plan, command, result }: Transition, item: string, inHisName: boolean): boolean {
  const countsForAll = (id: string) => !plan.items.find((one) => one.id === id)!.optional;
  if (inHisName) return result.state.policy === 'allOrNothing' && result.changes.some((change) => change.kind === 'itemRefused' && countsForAll(change.item));
  const his = command?.as.role === 'applicant' || command?.as.role === 'agent';
  return his && (command.do === 'withdrawCase' || names(command, 'withdrawItem', item));
}
