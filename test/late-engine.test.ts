import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileCatalogue } from '../client/scenario/file-catalogue.ts';
import { moment } from '../client/scenario/play.ts';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import type { Actor } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { Change, FactKind } from '../workflows/case/case-change.ts';
import type { Command, CommandName } from '../workflows/case/command-table.ts';
import type { Form } from '../workflows/case/condition.ts';
import { type Instant, localTime } from '../workflows/case/plain-date.ts';
import { open, step, type StepResult, tick } from '../workflows/case/step.ts';

/**
 * What no story on a running server can show to the millisecond: a command at the very instant of a deadline, and an
 * engine that was down over one. The dates are those of `scenarios/notice`: received on Monday 2 March 2026, examined
 * until 24:00 of Monday the 9th.
 */
const planOf = (service: string): Promise<CasePlan> =>
  fileCatalogue({ definition: join(import.meta.dirname, 'scenarios', 'definitions', `${service}.yaml`) });

const officer = (role: Actor['role'], department?: string): Actor =>
  ({ id: `${role}-${department ?? 'window'}`, name: role, role, ...(department === undefined ? {} : { department }) });
const applicant = { id: 'li-ming', kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' } as const;
const LI_MING: Actor = { id: applicant.id, name: applicant.name, role: 'applicant' };
const FLOOR_PLAN = [{ target: { material: 'floor-plan' }, problem: '缺少比例尺', supply: '带比例尺的平面图' }];

class Story {
  readonly changes: Change[] = [];
  #last: StepResult;
  readonly #plan: CasePlan;

  constructor(plan: CasePlan, at: string, form: Form, { online = false } = {}) {
    this.#plan = plan;
    const said = { caseNo: 'C', region: '371302', window: '一号', applicant, agent: null, serviceWay: 'electronic', policy: 'separable', form, materials: [] } as const;
    const opened = open(plan, loadDecrees(), online ? { ...said, origin: 'online', by: LI_MING } : { ...said, by: officer('clerk'), onTheSpot: [] }, moment(at));
    if (opened.state === null) throw new Error(opened.rejection.code);
    this.#last = this.#take(opened);
  }

  get state() {
    return this.#last.state;
  }

  /** The engine is back at this time, having slept through everything since the last one. */
  wakes(at: string): this {
    this.#last = this.#take(tick(this.#plan, this.#last.calendar, this.state, moment(at)));
    return this;
  }

  does(at: string, as: Actor, command: CommandName, args: object): string | null {
    return this.doesAt(moment(at), as, command, args);
  }

  doesAt(at: Instant, as: Actor, command: CommandName, args: object): string | null {
    const given = { id: `${this.changes.length}`, do: command, as, with: args } as Command;
    this.#last = this.#take(step(this.#plan, this.#last.calendar, this.state, given, at));
    return this.#last.rejection?.code ?? null;
  }

  /** When something happened, in order. */
  times(kind: FactKind): string[] {
    return this.changes.filter((change) => change.kind === kind).map((change) => localTime(change.at));
  }

  #take(result: StepResult): StepResult {
    this.changes.push(...result.changes);
    return result;
  }
}

describe('at the due instant', () => {
  it('an answer to a draft at 24:00 is late: it is received, and what was missing is for the departments', async () => {
    const form = { shopName: '春风便利', isRented: false, isDwelling: false, recordsLease: false };
    const story = new Story(await planOf('rented-shop'), '2026-03-02T09:00', form, { online: true });
    expect(story.does('2026-03-03T24:00', officer('clerk'), 'answerPreReview', { missing: FLOOR_PLAN })).toBe('command.notNow');
    expect(story.state.phase).toBe('examination');
  });

  let store: CasePlan;
  beforeAll(async () => {
    store = await planOf('convenience-store');
  });

  const deficient = (story: Story, at: string) =>
    story.does(at, officer('reviewer', 'market-regulation'), 'examine', { item: 'food-licence', answer: 'deficient', defects: FLOOR_PLAN });

  it('a deficiency listed at 24:00 is late: the case is accepted', () => {
    const story = new Story(store, '2026-03-02T09:00', { shopName: '春风便利', hasSign: false, sellsHotFood: false });
    expect(deficient(story, '2026-03-09T24:00')).toBe('acceptance.alreadyIssued');
    expect(story.state.acceptance).toEqual({ issuedOn: '2026-03-10', effectiveOn: '2026-03-02', ground: 'examinationSilence' });
  });

  it('a second deficiency at 17:00 is late: the notice has issued with the first', () => {
    const story = new Story(store, '2026-03-02T09:00', { shopName: '春风便利', hasSign: true, sellsHotFood: false });
    expect(deficient(story, '2026-03-04T09:00')).toBeNull();
    const defects = [{ target: { material: 'shop-photo' }, problem: '照片模糊', supply: '清晰照片' }];
    expect(story.does('2026-03-09T17:00', officer('reviewer', 'city-management'), 'examine', { item: 'signboard', answer: 'deficient', defects }))
      .toBe('correction.alreadyNotified');
    expect(story.state.notice?.lines.map((line) => line.id)).toEqual(['floor-plan']);
  });

  it('an answer at 24:00 of the correction’s last day is late', () => {
    const story = new Story(store, '2026-03-02T09:00', { shopName: '春风便利', hasSign: false, sellsHotFood: false });
    deficient(story, '2026-03-02T10:00');
    expect(story.does('2026-03-16T24:00', LI_MING, 'answerDefect', { line: 'floor-plan', text: '已补' })).toBe('command.notNow');
    expect(story.times('correctionEnded')).toEqual(['2026-03-17T00:00']);
  });

  it('an extension approved at 24:00 is late', async () => {
    const story = new Story(await planOf('road-transport'), '2026-03-02T09:00', { companyName: '沂蒙物流', storesFuel: false });
    const reviewer = officer('reviewer', 'transport');
    story.does('2026-03-02T10:00', reviewer, 'examine', { item: 'transport-licence', answer: 'complete' });
    story.does('2026-03-02T10:00', reviewer, 'examine', { item: 'vehicle-licence', answer: 'complete' });
    story.does('2026-03-30T16:00', reviewer, 'requestExtension', { item: 'transport-licence', days: 10, reason: '检测设备检修' });
    expect(story.does('2026-03-30T24:00', officer('headOfAuthority', 'transport'), 'approveExtension', { item: 'transport-licence' }))
      .toBe('extension.afterExpiry');
    expect(story.times('extensionLapsed')).toEqual(['2026-03-31T00:00']);
  });
});

describe('an engine that was down', () => {
  const rented = { shopName: '春风便利', isRented: true, landlordId: '371302196501010015', isDwelling: false, recordsLease: false };
  const own = { shopName: '春风便利', isRented: false, isDwelling: false, recordsLease: false };

  it('over the end of a pre-review receives the draft as of that end, and issues its paper now', async () => {
    const story = new Story(await planOf('rented-shop'), '2026-03-06T15:00', own, { online: true });
    story.wakes('2026-03-11T08:30');
    expect(story.times('caseReceived')).toEqual(['2026-03-10T00:00']);
    expect(story.state).toMatchObject({ phase: 'examination', receivedOn: '2026-03-09' });
    expect(story.state.clocks['examination']?.dayZero).toBe('2026-03-09');
    expect(story.state.documents).toMatchObject([{ kind: 'receipt', issuedOn: '2026-03-11' }]);
  });

  it('over the pre-review and the examination both settles them in their order', async () => {
    const story = new Story(await planOf('rented-shop'), '2026-03-06T15:00', own, { online: true });
    story.wakes('2026-03-18T08:30');
    expect([...story.times('caseReceived'), ...story.times('caseAccepted')]).toEqual(['2026-03-10T00:00', '2026-03-17T00:00']);
    expect(story.state.acceptance).toEqual({ issuedOn: '2026-03-18', effectiveOn: '2026-03-09', ground: 'examinationSilence' });
  });

  it('over a draft’s last day closes it then: a consent that comes afterwards is late', async () => {
    const story = new Story(await planOf('rented-shop'), '2026-03-02T09:00', rented, { online: true });
    const landlord: Actor = { id: rented.landlordId, name: '赵大山', role: 'furtherPerson' };
    expect(story.does('2026-03-02T10:00', officer('clerk'), 'answerPreReview', { ready: true })).toBeNull();
    expect(story.does('2026-04-03T09:00', landlord, 'giveConsent', { consent: 'landlord', agrees: true })).toBe('command.notNow');
    expect(story.times('draftClosed')).toEqual(['2026-04-02T00:00']);
    expect(story.times('caseReceived')).toEqual([]);
  });

  it('over 17:00 issues the notice when it is back the same evening, with that time', async () => {
    const story = new Story(await planOf('convenience-store'), '2026-03-02T09:00', { shopName: '春风便利', hasSign: true, sellsHotFood: false });
    story.does('2026-03-04T09:00', officer('reviewer', 'market-regulation'), 'examine', { item: 'food-licence', answer: 'deficient', defects: FLOOR_PLAN });
    story.wakes('2026-03-09T20:00');
    expect(story.times('noticeIssued')).toEqual(['2026-03-09T20:00']);
    expect(story.times('phaseEntered')).toEqual(['2026-03-09T20:00']);
    expect(story.state.items['signboard']?.state).toBe('satisfied');
  });

  it('over 17:00 and 24:00 can issue no notice any more: the case is accepted from its receipt', async () => {
    const story = new Story(await planOf('convenience-store'), '2026-03-02T09:00', { shopName: '春风便利', hasSign: true, sellsHotFood: false });
    story.does('2026-03-04T09:00', officer('reviewer', 'market-regulation'), 'examine', { item: 'food-licence', answer: 'deficient', defects: FLOOR_PLAN });
    story.wakes('2026-03-12T08:00');
    expect(story.times('noticeIssued')).toEqual([]);
    expect(story.times('caseAccepted')).toEqual(['2026-03-10T00:00']);
    expect(story.state.acceptance).toEqual({ issuedOn: '2026-03-12', effectiveOn: '2026-03-02', ground: 'examinationSilence' });
  });

  it('dates what a rule grants with the day on which it does, not with the day on which it should have', async () => {
    const story = new Story(await planOf('second-hand-house'), '2026-03-02T09:00', { houseAddress: '兰山区沂蒙路1号', transfersPower: false, onlyHome: true });
    story.wakes('2026-03-27T08:00');
    expect(story.times('caseAccepted')).toEqual(['2026-03-10T00:00']);
    expect(story.times('itemGranted')).toEqual(['2026-03-27T08:00']);
    expect(story.state.items['tax-clearance']?.decision?.on).toBe('2026-03-27');
    expect(story.state.clocks['delivery:tax-clearance']?.dayZero).toBe('2026-03-27');
    expect(story.state.clocks['promised:transfer-registration']?.dayZero).toBe('2026-03-27');
    expect(story.times('clockRanOut')).toEqual([]);
  });

  it('over many deadlines settles them in order of their due times', async () => {
    const story = new Story(await planOf('road-transport'), '2026-03-02T09:00', { companyName: '沂蒙物流', storesFuel: false });
    story.wakes('2026-04-20T08:00');
    // Accepted by silence; the promise of fifteen days ends on the 23rd, the twenty days of the law on the 30th.
    expect(story.times('caseAccepted')).toEqual(['2026-03-10T00:00']);
    expect(story.times('clockWarned')).toEqual(['2026-03-06T00:00', '2026-03-20T00:00', '2026-03-27T00:00']);
    expect(story.times('clockRanOut')).toEqual(['2026-03-24T00:00', '2026-03-31T00:00']);
  });
});

describe('the right to a hearing', () => {
  const told = async () => {
    const reviewer = officer('reviewer', 'planning');
    const story = new Story(await planOf('music-bar'), '2026-04-27T09:00', { barName: '星光', opensBar: false });
    story.does('2026-04-27T10:00', reviewer, 'examine', { item: 'planning-permit', answer: 'complete' });
    story.does('2026-04-29T10:00', reviewer, 'tellHearingRight', { item: 'planning-permit', service: '直接送达', nobodyBecause: '四周为道路' });
    return story;
  };

  it('is late at the very instant at which it lapses, and in time a millisecond before', async () => {
    const ask = (story: Story, at: Instant) => story.doesAt(at, LI_MING, 'requestHearing', { item: 'planning-permit' });
    const lapse = moment('2026-05-09T24:00');
    expect(ask(await told(), (lapse - 1) as Instant)).toBeNull();
    expect(ask(await told(), lapse)).toBe('hearing.rightLapsed');
  });

  it('lapses at its own instant however late the engine comes back', async () => {
    const story = (await told()).wakes('2026-05-13T08:00');
    expect(story.times('hearingRightLapsed')).toEqual(['2026-05-10T00:00']);
  });
});
