import type { CasePlan, DepartmentId, ItemPlan } from '../../../workflows/case/case-plan.ts';
import type { ItemState, Proposal } from '../../../workflows/case/case-state.ts';
import { read } from '../../../workflows/case/clock.ts';
import { committedItems, commitmentOf } from '../../../workflows/case/commitment.ts';
import { needsLeft } from '../../../workflows/case/needs-left.ts';
import { stageOf } from '../../../workflows/case/hearing.ts';
import { departmentName } from '../../documents/timeline/names.ts';
import { maskedName, maskedNumber } from '../rights/masked.ts';
import type { SeenItem } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';
import { basisSeen } from './see-clock.ts';

/** An item: where it stands, for everybody; what its department knows and thinks of it, for its own officers. */
export function seeItem(seeing: Seeing, item: ItemPlan): SeenItem {
  const { plan, calendar, state, standing: { sight }, signedIn } = seeing;
  const now = state.items[item.id]!;
  const own = sight.of === 'items' && sight.items.has(item.id);
  const citizen = signedIn.role === 'citizen';
  const mayRead = own || sight.of === 'all' || sight.of === 'course' || (sight.of === 'hearing' && sight.items.has(item.id));
  const { principal, delegate } = now.authority;
  return {
    id: item.id, name: item.name, nature: item.nature, department: namedDepartment(plan, item.department), authority: delegate ?? principal, state: now.state, own,
    committed: committedItems(state).includes(item.id), dependsOn: item.dependsOn.filter((id) => state.items[id]), blockedBy: [...now.blockedBy], startedOn: now.startedOn, leftOn: now.leftOn, grantBy: item.grantBy,
    procedures: mayRead ? now.procedures.map((one) => ({
      id: one.id, run: one.run, name: one.name, by: one.by, stopsClock: one.stopsClock !== null, startedOn: one.startedOn, endedOn: one.endedOn, result: citizen ? null : one.result,
      dueOn: state.clocks[one.clock] ? read(state.clocks[one.clock]!, calendar, plan.warningThreshold).dueOn : null,
    })) : [],
    procedureChoices: own ? item.procedures.map(({ id, name, stopsClock, intermediary }) => ({ id, name, stopsClock: stopsClock !== undefined, intermediary: intermediary !== undefined })) : [],
    resultValues: own ? (item.result.values ?? []).map(({ code, label, type, choices }) => ({ code, label, type, choices: choices.map((one) => ({ value: one.value, label: one.label })) })) : [],
    hearing: mayRead ? hearingSeen(seeing, now, own) : null, mayConsult: own && plan.consultation !== undefined,
    decision: now.decision && { outcome: now.decision.outcome, on: now.decision.on, byRule: now.decision.byRule, document: now.decision.document, values: mayRead && sight.of !== 'course' && sight.of !== 'hearing' ? now.values ?? null : null },
    delivery: now.delivery && { way: now.delivery.way, slip: now.delivery.slip, handedOverOn: now.delivery.handedOverOn, servedOn: now.delivery.servedOn },
    handOverAlone: now.handOverAlone,
    work: own || (!citizen && sight.of === 'all') || sight.of === 'course' ? workSeen(seeing, item, now) : null,
  };
}

export function namedDepartment(plan: CasePlan, id: DepartmentId): { id: string; name: { zh: string; en: string } } {
  return { id, name: departmentName(plan, id) };
}

function workSeen({ plan, state }: Seeing, item: ItemPlan, now: ItemState): SeenItem['work'] {
  const { preliminary, supervision } = now;
  const check = commitmentOf(state, item.id)?.check;
  return {
    defects: now.defects.map((one) => ({ ...one })), outOfScope: now.outOfScope, nonAcceptance: now.nonAcceptance,
    proposal: now.proposal && proposalSeen(now.proposal, now), proposedBy: now.proposedBy && { id: now.proposedBy.id, name: now.proposedBy.name }, proposedIn: now.proposedIn ?? null,
    preliminary: preliminary ? {
      department: namedDepartment(plan, preliminary.department), startedOn: preliminary.startedOn,
      report: preliminary.report && { meets: preliminary.report.meets, opinion: preliminary.report.opinion, by: { id: preliminary.report.by.id, name: preliminary.report.by.name }, on: preliminary.report.on },
    } : null,
    siteChecks: now.siteChecks ? now.siteChecks.map(({ on, officers, document }) => ({ on, document, officers: officers.map((one) => ({ ...one })) })) : null,
    supervision: supervision ? { department: namedDepartment(plan, supervision.department), pushedOn: supervision.pushedOn, acknowledgedOn: supervision.acknowledged?.on ?? null } : null,
    afterCheck: check ? { passed: check.passed, findings: check.findings, measures: check.measures, on: check.on } : null,
    checkPoints: plan.materials.flatMap((material) => needsLeft(material, [item], state.form, committedItems(state))
      .filter((need) => need.item === item.id).map((need) => ({ code: material.code, name: material.name, basis: need.basis ? basisSeen(need.basis) : null }))),
  };
}

function proposalSeen({ outcome, opinion, facts, reasons, article, values }: Proposal, { proposedBy }: ItemState) {
  return { outcome, opinion, facts, reasons, article, values: values ?? null, by: proposedBy && { id: proposedBy.id, name: proposedBy.name } };
}

function hearingSeen({ plan, calendar, state, standing, signedIn }: Seeing, { hearing }: ItemState, own: boolean): SeenItem['hearing'] {
  if (!hearing) return null;
  // Of other parties a citizen is told the names, never the numbers by which they are known; supervision neither, nor what they said.
  const whole = own || (standing.sight.of === 'all' && signedIn.role !== 'citizen');
  const course = standing.sight.of === 'course';
  const mine = new Set(standing.actors.map(({ id }) => id));
  const idOf = (id: string) => (whole || mine.has(id) ? id : course ? maskedNumber(id) : '—');
  return {
    held: hearing.held, stage: stageOf(hearing), parties: hearing.parties.map(({ id, name }) => ({ id: idOf(id), name: course ? maskedName(name) : name })),
    rights: hearing.rights.map((right) => ({
      toldOn: right.toldOn, dueOn: state.clocks[right.clock] ? read(state.clocks[right.clock]!, calendar, plan.warningThreshold).dueOn : null,
      persons: right.persons.map(idOf), waived: right.waived.map(idOf), over: right.over,
    })),
    statements: hearing.statements.filter((one) => whole || mine.has(one.by)).map((one) => ({ ...one })),
    announcement: hearing.announcement && { ...hearing.announcement, chair: { id: signedIn.role === 'citizen' ? idOf(hearing.announcement.chair.id) : hearing.announcement.chair.id, name: hearing.announcement.chair.name } },
    minutes: hearing.minutes && { ...hearing.minutes },
  };
}
