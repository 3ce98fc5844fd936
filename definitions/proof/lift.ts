import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { holds } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';
import { planAsChosen } from '../chosen.ts';
import type { Ground } from './ground.ts';
import { APPLICANT } from './people.ts';
import { receivedAt } from './receipt.ts';
import type { Told } from './retell.ts';

/**
 * The story of some items as a story of the whole service: of the other items of the case, those that are waited for and granted
 * by rule are found complete at once, the rest is withdrawn at once. Null when something is waited for that people must decide.
 */
export function lifted(plan: CasePlan, { intake }: Ground, items: readonly ItemId[], story: readonly Told[]): Told[] | null {
  // Before its receipt a case has no items: nothing else is in the way.
  if (intake.online) return [...story];
  const others = planAsChosen(plan, intake.form).items.filter((item) => !items.includes(item.id) && applies(item, intake.form));
  const needed = new Set<ItemId>(items);
  // A set is walked in the order of adding, what is added meanwhile too.
  for (const id of needed) for (const one of plan.items.find((item) => item.id === id)!.dependsOn) needed.add(one);
  const prelude = others.map((item): Command | null => {
    if (!needed.has(item.id)) return { id: `lift-${item.id}`, do: 'withdrawItem', as: APPLICANT, with: { item: item.id } };
    if (!item.instant || !holds(item.instant, intake.form)) return null;
    const reviewer = { id: `reviewer@${item.department}`, name: '承办人', role: 'reviewer', department: item.department } as const;
    return { id: `lift-${item.id}`, do: 'examine', as: reviewer, with: { item: item.id, answer: 'complete' } };
  });
  if (prelude.includes(null)) return null;
  const at = receivedAt(intake);
  return [story[0]!, ...prelude.map((command): Told => ({ at, command, changes: [], refused: null })), ...story.slice(1)];
}
