import type { Actor, Role } from '../../workflows/case/actor.ts';
import type { GivenCommand } from '../../client/case-client.ts';

/** One line of the run: a command with an id of its own, for the n-th case. */
export interface Line {
  readonly case: number;
  readonly command: GivenCommand & { readonly id: string };
}

const person = (role: Role, department?: string): Actor => ({ id: `${role}-${department ?? '1'}`, name: role, role, ...(department ? { department } : {}) });
const applicant: Actor = { id: 'applicant-1', name: '李明', role: 'applicant' };

export const RECEIPT = {
  region: '371302', window: '综合窗口一号', by: person('clerk'), agent: null, serviceWay: 'electronic', policy: 'separable',
  applicant: { id: 'applicant-1', kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' }, materials: [], onTheSpot: [],
  form: { creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '兰山区沂蒙路1号', shopArea: 320, contactPhone: '13805390000', businessKind: ['hotFood'], hasSignboard: true, sellsTobacco: true, dischargesToSewer: true, dailySewage: 6 },
} as const;

const ITEMS: readonly (readonly [string, string])[] = [
  ['business-licence-check', 'market-regulation'], ['food-licence', 'market-regulation'], ['fire-check', 'fire-rescue'], ['signboard', 'city-management'],
  ['staff-health', 'health'], ['tobacco-licence', 'tobacco-monopoly'], ['drainage-licence', 'water'],
];

/** One restaurant from examination to hand-over, with a notice, a special procedure and some commands that are refused. */
function restaurant(n: number): Line[] {
  const lines: Line[] = [];
  const give = (as: Actor, name: string, args: Record<string, unknown>) =>
    lines.push({ case: n, command: { id: `case-${n}/${lines.length + 1}`, do: name, as, with: args } as Line['command'] });
  for (const [item, department] of ITEMS) {
    if (item === 'fire-check') {
      give(person('reviewer', department), 'examine', { item, answer: 'deficient', defects: [{ target: { material: 'floor-plan' }, problem: '无疏散通道', supply: '补标' }] });
    } else {
      give(person('reviewer', department), 'examine', { item, answer: 'complete' });
    }
  }
  give(person('reviewer', 'health'), 'examine', { item: 'staff-health', answer: 'deficient', defects: [{ target: { material: 'staff-list' }, problem: '晚了', supply: '晚了' }] });
  give(applicant, 'answerDefect', { line: 'floor-plan', text: '已补' });
  give(person('reviewer', 'fire-rescue'), 'recheck', { item: 'fire-check', satisfied: true });
  give(person('reviewer', 'city-management'), 'startProcedure', { item: 'signboard', procedure: 'structure-review', by: '专家组', days: 5 });
  give(person('manager'), 'urge', { item: 'tobacco-licence', message: '请加快' });
  give(person('reviewer', 'tobacco-monopoly'), 'answerUrge', { urge: '1', answer: '好的' });
  give(person('reviewer', 'city-management'), 'endProcedure', { item: 'signboard', procedure: 'structure-review', result: '通过' });
  for (const [item, department] of ITEMS.slice(1)) {
    give(person('reviewer', department), 'proposeGrant', { item, opinion: '符合' });
    if (item !== 'staff-health') give(person('approver', department), 'confirm', { item, opinion: '同意' });
  }
  give(person('clerk'), 'handOver', { items: ITEMS.map(([item]) => item), way: 'pickUp', recipient: '李明' });
  return lines;
}

/** Some eight restaurants, their commands taken in turn: a little over 200. */
export const CASES = 8;
export const LINES: readonly Line[] = interleave(Array.from({ length: CASES }, (_, n) => restaurant(n)));

function interleave(lists: readonly Line[][]): Line[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
