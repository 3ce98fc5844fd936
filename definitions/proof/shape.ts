import type { CasePlan, ItemPlan, LegalBasis, Limit } from '../../workflows/case/case-plan.ts';
import { holds } from '../../workflows/case/condition.ts';
import type { Ground } from './ground.ts';
import { isNamed } from './properties/property.ts';
import { defectsOf } from './what-may-be-said.ts';

/**
 * What an exploration depends on, without names and texts: two grounds of one shape are the same case but for what things are
 * called, and one of them is explored. An item that can drop out keeps its name: which answers drop it is a matter of the form.
 */
export function shapeOf({ plan, intake, grain }: Ground): string {
  const departments = [...new Set(plan.items.map((item) => item.department))];
  const targets = [...new Set(plan.items.flatMap((item) => listed(plan, item.id)))];
  return JSON.stringify([
    grain, intake.serviceWay, intake.policy, intake.faults, intake.online ? [intake.form, plan.preReview, plan.consents] : null,
    plan.handling.mode, isNamed(plan.handling.decision), plan.handling.jointClock,
    plan.joint && [limit(plan.joint), plan.joint.extension.cap, plan.joint.extension.by],
    limit(plan.correction.limit), plan.correction.whenOver, isNamed(plan.correction.lapseBasis),
    [plan.examination, plan.delivery, plan.ratingWindow].map(limit), plan.warningThreshold,
    departments.map((id) => plan.departments.find((one) => one.id === id)?.authorities.map(({ region, level }) => [region, level]) ?? null),
    plan.items.map((item) => [
      departments.indexOf(item.department), ...itemShape(item), item.dependsOn.map((id) => plan.items.findIndex((one) => one.id === id)),
      item.instant ? holds(item.instant, intake.form) : null,
      item.condition ? [item.id, item.condition, item.instant, listed(plan, item.id), intake.form] : listed(plan, item.id).map((one) => targets.indexOf(one)),
    ]),
  ]);
}

function itemShape({ nature, level, examination, limits, grantBy, procedures }: ItemPlan): unknown[] {
  const { statutory, internal, promised } = limits;
  return [
    nature, level, grantBy, examination.mode, examination.mode === 'within' && examination.limit ? limit(examination.limit) : null,
    statutory && [limit(statutory), statutory.extension?.cap, statutory.extension?.by], internal && limit(internal), promised && [limit(promised), promised.suspendedBy],
    procedures.map((one) => [one.kind, isNamed(one.basis), basis(one.stopsClock)]),
  ];
}

const limit = ({ length, unit, basis: by }: Limit): unknown => [length, unit, isNamed(by)];
const basis = (by: LegalBasis | undefined): unknown => (by === undefined ? null : isNamed(by) ? by.kind : 'unnamed');
/** What the department may find fault with, as far as the prover does. */
const listed = (plan: CasePlan, item: string): string[] => defectsOf(plan, item).slice(0, 2).map((one) => JSON.stringify(one.target));
