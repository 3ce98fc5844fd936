import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenCommand } from '../client/case-client.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { formatProblems } from '../definitions/format-problems.ts';
import type { Actor, Role } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { dateOf, type Instant } from '../workflows/case/plain-date.ts';
import type { Receipt } from '../workflows/case/receipt.ts';

const FILE = join(import.meta.dirname, 'plain-case.yaml');

export function plainPlan(): CasePlan {
  const { plan, problems } = checkDefinition(readFileSync(FILE, 'utf8'), { file: FILE });
  if (!plan) throw new Error(formatProblems(problems));
  return plan;
}

export const person = (role: Role, department?: string): Actor =>
  ({ id: `${role}-${department ?? '1'}`, name: '王芳', role, ...(department ? { department } : {}) });

export function plainReceipt(): Omit<Receipt, 'caseNo'> {
  const supplied = (material: string) =>
    ({ material, form: 'file', files: [{ id: `${material}-1`, sha256: 'a'.repeat(64), size: 52_428, type: 'application/pdf' }], suppliedOn: dateOf(Date.now() as Instant) }) as const;
  return {
    region: '371302', window: '综合窗口一号', by: person('clerk'), agent: null, serviceWay: 'electronic', policy: 'separable', onTheSpot: [],
    applicant: { id: 'applicant-1', kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' },
    form: { companyName: '蒙山小馆', address: '兰山区沂蒙路1号', area: 320, telephone: '13805390000' },
    materials: [supplied('application'), supplied('floor-plan')],
  };
}

/** Every department answers, every department decides, everything is handed over: thirteen commands. */
export function plainCommands(plan: CasePlan): GivenCommand[] {
  const reviewer = (department: string) => person('reviewer', department);
  return [
    ...plan.items.map(({ id, department }) => ({ do: 'examine', as: reviewer(department), with: { item: id, answer: 'complete' } })),
    ...plan.items.map(({ id, department }) => ({ do: 'proposeGrant', as: reviewer(department), with: { item: id, opinion: '材料齐全，符合法定条件，准予登记。' } })),
    { do: 'handOver', as: person('clerk'), with: { items: plan.items.map(({ id }) => id), way: 'pickUp', recipient: '李明' } },
  ] as GivenCommand[];
}
