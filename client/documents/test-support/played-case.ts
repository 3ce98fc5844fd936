import { readFileSync } from 'node:fs';
import { loadDecrees } from '../../../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../../../definitions/check-definition.ts';
import type { Actor, Role } from '../../../workflows/case/actor.ts';
import { type Calendar, calendarOf, type Decree } from '../../../workflows/case/calendar.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { Command } from '../../../workflows/case/command-table.ts';
import type { DocumentKind, DocumentRecord } from '../../../workflows/case/document.ts';
import { type Instant, instantOf, type PlainDate } from '../../../workflows/case/plain-date.ts';
import type { Submission } from '../../../workflows/case/pre-review.ts';
import type { Receipt } from '../../../workflows/case/receipt.ts';
import { open, step, tick } from '../../../workflows/case/step.ts';

export const DECREES: readonly Decree[] = loadDecrees();

export const restaurantPlan = (): CasePlan => planIn('definitions/catalogue/open-restaurant.yaml');

export function planIn(file: string): CasePlan {
  const { plan, problems } = checkDefinition(readFileSync(file, 'utf8'));
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

/** A case played on the pure core: real records without a server. */
export class PlayedCase {
  plan: CasePlan;
  readonly changes: Change[] = [];
  calendar: Calendar = calendarOf(DECREES);
  state: CaseState;

  constructor(plan: CasePlan, receipt: Receipt | Submission, at: string, { simulated = false } = {}) {
    this.plan = plan;
    const opened = open(plan, DECREES, receipt, moment(at), { simulated });
    if (opened.state === null || opened.rejection) throw new Error(JSON.stringify(opened.rejection));
    this.state = opened.state;
    this.changes.push(...opened.changes);
  }

  /** Gives a command; a rejection is a mistake of the story. */
  act(at: string, who: string | Actor, name: string, args: Record<string, unknown>): this {
    const command = { id: `c${this.changes.length}`, do: name, as: this.#someone(who), with: args } as unknown as Command;
    return this.#took(step(this.plan, this.calendar, this.state, command, moment(at)));
  }

  /** Lets time pass. */
  until(at: string): this {
    return this.#took(tick(this.plan, this.calendar, this.state, moment(at)));
  }

  documents(kind?: DocumentKind): DocumentRecord[] {
    return this.changes.flatMap((change) => (change.kind === 'documentIssued' && (!kind || change.document.kind === kind) ? [change.document] : []));
  }

  #took(result: ReturnType<typeof step>): this {
    if (result.rejection) throw new Error(JSON.stringify(result.rejection));
    this.state = result.state;
    this.plan = result.plan;
    this.calendar = result.calendar;
    this.changes.push(...result.changes);
    return this;
  }

  #someone(who: string | Actor): Actor {
    if (typeof who !== 'string') return who;
    const { applicant } = this.state;
    if (who === 'applicant') return { id: applicant.id, name: applicant.name, role: 'applicant' };
    const further = this.state.consents?.find((one) => one.person === who);
    if (further) return { id: who, name: further.name ?? who, role: 'furtherPerson' };
    const [role = '', department] = who.split('@');
    return { id: who, name: NAMES[role] ?? who, role: role as Role, ...(department === undefined ? {} : { department }) };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  clerk: '王静', reviewer: '赵磊', approver: '孙红梅', headOfAuthority: '周卫东', headOfGovernment: '陈建', manager: '刘洋', system: '系统',
};

/** `2026-02-10T09:30` in Asia/Shanghai. */
function moment(text: string): Instant {
  const [date, time] = text.split('T') as [PlainDate, string];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return instantOf(date, hour + minute / 60);
}

const MATERIALS = [
  'food-application', 'floor-plan', 'process-layout', 'staff-list', 'fire-declaration', 'fire-safety-rules', 'signboard-drawing', 'site-photo', 'sewage-report',
];

export function restaurantReceipt(over: Partial<Receipt> = {}): Receipt {
  return {
    caseNo: '371302-20260210-0001', region: '371302', window: '综合窗口一号', by: { id: 'clerk', name: '王静', role: 'clerk' },
    applicant: { id: 'li-ming', kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' },
    agent: null, serviceWay: 'electronic', policy: 'separable', onTheSpot: [],
    materials: MATERIALS.map((material) => ({ material, form: 'paper', files: [], suppliedOn: '2026-02-10' as PlainDate })),
    form: {
      creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '兰山区沂蒙路1号', shopArea: 320, contactPhone: '13805390000',
      businessKind: ['hotFood', 'drinks'], hasSignboard: true, sellsTobacco: true, dischargesToSewer: true, dailySewage: 6,
    },
    ...over,
  };
}
