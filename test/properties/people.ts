import type { Actor } from '../../workflows/case/actor.ts';
import { DEPARTMENTS } from './random-plan.ts';

export const CLERK: Actor = { id: 'clerk-sun', name: '孙窗口', role: 'clerk' };
export const APPLICANT: Actor = { id: 'applicant-zhang', name: '张申请', role: 'applicant' };
export const AGENT: Actor = { id: 'agent-li', name: '李代办', role: 'agent' };
export const NEIGHBOUR: Actor = { id: 'neighbour-wang', name: '王邻居', role: 'interestedParty' };
/** Known by the identity that the form gives. */
export const LANDLORD: Actor = { id: '371302197001010019', name: '房东周', role: 'furtherPerson' };
export const SYSTEM: Actor = { id: 'calendar-office', name: '日历', role: 'system' };

/** Everybody who may have to do with a case. In each department one person is reviewer and approver at the same time. */
export const PEOPLE: readonly Actor[] = [
  CLERK, APPLICANT, AGENT, LANDLORD, NEIGHBOUR, SYSTEM,
  { id: 'urban-system', name: '城管审批系统', role: 'system', department: 'urban' },
  { id: 'manager-zhou', name: '周督办', role: 'manager' },
  { id: 'mayor-wu', name: '吴区长', role: 'headOfGovernment' },
  ...DEPARTMENTS.flatMap((department): Actor[] => [
    { id: `reviewer-${department}`, name: `审查员（${department}）`, role: 'reviewer', department },
    { id: `both-${department}`, name: `兼任（${department}）`, role: 'reviewer', department },
    { id: `both-${department}`, name: `兼任（${department}）`, role: 'approver', department },
    { id: `approver-${department}`, name: `审批人（${department}）`, role: 'approver', department },
    { id: `head-${department}`, name: `局长（${department}）`, role: 'headOfAuthority', department },
  ]),
];

/** People whom the case does not know, or who have lost their department. */
export const STRANGERS: readonly Actor[] = [
  { id: 'applicant-qian', name: '钱某', role: 'applicant' },
  { id: 'neighbour-qian', name: '钱邻居', role: 'interestedParty' },
  { id: 'agent-qian', name: '钱代办', role: 'agent' },
  { id: '371302197502020028', name: '另一房东', role: 'furtherPerson' },
  { id: 'reviewer-nowhere', name: '无部门', role: 'reviewer' },
  { id: 'approver-abroad', name: '外单位', role: 'approver', department: 'taxes' },
  { id: 'manager-fire', name: '消防督办', role: 'manager', department: 'fire' },
];
