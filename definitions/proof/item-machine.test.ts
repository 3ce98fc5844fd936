import { describe, expect, it } from '@jest/globals';
import { moveItem } from '../../workflows/case/item-machine.ts';
import { type MoveItem, proveItemMachine } from './item-machine.ts';

const but = (from: string, type: string, to: ReturnType<MoveItem>): MoveItem =>
  (state, event) => (state === from && event.type === type ? to : moveItem(state, event));

describe('the item machine', () => {
  it('is proved: every state with every event', () => {
    expect(proveItemMachine()).toMatchObject({ states: 22, flaw: null });
  });

  it.each([
    ['confirms with the same person', but('refusalProposed', 'confirm', { to: 'refused' }), 'proposeRefusal(!procedureOpen)'],
    ['refuses without a proposal', but('handling', 'proposeRefusal', { to: 'refused' }), 'proposeRefusal(procedureOpen)'],
    ['grants before acceptance', but('complete', 'grantByRule', { to: 'granted' }), 'grantByRule'],
    ['reopens what was granted', but('granted', 'return', { to: 'handling' }), 'return(secondPerson, blocked)'],
    ['lists a deficiency after the notice', but('rechecking', 'examineDeficient', { to: 'deficient' }), 'examineDeficient'],
    ['never ends the waiting', but('handling', 'proposeRefusal', { refused: 'command.notNow' }), null],
  ] as const)('that %s is not', (_, move, last) => {
    const stuck: MoveItem = (state, event) => (last === null && state === 'handling' && event.type !== 'withdraw' ? { refused: 'command.notNow' } : move(state, event));
    const { flaw } = proveItemMachine(stuck);
    expect(flaw).not.toBeNull();
    if (last !== null) expect(flaw!.events).toContain(last);
  });
});
