import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan, FieldPlan, ItemPlan, MaterialPlan } from '../../../workflows/case/case-plan.ts';
import { type Expr, type Form, holds } from '../../../workflows/case/condition.ts';
import { applies, checkForm, fieldsAsked, misfit, withUnaskedEmptied } from '../../../workflows/case/form.ts';
import { needsLeft } from '../../../workflows/case/needs-left.ts';
import { planOfCase, repeatsOf } from '../../../workflows/case/plan-of-case.ts';
import type { Application, UploadedFile } from './application.ts';

/** What the answers so far make of a service: by the engine's own functions, so that what is refused here is what it would refuse. */
export interface Asked {
  /** With what was chosen, as often as it was said. */
  readonly plan: CasePlan;
  /** What will be sent: answers to questions that are asked. */
  readonly form: Form;
  readonly fields: readonly FieldPlan[];
  readonly problems: ReadonlyMap<string, Text>;
  readonly items: readonly ItemPlan[];
  /** Optional items that these answers allow. */
  readonly optional: readonly ItemPlan[];
  readonly chosen: readonly string[];
  /** Items that may be granted on a promise, and those for which that way was chosen. */
  readonly committable: readonly ItemPlan[];
  readonly committed: readonly string[];
  readonly materials: readonly AskedMaterial[];
}

export interface AskedMaterial {
  readonly material: MaterialPlan;
  readonly items: readonly ItemPlan[];
  /** `fetched`: an authority has it, so nobody is asked for it. */
  readonly state: 'given' | 'deferred' | 'committed' | 'fetched' | 'missing';
  readonly deferrable: boolean;
  readonly committable: boolean;
}

export function askedOf(pinned: CasePlan, application: Application): Asked {
  const { plan, form } = shaped(pinned, application);
  const items = plan.items.filter((item) => applies(item, form));
  const isOf = (item: ItemPlan, id: string) => item.id === id || item.id.startsWith(`${id}#`);
  const optional = pinned.items.filter((item) => item.optional && (!item.condition || holds(item.condition, form)));
  const committable = items.filter(({ commitment }) => commitment && (!commitment.when || holds(commitment.when, form)));
  const committed = application.committed.filter((id) => committable.some((item) => item.id === id));
  return {
    plan, form, fields: fieldsAsked(plan, form), problems: new Map(checkForm(plan, form).map(({ path, problem }) => [path, problem])),
    items, optional, chosen: application.chosen.filter((id) => items.some((item) => isOf(item, id))), committable, committed,
    materials: plan.materials.flatMap((material) => askedMaterial(material, items, form, committed, application)),
  };
}

/** A count shapes the plan, and the plan says which answers stand: again until nothing moves. */
function shaped(pinned: CasePlan, { form: typed, chosen }: Application): { readonly plan: CasePlan; readonly form: Form } {
  let form = filled(typed);
  for (let round = 0; ; round += 1) {
    const repeats = repeatsOf(pinned, sane(pinned, form));
    const plan = planOfCase(pinned, { chosen, ...(repeats ? { repeats } : {}) });
    const next = filled({ ...form, ...withUnaskedEmptied(plan, form, {}) });
    if (round === 5 || Object.keys(next).length === Object.keys(form).length) return { plan, form: next };
    form = next;
  }
}

/** Empty is not answered. */
function filled(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));
}

/** A count that does not fit repeats nothing: a slip of the finger must not ask a million questions. */
function sane({ fields }: CasePlan, form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([code, value]) => {
    const field = fields.find((one) => one.code === code);
    return !field || misfit(field, value) === null;
  }));
}

function askedMaterial(material: MaterialPlan, items: readonly ItemPlan[], form: Form, committed: readonly string[], application: Application): AskedMaterial[] {
  const needs = needsLeft(material, items, form, committed);
  if (needs.length === 0) return [];
  const { code } = material;
  const deferrable = needs.every((need) => need.deferrable);
  const committable = needs.every((need) => need.commitment);
  const given = application.materials.some((one) => one.material === code && (one.form === 'paper' || one.files.length > 0));
  const state = given ? 'given' : deferrable && application.deferred.includes(code) ? 'deferred' : committable && application.committedMaterials.includes(code) ? 'committed' : material.source === 'applicant' ? 'missing' : 'fetched';
  return [{ material, items: needs.flatMap((need) => items.filter((item) => item.id === need.item)), state, deferrable, committable }];
}

/** The questions whose answers decide which items there are, and how many of each, with those that lead to them. */
export function decidingFields({ items, fields, materials }: CasePlan): ReadonlySet<string> {
  const codes = new Set([
    ...items.flatMap(({ condition, repeat }) => [...codesIn(condition), ...(repeat ? [repeat] : [])]), ...[...fields, ...materials].flatMap(({ repeat }) => repeat ?? []),
  ]);
  for (const code of codes) for (const led of codesIn(fields.find((field) => field.code === code)?.when)) codes.add(led);
  return codes;
}

function codesIn(expr: unknown): string[] {
  if (Array.isArray(expr)) return expr.flatMap(codesIn);
  if (typeof expr !== 'object' || expr === null) return [];
  const { op, code } = expr as { readonly op?: Expr['op']; readonly code?: string };
  if ((op === 'field' || op === 'has') && code !== undefined) return [code];
  return Object.values(expr).flatMap(codesIn);
}

/** What goes over the wire: only what stands. */
export function bodyOf({ form, chosen, committed, materials }: Asked, { region, serviceWay, policy, applicant, agent, ...application }: Application) {
  const inState = (state: AskedMaterial['state']) => materials.filter((one) => one.state === state).map(({ material }) => material.code);
  const asked = new Set(materials.map(({ material }) => material.code));
  return {
    region, serviceWay, policy, applicant, agent: agent && { ...agent, ...(agent.powerOfAttorneyFiles ? { powerOfAttorneyFiles: agent.powerOfAttorneyFiles.map(reference) } : {}) }, form, chosen, committed, deferred: inState('deferred'), committedMaterials: inState('committed'),
    materials: application.materials.filter((one) => asked.has(one.material) && (one.form === 'paper' || one.files.length > 0))
      .map(({ material, form: how, files }) => ({ material, form: how, files: files.map(reference) })),
  };
}

/** A file as the API refers to it: what its owner calls it, it knows. */
function reference({ id, sha256, size, type }: UploadedFile) {
  return { id, sha256, size, type };
}
