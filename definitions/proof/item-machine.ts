import { FINAL, type ItemEvent, type ItemMove, type ItemStateName, moveItem } from '../../workflows/case/item-machine.ts';
import type { Text } from '../../workflows/case/calendar.ts';

/** What the item machine answers; another one is given to see the proof fail. */
export type MoveItem = (from: ItemStateName, event: ItemEvent) => ItemMove;

export interface MachineProof {
  readonly states: number;
  readonly events: number;
  readonly transitions: number;
  /** The first flaw, with the shortest sequence of events to it; null when there is none. */
  readonly flaw: (Text & { readonly events: readonly string[] }) | null;
}

const yesNo = [true, false] as const;
const PLAIN = [
  'examineComplete', 'examineDeficient', 'examineOutOfScope', 'defectsCleared', 'deemComplete', 'noticeIssued', 'recheckSatisfied', 'recheckUnsatisfied',
  'deemSatisfied', 'accept', 'start', 'startPreliminary', 'block', 'grantByRule', 'deemRenewed', 'withdraw', 'drop',
] as const;

/** Every event with every value of its predicates. */
const EVENTS: readonly ItemEvent[] = [
  ...PLAIN.map((type) => ({ type })),
  ...yesNo.flatMap((a) => yesNo.flatMap((b): ItemEvent[] => [
    { type: 'correctionEnded', allAnswered: a, lapses: b }, { type: 'proposeGrant', procedureOpen: a, reviewerDecides: b }, { type: 'return', secondPerson: a, blocked: b },
  ])),
  ...yesNo.flatMap((a): ItemEvent[] => [{ type: 'proposeRefusal', procedureOpen: a }, { type: 'confirm', secondPerson: a }]),
];

const AGAINST: readonly ItemStateName[] = ['outOfScope', 'notAccepted', 'refused'];
const BEFORE_DECISION: readonly ItemStateName[] = ['handling', 'blocked', 'grantProposed', 'refusalProposed'];

/** Every reachable state with every event: each reaches an end, and the numbered promises of the item machine hold. */
export function proveItemMachine(move: MoveItem = moveItem): MachineProof {
  const ways = new Map<ItemStateName, readonly string[]>([['unexamined', []]]);
  const from = new Map<ItemStateName, Set<ItemStateName>>();
  let transitions = 0;
  let flaw: MachineProof['flaw'] = null;
  // A map is walked in the order of adding: breadth first.
  for (const [state, way] of ways) {
    for (const event of EVENTS) {
      transitions += 1;
      const answer = move(state, event);
      if (!('to' in answer)) continue;
      const events = [...way, inWords(event)];
      const wrong = wrongWith(state, event, answer.to);
      if (wrong && !flaw) flaw = { ...wrong, events };
      if (!ways.has(answer.to)) ways.set(answer.to, events);
      if (event.type !== 'withdraw' && event.type !== 'drop') from.set(answer.to, (from.get(answer.to) ?? new Set()).add(state));
    }
  }
  const reach = new Set(FINAL.filter((one) => ways.has(one)));
  for (const one of reach) for (const earlier of from.get(one) ?? []) reach.add(earlier);
  const stuck = [...ways.keys()].find((one) => !reach.has(one));
  if (stuck && !flaw) flaw = { zh: `从“${stuck}”到不了终点`, en: `no end is reached from ${stuck}`, events: ways.get(stuck)! };
  return { states: ways.size, events: EVENTS.length, transitions, flaw };
}

function wrongWith(from: ItemStateName, event: ItemEvent, to: ItemStateName): Text | null {
  if (FINAL.includes(from)) return { zh: `终态“${from}”仍可变为“${to}”`, en: `the final state ${from} becomes ${to}` };
  const lapse = event.type === 'correctionEnded' && event.lapses && !event.allAnswered;
  const confirmed = event.type === 'confirm' && event.secondPerson && from.endsWith('Proposed');
  if (AGAINST.includes(to) && !confirmed && !lapse) return { zh: `“${to}”未经第二人确认`, en: `${to} without a second person's confirmation` };
  const lawDecides = event.type === 'deemRenewed' && (from === 'waiting' || from === 'preliminary');
  if ((to === 'granted' || to === 'refused') && !BEFORE_DECISION.includes(from) && !lawDecides) return { zh: `未受理即“${to}”`, en: `${to} without acceptance` };
  if (to === 'deficient' && from !== 'unexamined' && from !== 'complete' && from !== 'outOfScopeProposed' && from !== 'deficient') return { zh: '通知后又列补正', en: 'a deficiency after the notice' };
  return null;
}

function inWords({ type, ...predicates }: ItemEvent): string {
  const said = Object.entries(predicates).map(([name, value]) => (value ? name : `!${name}`));
  return said.length === 0 ? type : `${type}(${said.join(', ')})`;
}
