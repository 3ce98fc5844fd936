import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closedDraft, onlineCase } from '../../client/documents/test-support/online-story.ts';
import { heardCase } from '../../client/documents/test-support/hearing-story.ts';
import { DECREES, type PlayedCase } from '../../client/documents/test-support/played-case.ts';
import { grantedCase, refusedCase } from '../../client/documents/test-support/stories.ts';
import type { CaseExport } from '../../workflows/case-protocol.ts';
import { applyChanges, applyExport } from '../apply-changes.ts';
import type { Database } from '../open-store.ts';
import { rebuild } from '../rebuild.ts';
import { restaurantCase, type ToldCase } from '../test-support/restaurant-case.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { EVENT_NAMES, EVENTS } from './events.ts';
import type { FiledNotification } from './notifications-of.ts';
import { citizenKey } from './recipient.ts';
import { everyStory, toldIn } from './test-support/every-story.ts';
import { deferredCase } from './test-support/more-stories.ts';
import { TOLD } from './told-of-facts.ts';

const CASE_NO = '371302-20260210-0001';
const APPLICANT = citizenKey('371302199001010014');
const to = (told: readonly FiledNotification[], recipient: string) => told.filter((one) => one.recipient === recipient);
const events = (told: readonly FiledNotification[]) => told.map(({ event }) => event);
const of = (told: readonly FiledNotification[], event: string) => told.filter((one) => one.event === event);

describe('what people are told', () => {
  let stories: readonly PlayedCase[];
  let told: readonly FiledNotification[];
  beforeAll(() => {
    stories = everyStory();
    told = stories.flatMap(toldIn);
  });

  it('is tried here for every event, and every kind of change happens', () => {
    expect(EVENT_NAMES.filter((event) => !events(told).includes(event))).toEqual([]);
    const kinds = new Set(stories.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
    expect(Object.keys(TOLD).filter((kind) => !kinds.has(kind as keyof typeof TOLD))).toEqual([]);
  });

  it('goes to the kind of people that the event is for', () => {
    const kinds = { citizen: ['applicant', 'agent', 'furtherPerson', 'interestedParty'], post: ['post'], officer: ['officer'] };
    for (const { event, recipient_kind: kind, recipient } of told) {
      const rule = EVENTS[event as keyof typeof EVENTS];
      expect({ event, kinds: kinds[rule.to] }).toMatchObject({ kinds: expect.arrayContaining([kind]) });
      expect(recipient.startsWith(`${rule.to}:`)).toBe(true);
    }
  });

  it('names nobody by his number, and of persons only who asks for a consent', () => {
    const numbers = stories.flatMap(({ state }) => [state.applicant.idNumber, state.applicant.phone, ...(state.agent ? [state.agent.idNumber] : []), ...(state.consents ?? []).map(({ person }) => person)]);
    for (const one of told) {
      const text = JSON.stringify(one);
      for (const number of numbers) expect(text).not.toContain(number);
      if (one.event !== 'consentAsked') for (const { state } of stories) expect(text).not.toContain(state.applicant.name);
    }
  });

  it('never shows an item’s id, or a name that is missing', () => {
    for (const { params } of told) expect(JSON.stringify(params)).not.toMatch(/food-licence|fire-check|undefined/);
  });

  it('is one message for all the items of a post', () => {
    const [received] = of(toldIn(grantedCase()), 'toExamine').filter(({ department }) => department === 'market-regulation');
    expect(received).toMatchObject({ seq: 1, recipient: 'post:market-regulation/reviewer', params: { lastDay: '2026-02-24', items: [{ en: 'Check of the business licence' }, { en: 'Food business licence (new)' }] } });
  });

  it('tells the applicant of a whole case, each with its last day', () => {
    const applicant = to(toldIn(grantedCase()), APPLICANT);
    expect(events(applicant).filter((event) => !['granted', 'readyAlone'].includes(event))).toEqual([
      'received', 'correctionAsked', 'accepted', 'procedureStarted', 'procedureStarted', 'procedureEnded', 'procedureEnded', 'extended', 'ready', 'handedOver', 'handedOver', 'closed',
    ]);
    expect(of(applicant, 'granted')).toHaveLength(7);
    expect(of(applicant, 'correctionAsked')[0]!.params).toMatchObject({ count: 2, lastDay: '2026-03-03' });
    expect(of(applicant, 'procedureStarted').map(({ params }) => params)).toMatchObject([{ clockStands: true, lastDay: '2026-03-13' }, { clockStands: false }]);
    expect(of(applicant, 'extended')[0]!.params).toMatchObject({ days: 5, items: [{ en: 'Tobacco retail licence (new)' }], lastDay: '2026-04-01' });
    expect(of(applicant, 'closed')[0]!.params).toMatchObject({ lastDay: '2026-04-16' });
  });

  it('tells an agent all that the applicant is told', () => {
    const story = toldIn(deferredCase());
    const agent = to(story, citizenKey('37130219920202002x'));
    expect(events(agent)).toEqual(events(to(story, APPLICANT)));
    expect(events(agent)).toEqual(expect.arrayContaining(['received', 'deferredEnding', 'deferredOverdue', 'granted']));
    expect(agent.every(({ recipient_kind: kind }) => kind === 'agent')).toBe(true);
  });

  it('asks further persons for their consent, anew after a refusal, and not again what was asked already', () => {
    const story = toldIn(onlineCase());
    const owner = to(story, citizenKey('371302196501010015'));
    expect(owner.map(({ event, seq }) => [event, seq])).toEqual([['consentAsked', 1], ['consentAsked', expect.any(Number)]]);
    expect(owner[0]!.params).toMatchObject({ applicant: '李明', to: { zh: '将该房屋用作经营场所' } });
    const steps = events(to(story, APPLICANT));
    expect(steps).toEqual(expect.arrayContaining(['preReviewMissing', 'consentRefused', 'preReviewReady', 'received']));
    expect(events(to(toldIn(closedDraft()), APPLICANT))).toEqual(['preReviewMissing', 'draftEnding', 'draftClosed']);
  });

  it('tells interested parties of the hearing right and of the hearing', () => {
    const story = toldIn(heardCase());
    const neighbour = to(story, citizenKey('neighbour-1'));
    expect(events(neighbour)).toEqual(['hearingRightTold', 'hearingAnnounced']);
    expect(neighbour[0]).toMatchObject({ recipient_kind: 'interestedParty', params: { lastDay: '2026-05-09' } });
    expect(neighbour[1]!.params).toMatchObject({ date: '2026-05-20', time: '09:30', place: '政务中心三楼会议室' });
  });

  it('warns whoever has the work, and tells those above of what is overdue', () => {
    const story = toldIn(grantedCase());
    expect(of(story, 'warned').map(({ recipient, params }) => [recipient, (params as { clock: string }).clock])).toContainEqual(['post:tobacco-monopoly/reviewer', 'promised']);
    const overdue = of(story, 'overdue').filter(({ params }) => (params as { clock: string }).clock === 'promised');
    expect(overdue.map(({ recipient }) => recipient)).toEqual(['post:tobacco-monopoly/reviewer', 'post:tobacco-monopoly/approver', 'post:supervision/manager']);
    const silent = of(toldIn(refusedCase()), 'overdue').filter(({ params }) => (params as { clock: string }).clock === 'examination');
    expect(silent.map(({ recipient }) => recipient)).toEqual([
      'post:health/reviewer', 'post:health/headOfAuthority', 'post:tobacco-monopoly/reviewer', 'post:tobacco-monopoly/headOfAuthority', 'post:supervision/manager',
    ]);
  });

  it('says of what a second person sent back that it was sent back', () => {
    const story = toldIn(refusedCase());
    const returned = of(story, 'returned');
    expect(returned.map(({ recipient }) => recipient)).toEqual(['post:water/reviewer', 'post:market-regulation/reviewer']);
    for (const { seq, recipient } of returned) expect(story.filter((one) => one.seq === seq && one.recipient === recipient)).toHaveLength(1);
  });
});

describe('a message', () => {
  let test: Awaited<ReturnType<typeof openTestStore>>;
  let db: Database;
  let told: ToldCase;
  beforeAll(async () => {
    test = await openTestStore();
    db = test.store.db;
    told = await restaurantCase(CASE_NO);
  });
  afterAll(() => test.end());
  beforeEach(async () => {
    for (const table of ['case_record', 'case_change', 'task', 'clock', 'document', 'notification'] as const) await db.deleteFrom(table).execute();
  });

  const receive = (batches: number) => db.transaction().execute((tx) => applyExport(tx, told.exportAfter(batches)));
  const apply = (batches: ToldCase['batches']) => db.transaction().execute((tx) => applyChanges(tx, CASE_NO, batches.flat()));
  const rows = () => db.selectFrom('notification').selectAll().orderBy('seq').orderBy('event').orderBy('recipient').execute();
  const keys = async () => (await rows()).map(({ seq, event, recipient }) => `${seq} ${event} ${recipient}`);
  const waiting = async () => (await rows()).filter((row) => row.fanned_out_at === null).length;
  const restore = (exported: CaseExport) => rebuild(db, (async function* () { yield exported; })());

  it('is filed with the change that it is about, in the order of the changes, once however often they are applied', async () => {
    await receive(1);
    for (const batch of told.batches.slice(1)) await apply([batch]);
    const before = await keys();
    expect(before.length).toBeGreaterThan(50);
    for (const batch of told.batches) await apply([batch, batch]);
    await receive(told.batches.length);
    expect(await keys()).toEqual(before);
    expect(await waiting()).toBe(before.length);
  });

  it('of a change that came too early waits until the change counts', async () => {
    await receive(1);
    const before = await keys();
    await apply(told.batches.slice(2, 12));
    expect(await keys()).toEqual(before);
    await apply(told.batches.slice(1, 2));
    expect((await keys()).length).toBeGreaterThan(before.length);
  });

  it('is not filed when the transaction fails', async () => {
    await receive(1);
    const before = await keys();
    await expect(db.transaction().execute(async (tx) => {
      await applyChanges(tx, CASE_NO, told.batches.slice(1, 12).flat());
      throw new Error('the power is gone');
    })).rejects.toThrow('the power is gone');
    expect(await keys()).toEqual(before);
  });

  it('is not sent again when the case is rebuilt from what it knows itself', async () => {
    await receive(12);
    await db.updateTable('notification').set({ fanned_out_at: 1 }).execute();
    const before = await rows();
    await restore(told.exportAfter(12));
    expect(await rows()).toEqual(before);
    await restore(told.exportAfter(16));
    // What the rebuilt store learns for the first time is told.
    const newer = (await rows()).filter((row) => !before.some(({ id }) => id === row.id));
    expect(newer.length).toBeGreaterThan(0);
    expect(newer.every((row) => row.fanned_out_at === null)).toBe(true);
  });

  it('comes back to the bell, and to nothing else, when the whole store was lost', async () => {
    await restore(told.exportAfter(12));
    expect((await rows()).length).toBeGreaterThan(5);
    expect(await waiting()).toBe(0);
    await apply(told.batches.slice(12, 16));
    expect(await waiting()).toBeGreaterThan(0);
  });

  it('of a simulated case is at the bell, marked, and never leaves it', async () => {
    const { plan, state, changes } = grantedCase({ simulated: true });
    await db.transaction().execute((tx) => applyExport(tx, { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }));
    const found = await rows();
    expect(found.length).toBeGreaterThan(20);
    expect(found.every((row) => row.simulated && row.fanned_out_at !== null)).toBe(true);
  });
});
