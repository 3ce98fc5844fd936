import type { ListedDocument } from '../../../store/queries/documents.ts';
import type { Role } from '../../../workflows/case/actor.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { read } from '../../../workflows/case/clock.ts';
import { permitted } from '../../../workflows/case/permitted.ts';
import { targetName } from '../../documents/timeline/names.ts';
import { maskedName, maskedNumber, maskedPhone } from '../rights/masked.ts';
import { seesClock } from '../rights/sees-clock.ts';
import type { Sight } from '../rights/standing.ts';
import { moment } from '../schemas/common.ts';
import type { SeenCase } from '../schemas/seen-case.ts';
import { nextOf } from './next.ts';
import { seeAgent } from './see-agent.ts';
import { seeClock } from './see-clock.ts';
import { seeDocuments } from './see-document.ts';
import { itemsOf, seeFields, seeMaterials } from './see-form.ts';
import { namedDepartment, seeItem } from './see-item.ts';
import { seeQuestions } from './see-question.ts';
import { isOfficial, type Seeing } from './seeing.ts';

/** A case as somebody may see it. */
export function seeCase(seeing: Seeing, papers: readonly ListedDocument[]): SeenCase {
  const { plan, calendar, state, standing: { sight, actors }, signedIn } = seeing;
  const clocks = Object.values(state.clocks).filter((clock) => seesClock(seeing, clock)).map((clock) => seeClock(seeing, clock));
  const whole = sight.of === 'all';
  const inner = isOfficial(seeing);
  const dueOn = (clock: string) => (state.clocks[clock] ? read(state.clocks[clock], calendar, plan.warningThreshold).dueOn : null);
  return {
    caseNo: state.caseNo, service: { code: state.service, name: plan.service.name, version: plan.service.version }, planHash: state.planHash, phase: state.phase, simulated: state.simulated,
    region: state.region, window: state.window, receivedAt: moment(state.receivedAt), receivedOn: state.receivedOn, receivedBy: state.receivedBy.name, seq: state.seq, next: nextOf({ plan, calendar, state }),
    colour: clocks.reduce<0 | 1 | 2>((worst, one) => (one.open && one.colour > worst ? one.colour : worst), 0),
    policy: state.policy, serviceWay: state.serviceWay, sight: sight.of, roles: actors.map(({ role }) => role),
    applicant: applicantSeen(seeing),
    agent: seeAgent(seeing),
    preReview: whole && state.preReview ? {
      submittedAt: moment(state.preReview.submittedAt), submissions: state.preReview.submissions, complex: state.preReview.complex, outcome: state.preReview.answer?.outcome ?? null,
      missing: (state.preReview.answer?.missing ?? []).map((defect) => ({ ...defect, name: targetName(plan, defect.target) })),
      items: itemsOf(plan, state).map(({ id, name, department }) => ({ id, name, department: namedDepartment(plan, department) })),
    } : null,
    consents: consentsSeen(seeing),
    fields: seeFields(seeing), materials: seeMaterials(seeing),
    items: plan.items.filter((item) => state.items[item.id]).map((item) => seeItem(seeing, item)),
    notApplicable: state.notApplicable.flatMap((id) => plan.items.filter((item) => item.id === id).map(({ name }) => ({ id, name }))),
    notice: seesNotice(sight) ? noticeSeen(seeing) : null,
    acceptance: state.acceptance, clocks,
    extensions: inner ? Object.entries(state.extensions).filter(([id]) => clocks.some((clock) => clock.id === id)).map(([clock, one]) => ({
      clock, item: state.clocks[clock]?.item ?? null, state: one.state, days: one.days, reason: one.reason, requestedBy: { id: one.requestedBy.id, name: one.requestedBy.name }, requestedOn: one.requestedOn,
    })) : [],
    urges: inner ? state.urges.filter((urge) => sight.of !== 'items' || (urge.item === null ? urge.department === null || urge.department === signedIn.department : sight.items.has(urge.item))).map(({ id, item, department, message, by, answer, clock }) =>
      ({ id, item, department, message, by: by.name, answer, dueOn: dueOn(clock) })) : [],
    questions: seeQuestions(seeing),
    complaints: whole || sight.of === 'course' ? state.complaints.map(({ id, item, text, on, answer, clock }) => ({ id, item, text, on, answer, dueOn: dueOn(clock) })) : [],
    rating: state.rating && (whole || sight.of === 'course') ? {
      level: state.rating.level, text: state.rating.text, on: state.rating.on, mustBeRectified: state.rating.clock !== null,
      rectified: state.rating.rectified && { measures: state.rating.rectified.measures, followUp: state.rating.rectified.followUp, on: state.rating.rectified.on },
    } : null,
    documents: seeDocuments(seeing, papers), assembledOn: state.assembledOn, closedOn: state.closedOn,
    permitted: whatMayBeDone(plan, state, actors),
  };
}

function whatMayBeDone(plan: CasePlan, state: CaseState, actors: Seeing['standing']['actors']): SeenCase['permitted'] {
  const seen = new Map<string, SeenCase['permitted'][number]>();
  for (const actor of actors) for (const one of permitted(plan, state, actor)) seen.set(`${one.do} ${one.item ?? ''}`, { do: one.do, item: one.item });
  return [...seen.values()];
}

/** Supervision sees how cases go, not whose they are; everybody else who has a part sees who applies, his numbers only who took them down. */
function applicantSeen({ state: { applicant }, standing: { sight }, signedIn }: Seeing): SeenCase['applicant'] {
  const { kind } = applicant;
  const own = sight.of === 'all' && (signedIn.role === 'clerk' || signedIn.role === 'citizen');
  const name = sight.of === 'course' && kind === 'person' ? maskedName(applicant.name) : applicant.name;
  return own ? { name, kind, idNumber: applicant.idNumber, phone: applicant.phone } : { name, kind, idNumber: maskedNumber(applicant.idNumber), phone: maskedPhone(applicant.phone) };
}

function consentsSeen({ plan, state, standing }: Seeing): SeenCase['consents'] {
  const mine = new Set(standing.actors.filter(({ role }: { role: Role }) => role === 'furtherPerson').map(({ id }) => id));
  return (state.consents ?? []).filter((one) => standing.sight.of === 'all' || mine.has(one.person)).map((one) => {
    const asked = plan.consents?.find(({ id }) => id === one.consent);
    return {
      consent: one.consent, who: asked?.who ?? { zh: one.consent, en: one.consent }, to: asked?.to ?? { zh: '', en: '' }, person: mine.has(one.person) ? one.person : maskedNumber(one.person), name: one.name,
      mine: mine.has(one.person), agrees: one.said?.agrees ?? null, reason: one.said?.reason ?? null, at: one.said ? moment(one.said.at) : null,
    };
  });
}

function seesNotice(sight: Sight): boolean {
  return sight.of === 'all' || sight.of === 'items' || sight.of === 'course';
}

/** A department sees the lines in which it has a remark; supervision sees which there are, without what was answered. */
function noticeSeen({ plan, state: { notice }, standing: { sight } }: Seeing): SeenCase['notice'] {
  if (!notice) return null;
  const lines = notice.lines.filter((line) => sight.of !== 'items' || line.remarks.some((remark) => sight.items.has(remark.item)));
  return {
    number: notice.number, issuedAt: moment(notice.issuedAt), servedOn: notice.servedOn,
    lines: lines.map(({ id, target, remarks, answer }) => ({
      id, target, name: targetName(plan, target),
      remarks: remarks.map(({ item, department, problem, supply }) => ({ item, department: namedDepartment(plan, department), problem, supply })),
      answer: answer && { at: moment(answer.at), value: sight.of === 'course' ? null : answer.value, text: sight.of === 'course' ? null : answer.text },
    })),
  };
}
