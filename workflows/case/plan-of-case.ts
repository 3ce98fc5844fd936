import type { CasePlan, FieldCode, FieldPlan, ItemId, ItemPlan, MaterialPlan } from './case-plan.ts';
import type { Expr, Form } from './condition.ts';
import type { Text } from './calendar.ts';

/** What the applicant's choices at receipt make of a service. */
export interface Choices {
  /** The optional items he chose. */
  readonly chosen?: readonly ItemId[];
  /** How often things are repeated, by the field that counts them. */
  readonly repeats?: Readonly<Record<FieldCode, number>>;
}

/** Nobody has more of a kind in one case, whatever a service allows. */
const MOST_OF_A_KIND = 500;
/** Of one plan so many shapes are remembered. */
const MOST_SHAPES = 200;

/**
 * How many there are of whatever is repeated, as the form says at receipt; undefined when nothing is. The form is not checked
 * yet: a count beyond what its field allows is as many as that, and refused by {@link checkForm}.
 */
export function repeatsOf({ items, fields, materials }: CasePlan, form: Form): Choices['repeats'] {
  const counts = [...new Set([...items, ...fields, ...materials].flatMap(({ repeat }) => repeat ?? []))];
  if (counts.length === 0) return undefined;
  return Object.fromEntries(counts.map((code) => [code, countIn(form[code], fields.find((field) => field.code === code)?.max)]));
}

function countIn(said: unknown, max = MOST_OF_A_KIND): number {
  return Number.isInteger(said) ? Math.min(Math.max(said as number, 0), max, MOST_OF_A_KIND) : 0;
}

const shaped = new WeakMap<CasePlan, Map<string, CasePlan>>();

/**
 * The plan as it is for one case: an optional item that was not chosen never applies and asks nothing, and each repeated item, field and
 * material stands there once for every one of its kind, numbered `permit#1`, `permit#2`, …. Everything that reads a plan
 * together with a case reads this one. The same choices give the same object, and a plan so made is left as it is.
 */
export function planOfCase(plan: CasePlan, choices: Choices): CasePlan {
  if (![...plan.items, ...plan.fields, ...plan.materials].some((one) => one.repeat || ('optional' in one && one.optional))) return plan;
  const optional = plan.items.flatMap(({ id, optional: may }) => (may && choices.chosen?.includes(id) ? [id] : []));
  const key = JSON.stringify([optional, Object.entries(choices.repeats ?? {}).sort()]);
  const known = shaped.get(plan) ?? new Map<string, CasePlan>();
  shaped.set(plan, known);
  const made = known.get(key) ?? repeated(chosen(plan, choices), choices.repeats ?? {});
  known.set(key, made);
  if (known.size > MOST_SHAPES) known.delete(known.keys().next().value!);
  return made;
}

const NEVER: Expr = { op: 'literal', value: false };

/** What only an item asks for that was not chosen, is not asked. */
function chosen(plan: CasePlan, { chosen: ids = [] }: Choices): CasePlan {
  const left = new Set(plan.items.flatMap(({ id, optional }) => (optional && !ids.includes(id) ? [id] : [])));
  return {
    ...plan,
    items: plan.items.map((item) => (left.has(item.id) ? { ...item, condition: NEVER } : item)),
    fields: plan.fields.map((field) => (field.neededBy.length > 0 && field.neededBy.every((id) => left.has(id)) ? { ...field, when: NEVER } : field)),
  };
}

function repeated(plan: CasePlan, repeats: NonNullable<Choices['repeats']>): CasePlan {
  const numbers = (count: FieldCode) => Array.from({ length: repeats[count] ?? 0 }, (_, index) => index + 1);
  const countOf = (id: ItemId) => plan.items.find((item) => item.id === id)?.repeat;
  /** The items behind a name, seen from one that is number `n` of `count`: its own number's, or all of them. */
  const itemsBehind = (id: ItemId, count: FieldCode | undefined, n: number): ItemId[] => {
    const repeat = countOf(id);
    if (repeat === undefined) return [id];
    return repeat === count ? [`${id}#${n}`] : numbers(repeat).map((one) => `${id}#${one}`);
  };
  /** The questions behind a code, likewise. */
  const fieldsBehind = (code: FieldCode, count: FieldCode | undefined, n: number): FieldCode[] => {
    const repeat = plan.fields.find((field) => field.code === code)?.repeat;
    if (repeat === undefined) return [code];
    return repeat === count ? [`${code}#${n}`] : numbers(repeat).map((one) => `${code}#${one}`);
  };
  const each = <T extends { readonly repeat?: FieldCode }>(all: readonly T[], one: (thing: T, count: FieldCode | undefined, n: number) => T): T[] =>
    all.flatMap((thing) => {
      const { repeat: count, ...rest } = thing;
      return count === undefined ? [one(thing, undefined, 0)] : numbers(count).map((n) => one(rest as T, count, n));
    });
  const expr = (condition: Expr | undefined, count: FieldCode | undefined, n: number) => (condition && count !== undefined ? numbered(condition, plan.fields, count, n) : condition);
  return {
    ...plan,
    items: each(plan.items, (item, count, n): ItemPlan => ({
      ...item,
      dependsOn: item.dependsOn.flatMap((id) => itemsBehind(id, count, n)),
      ...(item.interestedParties?.fields ? { interestedParties: { ...item.interestedParties, fields: item.interestedParties.fields.flatMap((code) => fieldsBehind(code, count, n)) } } : {}),
      ...(count === undefined ? {} : {
        id: `${item.id}#${n}`, name: nameOf(item.name, n), condition: both(atLeast(count, n), expr(item.condition, count, n)),
        ...(item.instant ? { instant: expr(item.instant, count, n)! } : {}),
        ...(item.onSiteCheck?.waiver ? { onSiteCheck: { ...item.onSiteCheck, waiver: { ...item.onSiteCheck.waiver, when: expr(item.onSiteCheck.waiver.when, count, n)! } } } : {}),
        ...(item.conditionOnResult ? { conditionOnResult: expr(item.conditionOnResult, count, n)! } : {}),
        ...(item.notBefore ? { notBefore: { ...item.notBefore, field: fieldNumbered(item.notBefore.field, plan.fields, count, n) } } : {}),
        ...(item.renewal ? { renewal: { ...item.renewal, expires: fieldNumbered(item.renewal.expires, plan.fields, count, n) } } : {}),
      }),
    })),
    fields: each(plan.fields, (field, count, n): FieldPlan => ({
      ...field,
      neededBy: field.neededBy.flatMap((id) => itemsBehind(id, count, n)),
      ...(count === undefined ? {} : { code: `${field.code}#${n}`, label: nameOf(field.label, n), when: both(atLeast(count, n), expr(field.when, count, n)) }),
    })),
    materials: each(plan.materials, (material, count, n): MaterialPlan => ({
      ...material,
      neededBy: material.neededBy.flatMap((need) => itemsBehind(need.item, count, n).map((id) => ({
        ...need, item: id, ...(need.when ? { when: expr(need.when, countOf(need.item), Number(id.split('#')[1] ?? 0))! } : {}),
      }))),
      ...(count === undefined ? {} : { code: `${material.code}#${n}`, name: nameOf(material.name, n) }),
    })),
    ...(plan.consents ? {
      consents: plan.consents.map((consent) => ({
        ...consent,
        items: consent.items.flatMap((id) => itemsBehind(id, undefined, 0)),
        persons: consent.persons.flatMap(({ identity, name }) => {
          const [identities, names] = [fieldsBehind(identity, undefined, 0), name === undefined ? [] : fieldsBehind(name, undefined, 0)];
          return identities.map((one, index) => (name === undefined ? { identity: one } : { identity: one, name: names[index]! }));
        }),
      })),
    } : {}),
  };
}

function nameOf({ zh, en }: Text, n: number): Text {
  return { zh: `${zh}（${n}）`, en: `${en} (${n})` };
}

function atLeast(count: FieldCode, n: number): Expr {
  return { op: 'ge', left: { op: 'field', code: count }, right: { op: 'literal', value: n } };
}

function both(one: Expr, other: Expr | undefined): Expr {
  return other ? { op: 'and', args: [one, other] } : one;
}

/** The same condition on the fields of number `n`. */
function numbered<T>(part: T, fields: readonly FieldPlan[], count: FieldCode, n: number): T {
  if (Array.isArray(part)) return part.map((one) => numbered(one, fields, count, n)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const { op, code } = part as { op?: string; code?: string };
  if (op === 'field' || op === 'has') return { ...part, code: fieldNumbered(code!, fields, count, n) };
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, numbered(one, fields, count, n)])) as T;
}

function fieldNumbered(code: FieldCode, fields: readonly FieldPlan[], count: FieldCode, n: number): FieldCode {
  return fields.find((field) => field.code === code)?.repeat === count ? `${code}#${n}` : code;
}
