import { whatIf } from '../../../definitions/what-if.ts';
import { currentDecrees } from '../../../store/current-calendar.ts';
import type { Database } from '../../../store/open-store.ts';
import { calendarOf } from '../../../workflows/case/calendar.ts';
import type { CasePlan, ItemPlan } from '../../../workflows/case/case-plan.ts';
import { read } from '../../../workflows/case/clock.ts';
import { needsLeft } from '../../../workflows/case/needs-left.ts';
import { holds } from '../../../workflows/case/condition.ts';
import { consentsNeeded } from '../../../workflows/case/consent.ts';
import { applies, checkForm } from '../../../workflows/case/form.ts';
import { dateOf, type Instant, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { planOfCase, repeatsOf } from '../../../workflows/case/plan-of-case.ts';
import { Refused } from '../../../workflows/case/refuse.ts';
import { open } from '../../../workflows/case/step.ts';
import { departmentName } from '../../documents/timeline/names.ts';
import { citation } from '../../documents/wording.ts';
import { type Problem, problemOfRejection } from '../problem.ts';
import type { Preview, PreviewGiven } from '../schemas/preview.ts';

/** What a case would consist of if it were received now, with a form that need not be complete yet. Begins nothing. */
export async function preview(db: Database, pinned: CasePlan, given: PreviewGiven, at: Instant): Promise<Preview> {
  const { form, chosen, committed, deferred } = given;
  const repeats = repeatsOf(pinned, form);
  const plan = planOfCase(pinned, { chosen, ...(repeats ? { repeats } : {}) });
  const decrees = await currentDecrees(db);
  const calendar = calendarOf(decrees);
  const items = plan.items.filter((item) => applies(item, form));
  const ids = new Set(items.map(({ id }) => id));
  const inCase: CasePlan = { ...plan, items: items.map((item) => ({ ...item, dependsOn: item.dependsOn.filter((id) => ids.has(id)) })) };
  const foreseen = items.length > 0 ? whatIf(inCase, dateOf(at), calendar) : null;
  const clock = (id: string) => foreseen?.latest.clocks.find((one) => one.id === id);
  const due = (id: string) => { const found = clock(id); return found ? read(found, calendar, plan.warningThreshold).dueOn : null; };
  const given_ = new Set(given.materials.map(({ material }) => material));
  return {
    items: items.map((item) => itemPreview(plan, item, committed, { dueOn: foreseen?.latest.decidedOn[item.id] ?? null, earliestOn: foreseen?.earliest.decidedOn[item.id] ?? null }, form)),
    optional: pinned.items.filter((item) => item.optional && !chosen.includes(item.id)).map(({ id, name }) => ({ id, name })),
    notApplicable: plan.items.filter((item) => !ids.has(item.id)).map(({ id, name }) => ({ id, name })),
    departments: [...new Set(items.map(({ department }) => department))].map((id) => ({ id, name: departmentName(plan, id) })),
    materials: plan.materials.flatMap((material) => {
      const needs = needsLeft(material, items, form, committed);
      return needs.length === 0 ? [] : [{
        code: material.code, name: material.name, source: material.source, neededBy: needs.map(({ item }) => item),
        deferrable: needs.every((need) => need.deferrable), committable: needs.every((need) => need.commitment), given: given_.has(material.code) || deferred.includes(material.code),
      }];
    }),
    examinationDueOn: due('examination'), acceptedBy: foreseen?.latest.acceptedOn ?? null, jointDueOn: due('joint'), latestDecisionOn: foreseen?.latest.lastDecisionOn ?? null, earliestDecisionOn: foreseen?.earliest.lastDecisionOn ?? null,
    provisional: foreseen?.latest.clocks.some((one) => read(one, calendar, plan.warningThreshold).provisional) ?? false,
    feesYuan: items.flatMap(({ fees = [] }) => fees).reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0),
    consents: consentsFor(plan, given, items), fieldProblems: checkForm(plan, form).map(({ path, problem }) => ({ path, problem })),
    refusal: refusalOf(pinned, decrees, given, at),
  };
}

function itemPreview(plan: CasePlan, item: ItemPlan, committed: readonly string[], dates: { readonly dueOn: PlainDate | null; readonly earliestOn: PlainDate | null }, form: PreviewGiven['form']): Preview['items'][number] {
  const { statutory, promised } = item.limits;
  const mayCommit = item.commitment !== undefined && (!item.commitment.when || holds(item.commitment.when, form));
  return {
    id: item.id, name: item.name, department: { id: item.department, name: departmentName(plan, item.department) }, nature: item.nature, optional: item.optional === true,
    committed: committed.includes(item.id), committable: mayCommit, instant: item.instant !== undefined && holds(item.instant, form), dependsOn: [...item.dependsOn],
    statutory: statutory ? { length: statutory.length, unit: statutory.unit } : null, promised: promised ? { length: promised.length, unit: promised.unit } : null, ...dates,
    fees: (item.fees ?? []).map(({ name, amount, basis }) => ({ name, yuan: typeof amount === 'number' ? amount : null, reckoned: typeof amount === 'number' ? null : amount, basis: citation(basis) })),
    result: item.result.name,
  };
}

function consentsFor(plan: CasePlan, { form, applicant }: PreviewGiven, items: readonly ItemPlan[]): Preview['consents'] {
  try {
    const who = { id: '', kind: 'person' as const, name: '', phone: '', idNumber: '', ...applicant };
    return consentsNeeded(plan, { form, applicant: who as never }, items).map(({ consent, person, name }) => {
      const asked = plan.consents!.find(({ id }) => id === consent)!;
      return { consent, person, name, who: asked.who, to: asked.to };
    });
  } catch (error) {
    // The form does not name anybody yet: the refusal says so.
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Why the engine would refuse it online as it stands; what is missing of the form stands by its fields. */
function refusalOf(plan: CasePlan, decrees: Parameters<typeof open>[1], given: PreviewGiven, at: Instant): Problem | null {
  const suppliedOn = dateOf(at);
  const { applicant, form, region, policy, materials, deferred, chosen, committed, committedMaterials } = given;
  const who = { id: 'preview', kind: 'person' as const, name: '—', idNumber: 'preview', phone: '', ...applicant } as never as { id: string; name: string };
  const by = { id: who.id, name: who.name, role: 'clerk' as const };
  const common = {
    caseNo: '—', region, window: '—', applicant: who as never, agent: null, serviceWay: 'electronic' as const, policy, form, materials: materials.map((one) => ({ ...one, suppliedOn })),
    ...(deferred.length ? { deferred } : {}), ...(chosen.length ? { chosen } : {}), ...(committed.length ? { committed } : {}), ...(committedMaterials.length ? { committedMaterials } : {}),
  };
  const { rejection } = plan.preReview
    ? open(plan, decrees, { ...common, origin: 'online', by: { ...by, role: 'applicant' } }, at)
    : open(plan, decrees, { ...common, by, onTheSpot: [] }, at);
  return rejection && rejection.code !== 'receipt.consentMissing' ? problemOfRejection(rejection) : null;
}
