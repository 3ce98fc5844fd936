import type { Actor } from './actor.ts';
import type { ItemPlan } from './case-plan.ts';
import type { CommandOf } from './command-table.ts';
import { proposeGrant, proposeRefusal } from './decision.ts';
import { type Draft, itemPlan } from './draft.ts';
import { itemFor, requireDepartment } from './item-event.ts';
import { Refused } from './refuse.ts';

/**
 * A department that handles an item in its own system has that system report what came of it. It is the reviewer's act with
 * the system named: a grant that an approver must confirm waits for him, a refusal always does, and needs its facts,
 * reasons and article.
 */
export function departmentResult(draft: Draft, command: CommandOf<'departmentResult'>): void {
  const { item: id, grant, opinion, facts, reasons, article, minutes, values } = command.with;
  const onMinutes = minutes === undefined ? {} : { minutes };
  const item = itemFor(draft, id);
  const { connector } = itemPlan(draft.plan, item.id);
  if (!connector) throw new Refused('result.noConnector', { item: item.id });
  if (draft.actor.id !== connector.system) throw new Refused('result.wrongSystem', { item: item.id, system: connector.system });
  requireDepartment(draft, item.department);
  if (grant) return proposeGrant(draft, { ...command, do: 'proposeGrant', with: { item: id, opinion, ...onMinutes, ...(values ? { values } : {}) } });
  if (facts === undefined || reasons === undefined || article === undefined) throw new Refused('result.refusalIncomplete');
  proposeRefusal(draft, { ...command, do: 'proposeRefusal', with: { item: id, opinion, facts, reasons, article, ...onMinutes } });
}

export function isItsSystem({ id, department }: Actor, item: ItemPlan): boolean {
  return item.connector?.system === id && item.department === department;
}
