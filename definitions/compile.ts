import type { AgainstDecision, CasePlan, ConsentPlan, DepartmentPlan, ItemPlan, PreReviewPlan, RenewalPlan, SiteCheckPlan } from '../workflows/case/case-plan.ts';
import type { Expr } from '../workflows/case/condition.ts';
import { RATING, SUPERVISION } from '../workflows/case/law.ts';
import { contentHash } from './compiler/canonical-json.ts';
import { inDependencyOrder } from './compiler/dependency-order.ts';
import { oneForm, oneSetOfMaterials } from './compiler/merge-needs.ts';
import { DRAFT_KEPT, LICENSING_LAW, resolveBasis } from './compiler/resolve-basis.ts';
import { hearingPlan, interestedPartiesPlan } from './compiler/hearing-plan.ts';
import { given } from './compiler/given.ts';
import { itemLimits, jointLimit, limitOf } from './compiler/resolve-limits.ts';
import { type TranslatedCondition, translateConditions } from './condition/conditions.ts';
import type { Authority } from './schema/authority.ts';
import type { ConsentInput } from './schema/consent.ts';
import type { Department } from './schema/department.ts';
import type { Item } from './schema/item.ts';
import { periodOf } from './schema/limit.ts';
import type { ServiceDefinition } from './schema/service.ts';
import { ART_45, type SpecialProcedure } from './schema/special-procedure.ts';
import { textOf } from './schema/text.ts';

/**
 * Turns a definition that has passed its checks into the plan that cases run by: everything resolved, plain JSON,
 * identified by the hash of its content. The same definition always gives the same plan, whatever the order of its keys.
 *
 * @throws Error when a condition does not translate, which `checkDefinition` would have reported.
 */
export function compile(definition: ServiceDefinition, conditions: readonly TranslatedCondition[] = translateConditions(definition)): CasePlan {
  const broken = conditions.find(({ expr }) => expr === null);
  if (broken) throw new Error(`Definition ${definition.code} was not checked: condition “${broken.source}” of ${broken.owner}: ${broken.errors[0]?.en}`);
  const { bases, handling, correction } = definition;
  const exprAt = (...path: (string | number)[]): Expr | null => conditions.find((condition) => condition.path.join() === path.join())?.expr ?? null;
  const plan: Omit<CasePlan, 'hash'> = given({
    format: 1 as const,
    service: { code: definition.code, version: definition.version, name: textOf(definition.name) },
    handling: given({ mode: handling.mode, decision: handling.decision === undefined ? null : resolveBasis(bases, handling.decision), jointClock: handling.jointClock }),
    correction: given({
      limit: { ...periodOf(correction.limit), basis: resolveBasis(bases, correction.basis) },
      whenOver: correction.whenOver,
      lapseBasis: correction.lapseBasis === undefined ? null : resolveBasis(bases, correction.lapseBasis),
    }),
    preReview: preReviewPlan(definition),
    consents: definition.consent.length === 0 ? null : definition.consent.map((consent, index) => consentPlan(definition, consent, exprAt('consent', index, 'condition'))),
    examination: limitOf(definition, definition.examination, LICENSING_LAW.examination),
    joint: jointLimit(definition),
    delivery: limitOf(definition, definition.delivery, LICENSING_LAW.delivery),
    ratingWindow: limitOf(definition, definition.ratingWindow, RATING),
    rectification: definition.rectification === undefined ? null : limitOf(definition, definition.rectification, RATING),
    complaint: definition.complaint === undefined ? null : limitOf(definition, definition.complaint, SUPERVISION),
    consultation: consultationPlan(definition),
    warningThreshold: definition.warningThreshold,
    outcome: { allOrNothingAllowed: definition.outcome.allOrNothingAllowed },
    departments: definition.departments.map(departmentPlan),
    items: inDependencyOrder(definition.items).map((item) => itemPlan(definition, item, exprAt)),
    fields: oneForm(definition, exprAt),
    materials: oneSetOfMaterials(definition, exprAt),
  });
  return { ...plan, hash: contentHash(plan) };
}

function consultationPlan({ bases, consultation }: ServiceDefinition): CasePlan['consultation'] | null {
  if (consultation === undefined) return null;
  return { limit: { ...periodOf(consultation.limit), basis: resolveBasis(bases, consultation.basis) }, whenSilent: consultation.whenSilent };
}

function preReviewPlan(definition: ServiceDefinition): PreReviewPlan | null {
  if (definition.preReview === undefined) return null;
  const { limit, complexLimit, draftKept, basis } = definition.preReview;
  const by = resolveBasis(definition.bases, basis);
  return given({
    limit: { ...periodOf(limit), basis: by },
    complexLimit: complexLimit === undefined ? null : { ...periodOf(complexLimit), basis: by },
    draftKept: limitOf(definition, draftKept, DRAFT_KEPT),
  });
}

function consentPlan({ bases, items: all }: ServiceDefinition, { id, who, to, persons, items, basis }: ConsentInput, condition: Expr | null): ConsentPlan {
  return given({
    id,
    who: textOf(who),
    to: textOf(to),
    persons: persons.map(({ identity, name }) => given({ identity, name })),
    items: items.length > 0 ? items : all.map((item) => item.id),
    condition,
    basis: resolveBasis(bases, basis),
  });
}

function departmentPlan({ id, name, authorities }: Department): DepartmentPlan {
  return {
    id,
    name: textOf(name),
    authorities: authorities.map((authority) => ({
      region: authority.region,
      level: authority.level,
      principal: textOf(authority.principal),
      ...(authority.delegate === undefined ? {} : { delegate: textOf(authority.delegate) }),
      ...againstIt(authority),
    })),
  };
}

/** Which of the two it names, the checks have seen to. */
function againstIt({ kind, reconsiderationOrgan, court, remedy }: Authority): AgainstDecision {
  const text = (given: typeof remedy) => textOf(given ?? '');
  return kind === 'body' ? { remedy: text(remedy) } : { reconsiderationOrgan: text(reconsiderationOrgan), court: text(court) };
}

function itemPlan(definition: ServiceDefinition, item: Item, exprAt: (...path: (string | number)[]) => Expr | null): ItemPlan {
  const { bases } = definition;
  const index = definition.items.indexOf(item);
  return given({
    id: item.id,
    basicCode: item.basicCode,
    name: textOf(item.name),
    nature: item.nature,
    department: item.department,
    level: item.level,
    basis: [item.basis].flat().map((basis) => resolveBasis(bases, basis)),
    condition: exprAt('items', index, 'condition'),
    dependsOn: item.dependsOn,
    examination: examinationPlan(definition, item),
    limits: itemLimits(definition, item),
    grantBy: item.grantBy,
    instant: exprAt('items', index, 'instant'),
    optional: item.optional,
    main: item.main === undefined ? null : resolveBasis(bases, item.main),
    automatic: item.automatic === undefined ? null : resolveBasis(bases, item.automatic),
    notBefore: item.notBefore === undefined ? null : given({
      field: item.notBefore.field,
      plus: item.notBefore.plus === undefined ? null : periodOf(item.notBefore.plus),
      basis: resolveBasis(bases, item.notBefore.basis),
    }),
    conditionOnResult: exprAt('items', index, 'conditionOnResult'),
    repeat: item.repeat,
    renewal: item.renewal === undefined ? null : renewalPlan(definition, item.renewal),
    commitment: commitmentPlan(definition, item, exprAt('items', index, 'commitment', 'when')),
    procedures: item.procedures.map(({ id, kind, name, basis, stopsClock, intermediary }) => given({
      id,
      kind,
      name: textOf(name),
      basis: resolveBasis(bases, basis),
      intermediary: intermediary === undefined ? null : { basis: resolveBasis(bases, intermediary.basis), paidBy: intermediary.paidBy },
      stopsClock: clockStopper(item.nature, kind, stopsClock, definition),
    })),
    preliminary: preliminaryPlan(definition, item),
    supervision: supervisionPlan(definition, item),
    connector: item.connector === undefined ? null : { system: item.connector.system, name: textOf(item.connector.name), basis: resolveBasis(bases, item.connector.basis) },
    interestedParties: interestedPartiesPlan(definition, item),
    hearing: hearingPlan(definition, item),
    onSiteCheck: item.onSiteCheck === undefined ? null : siteCheckPlan(definition, item.onSiteCheck, exprAt('items', index, 'onSiteCheck', 'waiver', 'when')),
    fees: item.fees.length === 0 ? null : item.fees.map(({ name, amount, basis }) => ({
      name: textOf(name), amount: typeof amount === 'number' ? amount : textOf(amount), basis: resolveBasis(bases, basis),
    })),
    result: given({
      kind: item.result.kind,
      name: textOf(item.result.name),
      values: item.result.values.length === 0 ? null : item.result.values.map(({ label, choices, ...value }) => given({
        ...value, label: textOf(label), choices: choices.map((choice) => ({ value: choice.value, label: textOf(choice.label) })),
      })),
    }),
  });
}

function renewalPlan({ bases }: ServiceDefinition, { expires, applyBefore, basis }: NonNullable<Item['renewal']>): RenewalPlan {
  const resolved = basis === undefined ? LICENSING_LAW.renewal : resolveBasis(bases, basis);
  return { expires, applyBefore: { ...periodOf(applyBefore), basis: resolved }, basis: resolved };
}

function commitmentPlan(definition: ServiceDefinition, { commitment }: Item, when: Expr | null): ItemPlan['commitment'] | null {
  if (!commitment) return null;
  const basis = resolveBasis(definition.bases, commitment.basis);
  return given({
    limit: commitment.limit === undefined ? null : limitOf(definition, commitment.limit, basis),
    replaces: commitment.replaces,
    when,
    basis,
    afterCheck: limitOf(definition, commitment.afterCheck, basis),
  });
}

function siteCheckPlan({ bases }: ServiceDefinition, { basis, waiver }: NonNullable<Item['onSiteCheck']>, when: Expr | null): SiteCheckPlan {
  return given({ basis: resolveBasis(bases, basis), waiver: waiver && when ? { when, basis: resolveBasis(bases, waiver.basis) } : null });
}

function examinationPlan({ bases }: ServiceDefinition, { examination }: Item): ItemPlan['examination'] {
  if (examination === undefined) return { mode: 'within' };
  if ('onTheSpot' in examination) return { mode: 'onTheSpot', basis: resolveBasis(bases, examination.onTheSpot) };
  return { mode: 'within', limit: { ...periodOf(examination.limit), basis: resolveBasis(bases, examination.basis) } };
}

function preliminaryPlan(definition: ServiceDefinition, { preliminary }: Item): ItemPlan['preliminary'] | null {
  if (preliminary === undefined) return null;
  const { department, limit, basis } = preliminary;
  return { department, limit: limitOf(definition, limit, LICENSING_LAW.preliminary), basis: resolveBasis(definition.bases, basis) };
}

function supervisionPlan(definition: ServiceDefinition, { supervision }: Item): ItemPlan['supervision'] | null {
  if (supervision === undefined) return null;
  const { department, within } = supervision;
  const basis = resolveBasis(definition.bases, supervision.basis);
  return given({ department, within: within === undefined ? null : limitOf(definition, within, basis), basis });
}

/** Art. 45 is the licensing law's: what is no licence has its clock stopped by its own law, or not at all. */
function clockStopper(nature: Item['nature'], kind: SpecialProcedure['kind'], stopsClock: SpecialProcedure['stopsClock'], { bases }: ServiceDefinition) {
  if (stopsClock === undefined) return nature === 'licence' && ART_45.includes(kind) ? LICENSING_LAW.procedures : null;
  return stopsClock === false ? null : resolveBasis(bases, stopsClock);
}
