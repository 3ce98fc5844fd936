import type { CasePlan, ItemPlan, LegalBasis, Limit } from '../../workflows/case/case-plan.ts';
import type { Grain } from './abstraction.ts';
import { formShape } from './form-shape.ts';
import type { Ground } from './ground.ts';
import { isNamed } from './properties/property.ts';
import { receiptOf } from './receipt.ts';
import { defectsOf } from './what-may-be-said.ts';

/**
 * What an exploration depends on, without names and texts: two grounds of one shape are the same case but for what things are
 * called, and one of them is explored. Of the form only what it does to the items is told. How long an item's own limits are
 * is told only where its clocks are: elsewhere they record and escalate, and nothing else depends on the day on which they do.
 * What is not known here to be a mere name or text belongs to the shape: a new word of the plan is never overlooked.
 */
export function shapeOf({ plan, intake, grain }: Ground): string {
  const { hash: _hash, service: _service, departments, items, fields: _fields, materials: _materials, ...rest } = plan;
  const involved = [...new Set(items.map((item) => item.department))];
  const targets = [...new Set(items.flatMap((item) => listed(plan, item.id)))];
  const { deferred = [], committed = [], committedMaterials = [] } = receiptOf(plan, intake);
  return JSON.stringify([
    grain, intake.serviceWay, intake.policy, intake.faults, intake.commits, intake.online ? [intake.form, plan.preReview, plan.consents] : null, nameless(rest),
    involved.map((id) => departments.find((one) => one.id === id)?.authorities.map(({ region, level }) => [region, level]) ?? null),
    items.map((item) => [
      involved.indexOf(item.department), itemShape(item, grain), item.dependsOn.map((id) => items.findIndex((one) => one.id === id)),
      listed(plan, item.id).map((one) => targets.indexOf(one)), deferrals(plan, item, deferred, targets),
      committed.includes(item.id), commitments(plan, item, committedMaterials, targets), item.result.values?.length ?? 0,
    ]),
    formShape(plan, intake.form, targets),
  ]);
}

/** Without the names, the department and what stands apart in the shape. */
function itemShape(item: ItemPlan, grain: Grain): unknown {
  const { id: _id, name: _name, basicCode: _code, department: _department, basis: _basis, dependsOn: _waits, condition: _when, instant: _rule, result: _result, fees: _fees, procedures, limits, ...rest } = item;
  return nameless({ ...rest, limits: Object.values(limits).map((one) => ownLimit(one, grain)), kinds: Object.keys(limits), procedures: procedures.map(({ id: _, ...one }) => one) });
}

/** The clocks of single items are seen where one item is looked at alone. */
function ownLimit(limit: Limit, grain: Grain): unknown {
  return grain === 'item' || grain === 'whole' ? limit : { ...limit, length: null };
}

/** What was promised for later, by item: which of the materials, and whether its department may find fault with it. */
function deferrals({ materials }: CasePlan, { id }: ItemPlan, deferred: readonly string[], targets: readonly string[]): unknown[] {
  return deferred.flatMap((code, index) => {
    const need = materials.find((one) => one.code === code)?.neededBy.find((one) => one.item === id);
    return need ? [[index, targets.indexOf(JSON.stringify({ material: code })), nameless(need.deferrable)]] : [];
  });
}

/** What was promised in writing instead of brought, by item. */
function commitments({ materials }: CasePlan, { id }: ItemPlan, committed: readonly string[], targets: readonly string[]): unknown[] {
  return committed.flatMap((code, index) => {
    const need = materials.find((one) => one.code === code)?.neededBy.find((one) => one.item === id);
    return need ? [[index, targets.indexOf(JSON.stringify({ material: code })), nameless(need.commitment)]] : [];
  });
}

/** A value without texts, and of every legal basis only its kind and whether it names a law. */
function nameless(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(nameless);
  if ('law' in value) return [isNamed(value as LegalBasis), (value as LegalBasis).kind];
  if ('zh' in value) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nameless(one)]));
}

/** What the department may find fault with, as far as the prover does. */
const listed = (plan: CasePlan, item: string): string[] => defectsOf(plan, item).slice(0, 2).map((one) => JSON.stringify(one.target));
