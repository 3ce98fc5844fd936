import { describe, expect, it } from '@jest/globals';
import { openWork, type WorkKind } from '../store/work-rows.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import { tasksOf } from './task-of-command.ts';

const clock = { stoppedAt: null, ranOutAt: null };
const item = (id: string, state: string, more = {}) => ({ id, department: 'market', state, delivery: null, handOverAlone: false, ...more });

/** A case as far as it says what it wants done. */
function wanting(more: Record<string, unknown>, ...items: { id: string }[]): CaseState {
  return {
    phase: 'handling', preReview: null, notice: null, urges: [], complaints: [], extensions: {}, clocks: { u: clock, joint: clock, 'statutory:food': clock }, consultations: [], rating: null,
    items: Object.fromEntries(items.map((one) => [one.id, one])), ...more,
  } as unknown as CaseState;
}

const ids = (state: CaseState, kind: WorkKind) => openWork(state).filter((work) => work.kind === kind).map(({ id }) => id);

describe('the tasks that a command does', () => {
  it('are those that the case wants done: of an item', () => {
    const done: readonly [string, string, object?][] = [['unexamined', 'examine'], ['rechecking', 'recheck'], ['preliminary', 'reportPreliminary', { preliminary: {} }], ['grantProposed', 'confirm'], ['grantProposed', 'return']];
    for (const [state, command, more] of done) {
      const open = openWork(wanting({}, item('food', state, more))).map(({ id }) => id);
      expect([command, open]).toEqual([command, tasksOf(command, { item: 'food' }, wanting({}))]);
    }
  });

  it('of what is handed over, each of them, and of the parcel that went with a slip', () => {
    const granted = wanting({ phase: 'delivery' }, item('food', 'granted'), item('fire', 'granted'), item('sign', 'granted', { delivery: { slip: 'S-1', servedOn: null } }), item('door', 'granted', { delivery: { slip: 'S-1', servedOn: null } }));
    expect(tasksOf('handOver', { items: ['food', 'fire'] }, granted)).toEqual(ids(granted, 'handOver'));
    expect(tasksOf('recordService', { document: 'S-1' }, granted)).toEqual(ids(granted, 'recordService'));
    expect(ids(granted, 'recordService')).toHaveLength(2);
  });

  it('of the notice, an urge, a complaint, a consultation, a pre-review', () => {
    const notice = wanting({ phase: 'correction', notice: { servedOn: null } });
    expect(tasksOf('recordService', { document: 'N-1' }, notice)).toEqual(ids(notice, 'recordService'));
    const urged = wanting({ urges: [{ id: 'urge-1', clock: 'u', answer: null, department: null, item: null }] });
    expect(tasksOf('answerUrge', { urge: 'urge-1' }, urged)).toEqual(ids(urged, 'answerUrge'));
    const drafted = wanting({ phase: 'preReview', preReview: { answer: null } });
    expect(tasksOf('answerPreReview', { ready: true }, drafted)).toEqual(ids(drafted, 'answerPreReview'));
  });

  it('of an extension, approved or not, of an item’s limit or of the joint one', () => {
    const requested = wanting({ extensions: { joint: { state: 'requested' }, 'statutory:food': { state: 'requested' } } });
    for (const command of ['approveExtension', 'rejectExtension']) {
      expect([...tasksOf(command, {}, requested), ...tasksOf(command, { item: 'food' }, requested)]).toEqual(ids(requested, 'approveExtension'));
    }
  });

  it('are none where nobody’s in particular, nor of arguments that are none', () => {
    expect(tasksOf('withdrawCase', { reason: 'x' }, wanting({}))).toEqual([]);
    expect(tasksOf('examine', { item: 7 }, wanting({}))).toEqual([]);
    expect(tasksOf('handOver', { items: 'food' }, wanting({}))).toEqual([]);
    expect(tasksOf('constructor', {}, wanting({}))).toEqual([]);
  });
});
