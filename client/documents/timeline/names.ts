import type { Actor, Role } from '../../../workflows/case/actor.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { Phase } from '../../../workflows/case/case-machine.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { DefectTarget } from '../../../workflows/case/case-state.ts';
import type { ClockKind } from '../../../workflows/case/clock.ts';

/** What things are called for people. Total: what the plan does not know keeps its id, a story is told even of an old case. */
export function itemName(plan: CasePlan, id: string): Text {
  return plan.items.find((item) => item.id === id)?.name ?? { zh: id, en: id };
}

export function itemNames(plan: CasePlan, ids: readonly string[]): Text {
  const names = ids.map((id) => itemName(plan, id));
  return { zh: names.map((name) => `“${name.zh}”`).join('、') || '无', en: names.map((name) => `“${name.en}”`).join(', ') || 'none' };
}

export function departmentName(plan: CasePlan, id: string): Text {
  return plan.departments.find((department) => department.id === id)?.name ?? { zh: id, en: id };
}

export function materialName(plan: CasePlan, code: string): Text {
  return plan.materials.find((material) => material.code === code)?.name ?? { zh: code, en: code };
}

export function targetName(plan: CasePlan, target: DefectTarget): Text {
  if ('material' in target) return materialName(plan, target.material);
  return plan.fields.find((field) => field.code === target.field)?.label ?? { zh: target.field, en: target.field };
}

/** Fields and materials by their codes. */
export function targetNames(plan: CasePlan, codes: readonly string[]): Text {
  const names = codes.map((code) => targetName(plan, plan.materials.some((one) => one.code === code) ? { material: code } : { field: code }));
  return { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en).join(', ') };
}

/** `promised:food-licence` is the promised limit of that item. */
export function clockName(plan: CasePlan, id: string): Text {
  const [kind = '', subject, procedure] = id.split(':');
  if (!isClockKind(kind)) return { zh: id, en: id };
  const of = CLOCKS[kind];
  if (kind === 'complaint') return { zh: `第${subject}件${of.zh}${procedure ? `（第${procedure}次）` : ''}`, en: `${of.en} ${subject}${procedure ? ` (answer ${procedure})` : ''}` };
  if (kind === 'urge' || kind === 'consultation') return { zh: `第${subject}次${of.zh}`, en: `${of.en} ${subject}` };
  if (subject === undefined) return of;
  const item = itemName(plan, subject);
  const run = plan.items.find((one) => one.id === subject)?.procedures.find((one) => one.id === procedure)?.name;
  return { zh: `“${item.zh}”${run ? `的${run.zh}，` : '的'}${of.zh}`, en: `${of.en} of “${item.en}”${run ? ` (${run.en})` : ''}` };
}

function isClockKind(kind: string): kind is ClockKind {
  return Object.hasOwn(CLOCKS, kind);
}

/** `赵磊（承办人，消防救援机构）`. */
export function personName(plan: CasePlan, { name, role, department }: Actor): Text {
  if (role === 'system' && department === undefined) return { zh: '系统', en: 'Engine' };
  const post = ROLES[role];
  const of = department === undefined ? null : departmentName(plan, department);
  return { zh: `${name}（${post.zh}${of ? `，${of.zh}` : ''}）`, en: `${name} (${post.en}${of ? `, ${of.en}` : ''})` };
}

export const CLOCKS: Readonly<Record<ClockKind, Text>> = {
  preReview: { zh: '网上预审期限', en: 'pre-review limit' },
  draftKept: { zh: '网上申请保留期', en: 'time for which the draft is kept' },
  examination: { zh: '审查期限', en: 'examination limit' },
  noticeService: { zh: '补正告知书送达期限', en: 'limit for serving the notice' },
  correction: { zh: '补正期限', en: 'correction limit' },
  recheck: { zh: '复核期限', en: 're-check limit' },
  statutory: { zh: '法定期限', en: 'statutory limit' },
  internal: { zh: '部门内部时限', en: 'internal limit' },
  promised: { zh: '承诺期限', en: 'promised limit' },
  joint: { zh: '联合办理期限', en: 'joint limit' },
  procedure: { zh: '告知时间', en: 'time told' },
  delivery: { zh: '送达期限', en: 'delivery limit' },
  urge: { zh: '督办答复期限', en: 'time to answer urge' },
  ratingWindow: { zh: '评价期', en: 'rating window' },
  deferred: { zh: '容缺材料补交期限', en: 'time to bring the deferred material' },
  rectification: { zh: '差评整改期限', en: 'time to rectify the rating' },
  hearingRight: { zh: '听证申请期', en: 'time to ask for a hearing' },
  hearing: { zh: '举行听证期限', en: 'time to hold the hearing' },
  complaint: { zh: '投诉答复期限', en: 'time to answer complaint' },
  renewal: { zh: '许可有效期届满', en: 'expiry of the licence' },
  afterCheck: { zh: '事后核查期限', en: 'time for the after-check' },
  supervision: { zh: '监管认领期限', en: 'time to take over supervision' },
  consultation: { zh: '征求意见答复期限', en: 'time to answer consultation' },
  preliminary: { zh: '下级初审期限', en: 'limit of the preliminary examination' },
};

export const PHASES: Readonly<Record<Phase, Text>> = {
  preReview: { zh: '网上预审', en: 'Pre-review' }, examination: { zh: '审查', en: 'Examination' }, correction: { zh: '补正', en: 'Correction' }, recheck: { zh: '复核', en: 'Re-check' },
  handling: { zh: '办理', en: 'Handling' }, delivery: { zh: '出件', en: 'Delivery' }, closed: { zh: '已办结', en: 'Closed' }, archived: { zh: '已归档', en: 'Archived' },
};

const ROLES: Readonly<Record<Role, Text>> = {
  clerk: { zh: '窗口人员', en: 'clerk' }, applicant: { zh: '申请人', en: 'applicant' }, agent: { zh: '代理人', en: 'agent' }, interestedParty: { zh: '利害关系人', en: 'interested party' },
  furtherPerson: { zh: '须征得同意的人', en: 'further person' },
  reviewer: { zh: '承办人', en: 'reviewer' }, approver: { zh: '审批人', en: 'approver' }, headOfAuthority: { zh: '机关负责人', en: 'head of the authority' },
  headOfGovernment: { zh: '政府负责人', en: 'head of government' }, manager: { zh: '督办人', en: 'manager' }, system: { zh: '系统', en: 'engine' },
};
