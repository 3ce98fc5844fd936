import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan, ItemPlan, LegalBasis } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Command, CommandName } from '../../workflows/case/command-table.ts';
import { type Instant, instantOf, parsePlainDate } from '../../workflows/case/plain-date.ts';
import type { Receipt } from '../../workflows/case/receipt.ts';
import { open, step, tick } from '../../workflows/case/step.ts';
import { CLERK, PEOPLE } from './people.ts';
import { DECREES } from './play.ts';

/** Stories that the properties, or reading them, once found to go wrong, shrunk and told with their dates. */

const basis: LegalBasis = { law: '行政许可法', article: null, kind: 'law', verified: true };
const days = (length: number) => ({ length, unit: 'workingDay', basis }) as const;
const name = { zh: '事项', en: 'Item' };

function item(id: string, department: string, more: Partial<ItemPlan> = {}): ItemPlan {
  return {
    id, name, nature: 'licence', department, basis: [basis], dependsOn: [],
    examination: { mode: 'within' }, limits: { statutory: days(20) },
    grantBy: 'reviewer', procedures: [], result: { kind: 'licence', name }, ...more,
  };
}

function planOf(items: readonly ItemPlan[], more: Partial<CasePlan> = {}): CasePlan {
  const authority = { region: '', level: 'county', principal: name, reconsiderationOrgan: name, court: name } as const;
  return {
    format: 1, hash: 'found', service: { code: 'open-restaurant', version: '1', name }, handling: { mode: 'separate', jointClock: 'any' },
    correction: { limit: days(5), whenOver: 'nonAcceptance' }, examination: days(5), delivery: days(10),
    ratingWindow: days(10), warningThreshold: 1, outcome: { allOrNothingAllowed: true },
    departments: ['market', 'fire'].map((id) => ({ id, name, authorities: [authority] })), items, fields: [],
    materials: [{ code: 'lease', name, source: 'applicant', neededBy: items.map((one) => ({ item: one.id })) }],
    ...more,
  };
}

const person = (id: string): Actor => PEOPLE.findLast((one) => one.id === id)!;

/** A case that is told step by step. */
function tell(plan: CasePlan, receivedAt: string, receipt: Partial<Receipt> = {}) {
  const opened = open(plan, DECREES, {
    caseNo: 'C1', region: '371302', window: '1', by: CLERK, agent: null, serviceWay: 'electronic', policy: 'separable', form: {}, materials: [], onTheSpot: [],
    applicant: { id: 'applicant-zhang', kind: 'person', name: '张', idNumber: '1', phone: '1' }, ...receipt,
  }, timeOf(receivedAt));
  if (opened.state === null) throw new Error(opened.rejection.code);
  let { state, calendar }: { state: CaseState; calendar: typeof opened.calendar } = opened;
  const story = {
    get state() {
      return state;
    },
    on(at: string, as: string, command: CommandName, args: object) {
      const result = step(plan, calendar, state, { id: at, do: command, as: person(as), with: args } as Command, timeOf(at));
      if (result.rejection) throw new Error(result.rejection.code);
      ({ state, calendar } = result);
      return story;
    },
    until(at: string) {
      ({ state, calendar } = tick(plan, calendar, state, timeOf(at)));
      return story;
    },
  };
  return story;
}

/** `2026-03-02 16:30` in Asia/Shanghai. */
function timeOf(text: string): Instant {
  const [hours, minutes] = text.slice(11).split(':').map(Number) as [number, number];
  return instantOf(parsePlainDate(text.slice(0, 10))!, hours + minutes / 60);
}

const deficient = (id: string) => ({ item: id, answer: 'deficient', defects: [{ target: { material: 'lease' }, problem: '过期', supply: '新的' }] });
const refusal = (id: string) => ({ item: id, opinion: '不符合', facts: '现场不符', reasons: '不符合条件', article: '第三十八条' });

describe('a paper notice whose service is recorded when the correction is over already', () => {
  it('starts no second correction period (it once hung the engine for ever)', () => {
    const story = tell(planOf([item('food-licence', 'market')]), '2026-03-02 09:00', { serviceWay: 'paper' })
      .on('2026-03-02 10:00', 'reviewer-market', 'examine', deficient('food-licence'))
      .on('2026-03-03 10:00', 'applicant-zhang', 'answerDefect', { line: 'lease', text: '已补正' })
      .on('2026-03-04 10:00', 'reviewer-market', 'recheck', { item: 'food-licence', satisfied: true })
      .on('2026-03-05 10:00', 'clerk-sun', 'recordService', { document: 'C1-补1', servedOn: '2026-03-02', recipient: '张' })
      .until('2026-07-01 09:00');
    expect(story.state.notice?.servedOn).toBe('2026-03-02');
    expect(story.state.clocks['correction']).toBeUndefined();
    expect(story.state.phase).toBe('handling');
  });
});

describe('all or nothing', () => {
  it('withdraws at the first refusal the item that still waits for its non-acceptance, too', () => {
    const story = tell(planOf([item('food-licence', 'market'), item('fire-check', 'fire')]), '2026-03-02 09:00', { policy: 'allOrNothing' })
      .on('2026-03-02 10:00', 'reviewer-market', 'examine', { item: 'food-licence', answer: 'complete' })
      .on('2026-03-02 11:00', 'reviewer-fire', 'examine', deficient('fire-check'))
      // The correction ends unanswered on 9 March, the re-check’s five days on 16 March: the food licence waits no longer.
      .until('2026-03-17 09:00');
    expect(story.state.items['fire-check']!.state).toBe('uncorrected');
    story
      .on('2026-03-17 10:00', 'reviewer-market', 'proposeRefusal', refusal('food-licence'))
      .on('2026-03-17 11:00', 'approver-market', 'confirm', { item: 'food-licence', opinion: '同意' });
    expect(story.state.items['fire-check']!.state).toBe('withdrawn');
    expect(story.state.phase).toBe('closed');
  });
});

describe('an urge about an item that leaves the case', () => {
  it('ends with it', () => {
    const story = tell(planOf([item('food-licence', 'market'), item('fire-check', 'fire')]), '2026-03-02 09:00')
      .on('2026-03-02 10:00', 'manager-zhou', 'urge', { item: 'fire-check', message: '请抓紧' })
      .on('2026-03-02 11:00', 'reviewer-fire', 'examine', { item: 'fire-check', answer: 'outOfScope', ground: 'noLicenceNeeded', reason: '无需许可' })
      .on('2026-03-02 12:00', 'approver-fire', 'confirm', { item: 'fire-check', opinion: '同意' })
      .until('2026-03-20 09:00');
    expect(story.state.clocks['urge:1']).toMatchObject({ stoppedAt: timeOf('2026-03-02 12:00'), ranOutAt: null });
  });
});

describe('a re-check that is over on a provisional date', () => {
  it('accepts nothing by silence: what is re-checked afterwards is accepted as re-checked', () => {
    const story = tell(planOf([item('food-licence', 'market')]), '2026-12-25 09:00')
      .on('2026-12-25 10:00', 'reviewer-market', 'examine', deficient('food-licence'))
      .on('2026-12-30 10:00', 'applicant-zhang', 'answerDefect', { line: 'lease', text: '已补正' })
      // Five days would end on 6 January 2027, by a calendar that nobody has published.
      .on('2027-01-11 10:00', 'reviewer-market', 'recheck', { item: 'food-licence', satisfied: true });
    expect(story.state.acceptance).toEqual({ issuedOn: '2027-01-11', effectiveOn: '2027-01-11', ground: 'rechecked' });
  });
});

describe('an item’s own examination limit in another unit', () => {
  it('is compared by the day on which it ends: four months do not shorten five working days', () => {
    const own = { mode: 'within', limit: { length: 4, unit: 'month', basis } } as const;
    const { state } = tell(planOf([item('food-licence', 'market', { examination: own })]), '2026-03-02 09:00');
    expect(state.clocks['examination']!.limit).toMatchObject({ length: 5, unit: 'workingDay' });
  });
});

describe('a delivery time in months', () => {
  it('lets an item out alone after half of its days, not after half of its months', () => {
    const plan = planOf([item('food-licence', 'market'), item('fire-check', 'fire')], { delivery: { length: 1, unit: 'month', basis } });
    const story = tell(plan, '2026-03-02 09:00')
      .on('2026-03-02 10:00', 'reviewer-market', 'examine', { item: 'food-licence', answer: 'complete' })
      .on('2026-03-02 10:30', 'reviewer-fire', 'examine', { item: 'fire-check', answer: 'complete' })
      .on('2026-03-02 11:00', 'reviewer-market', 'proposeGrant', { item: 'food-licence', opinion: '符合条件' })
      // 31 days from 2 March: the sixteenth is 18 March.
      .until('2026-03-18 23:59');
    expect(story.state.items['food-licence']!.handOverAlone).toBe(false);
    expect(story.until('2026-03-19 00:00').state.items['food-licence']!.handOverAlone).toBe(true);
  });
});
