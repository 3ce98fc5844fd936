import type { Decree } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { PlainDate } from '../../../workflows/case/plain-date.ts';
import { PlayedCase, restaurantPlan, restaurantReceipt } from './played-case.ts';
import { by, complete } from './stories.ts';

/** Corrected at the window, an item dropped, a re-check in silence, a procedure renewed, extensions refused and lapsed, all withdrawn. */
export function muddledCase(): PlayedCase {
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo: '371302-20260302-0008', policy: 'allOrNothing' }), '2026-03-02T09:00');
  const deficient = (item: string, material: string) => played.act('2026-03-02T10:00', by('reviewer', item), 'examine', {
    item, answer: 'deficient', defects: [{ target: { material }, problem: '内容不全', supply: '完整的文件' }],
  });
  deficient('food-licence', 'staff-list');
  played.act('2026-03-02T11:00', 'clerk', 'correctOnSpot', { materials: [{ material: 'staff-list', form: 'paper', files: [] }], note: '补交一页' });
  deficient('drainage-licence', 'sewage-report');
  complete(played, '2026-03-03T10:00', ['business-licence-check', 'food-licence', 'fire-check', 'signboard', 'staff-health', 'tobacco-licence']);
  played.act('2026-03-04T10:00', 'applicant', 'answerDefect', { line: 'sewage-report', materials: [{ material: 'sewage-report', form: 'paper', files: [] }] });
  // Nobody re-checks: deemed satisfied on the evening of 11 March, accepted from the day of the last answer.
  played.until('2026-03-12T09:00');
  played.act('2026-03-12T09:30', by('reviewer', 'drainage-licence'), 'startProcedure', { item: 'drainage-licence', procedure: 'water-testing', by: '检测中心', days: 3 });
  played.act('2026-03-13T09:30', by('reviewer', 'drainage-licence'), 'startProcedure', { item: 'drainage-licence', procedure: 'water-testing', by: '检测中心', days: 6 });
  played.act('2026-03-16T09:00', by('reviewer', 'tobacco-licence'), 'requestExtension', { item: 'tobacco-licence', days: 5, reason: '待核实' });
  played.act('2026-03-16T10:00', by('headOfAuthority', 'tobacco-licence'), 'rejectExtension', { item: 'tobacco-licence', reason: '理由不充分' });
  played.act('2026-03-17T09:00', by('reviewer', 'tobacco-licence'), 'requestExtension', { item: 'tobacco-licence', days: 5, reason: '待教育部门答复' });
  played.until('2026-04-13T09:00');
  played.act('2026-04-13T10:00', by('reviewer', 'food-licence'), 'proposeRefusal', { item: 'food-licence', opinion: '建议不予', facts: '事实', reasons: '理由', article: '条款' });
  return played.act('2026-04-13T11:00', by('approver', 'food-licence'), 'confirm', { item: 'food-licence', opinion: '同意' });
}

/** The first item is withdrawn and blocks the others; another is dropped; then the whole case is withdrawn. */
export function abandonedCase(): PlayedCase {
  const base = restaurantPlan();
  const tenDays = { ...base.delivery };
  const plan = { ...base, materials: base.materials.map((one) => (one.code === 'staff-list' ? { ...one, neededBy: one.neededBy.map((need) => ({ ...need, deferrable: tenDays })) } : one)) };
  const played = new PlayedCase(plan, restaurantReceipt({ caseNo: '371302-20260302-0009', materials: [], deferred: ['staff-list'] }), '2026-03-02T09:00');
  played.act('2026-03-02T09:10', 'clerk', 'correctOnSpot', { fields: { sellsTobacco: false }, note: '不销售烟草' });
  played.act('2026-03-02T09:30', 'applicant', 'withdrawItem', { item: 'business-licence-check' });
  complete(played, '2026-03-03T10:00', ['food-licence', 'fire-check', 'signboard', 'staff-health', 'drainage-licence']);
  played.act('2026-03-03T15:00', 'applicant', 'supplyDeferred', { materials: [{ material: 'staff-list', form: 'paper', files: [] }] });
  played.act('2026-03-04T09:00', 'applicant', 'complain', { item: 'fire-check', text: '约定的核查无人到场' });
  played.act('2026-03-05T09:00', 'applicant', 'withdrawCase', { reason: '不再开店' });
  played.act('2026-03-06T09:00', 'applicant', 'rate', { level: 1, text: '等候太久' });
  // The window for a rating ends while both are still to be answered.
  played.until('2026-03-20T09:00');
  played.act('2026-03-20T10:00', 'manager', 'rectifyRating', { measures: '核查改为预约制', followUp: '电话回访，申请人认可' });
  return played.act('2026-03-20T10:30', 'manager', 'resolveComplaint', { complaint: '1', answer: '已致歉并另行约定' });
}

/** In handling, moved to a version with shorter limits, and one more item that applies. */
export function movedCase(): PlayedCase {
  const plan = restaurantPlan();
  const sooner = { ...plan, hash: 'f'.repeat(64), service: { ...plan.service, version: '2099.1' }, items: plan.items.map((item) => (item.limits.promised ? { ...item, limits: { ...item.limits, promised: { ...item.limits.promised, length: 3 } } } : item)) };
  const played = new PlayedCase(plan, restaurantReceipt({ caseNo: '371302-20260302-0011' }), '2026-03-02T09:00');
  played.until('2026-03-10T09:00');
  return played.act('2026-03-10T10:00', 'system', 'migrate', { plan: sooner });
}

/** Two items committed to in writing: one granted at once that fails its after-check, one ended by a correction; a list promised instead of brought. */
export function committedCase(): PlayedCase {
  const base = restaurantPlan();
  const paper = { law: '国办发〔2020〕42号', article: null, kind: 'normativeDocument', verified: false } as const;
  const afterCheck = { length: 20, unit: 'workingDay', basis: paper } as const;
  const offered = { 'fire-check': { replaces: ['floor-plan', 'fire-safety-rules'], basis: paper, afterCheck }, signboard: { when: { op: 'field', code: 'dischargesToSewer' }, basis: paper, afterCheck } } as const;
  const plan: CasePlan = {
    ...base,
    items: base.items.map((item) => (item.id === 'fire-check' || item.id === 'signboard' ? { ...item, commitment: offered[item.id] } : item)),
    materials: base.materials.map((one) => (one.code === 'staff-list' ? { ...one, neededBy: one.neededBy.map((need) => ({ ...need, commitment: { basis: paper, afterCheck: { ...afterCheck, length: 10 } } })) } : one)),
  };
  const receipt = restaurantReceipt({ caseNo: '371302-20260302-0010', materials: [], committed: ['fire-check', 'signboard'], committedMaterials: ['staff-list'] });
  const played = new PlayedCase(plan, receipt, '2026-03-02T09:00');
  played.act('2026-03-02T09:10', 'clerk', 'correctOnSpot', { fields: { dischargesToSewer: false }, note: '不接入管网' });
  complete(played, '2026-03-03T10:00', ['business-licence-check', 'food-licence', 'fire-check', 'signboard', 'staff-health', 'tobacco-licence']);
  return played.act('2026-03-12T10:00', by('reviewer', 'fire-check'), 'recordAfterCheck', {
    item: 'fire-check', passed: false, findings: '二层疏散指示标志未安装', measures: '责令于2026年3月26日前改正，逾期不改正的另行启动撤销程序',
  });
}

/** Received at the end of a year whose successor’s calendar is not published until January. */
export function newYearCase(): PlayedCase {
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo: '371302-20261229-0001' }), '2026-12-29T09:00');
  played.until('2027-01-06T09:00');
  const day = (date: string) => ({ date: date as PlainDate, kind: 'rest', name: { zh: '元旦', en: "New Year's Day" } }) as const;
  const decree: Decree = {
    id: 'cn-2027', documentNumber: null, publishedOn: '2027-01-06' as PlainDate, settlesYears: [2027], days: [day('2027-01-01'), day('2027-01-04'), day('2027-01-05'), day('2027-01-06')],
  };
  return played.act('2027-01-06T10:00', 'system', 'publishCalendar', { decrees: [decree] });
}
