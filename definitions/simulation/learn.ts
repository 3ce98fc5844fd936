import type { Calendar } from '../../workflows/case/calendar.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { DepartmentId, ItemId } from '../../workflows/case/case-plan.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import { fit } from './distribution.ts';
import { itemKey, type Known } from './known.ts';
import { type ItemModel, WINDOW } from './model.ts';
import { type OfficeHours, workingTime } from './working-time.ts';

/** One piece of work that somebody finished. */
interface Act {
  readonly work: 'examine' | 'recheck' | 'arrange' | 'decide' | 'confirm' | 'handOver';
  readonly key: string;
  readonly department: DepartmentId;
  readonly person: string;
  /** When it could have been begun. */
  readonly opened: Instant;
  readonly done: Instant;
}

type Chance = 'deficient' | 'unsatisfied' | 'refused' | 'procedure';

/** A share of fewer is no share. */
const FEWEST_FOR_A_SHARE = 20;
const FEWEST_CASES = 5;
const HOUR = 3_600_000;

/** Reads what happened to cases, in the order in which it happened to each, and tells how long work takes and what becomes of items. */
export class Learner {
  readonly #acts: Act[] = [];
  readonly #chances = new Map<string, { times: number; of: number }>();
  readonly #procedures = new Map<string, [Instant, Instant][]>();
  readonly #corrections: number[] = [];
  readonly #notices = { answered: 0, silent: 0 };
  readonly #received = new Map<string, Instant[]>();
  readonly #opened = new Map<string, Instant>();
  readonly #departments = new Map<string, DepartmentId>();
  #caseNo = '';
  #service = '';

  /** All changes of one case come before those of the next. */
  take(caseNo: string, change: Change): void {
    if (caseNo !== this.#caseNo) {
      this.#caseNo = caseNo;
      this.#opened.clear();
    }
    const { at } = change;
    switch (change.kind) {
      case 'caseReceived':
        this.#service = change.service;
        added(this.#received, change.service, at);
        for (const { item, department } of change.items) {
          this.#departments.set(this.#key(item), department);
          this.#opened.set(`examine ${item}`, at);
        }
        return;
      case 'itemExamined':
        if (change.byWindow) return;
        this.#did('examine', change.item, change);
        return this.#count(change.item, 'deficient', change.answer === 'deficient');
      case 'noticeIssued':
        return void this.#opened.set('correction', at);
      case 'correctionEnded':
        this.#corrected(change.how === 'allAnswered', at);
        for (const { item } of change.items) this.#opened.set(`recheck ${item}`, at);
        return;
      case 'itemRechecked':
        this.#did('recheck', change.item, change);
        return this.#count(change.item, 'unsatisfied', !change.satisfied);
      case 'itemStarted':
        this.#count(change.item, 'procedure', false);
        return void this.#opened.set(`decide ${change.item}`, at);
      case 'procedureStarted':
        this.#did('arrange', change.item, change, `decide ${change.item}`);
        this.#recount(change.item, 'procedure', change.run === 1);
        return void this.#opened.set(`procedure ${change.item}`, at);
      case 'procedureEnded':
        this.#opened.set(`decide ${change.item}`, at);
        return this.#endedProcedure(change.item, at);
      case 'decisionProposed':
        this.#did('decide', change.item, change);
        return void this.#opened.set(`confirm ${change.item}`, at);
      case 'itemGranted':
        if (change.byRule) return;
        this.#count(change.item, 'refused', false);
        return this.#did(change.approver ? 'confirm' : 'decide', change.item, change);
      case 'itemRefused':
        this.#count(change.item, 'refused', true);
        return this.#did('confirm', change.item, change);
      case 'caseAssembled':
        return void this.#opened.set('handOver', at);
      case 'itemsHandedOver':
        return this.#handedOver(change);
      default:
        return;
    }
  }

  known(calendar: Calendar, hours: OfficeHours): Known {
    const office = workingTime(hours, (date) => calendar.isWorkingDay(date));
    const items = new Samples();
    const departments = new Samples();
    const handOvers: number[] = [];
    for (const { act, took } of this.#times((from, to) => office.between(from, to) / HOUR)) {
      if (act.work === 'handOver') handOvers.push(took);
      else for (const [whose, samples] of [[act.key, items], [act.department, departments]] as const) samples.add(whose, act.work, took);
    }
    for (const [key, spans] of this.#procedures) {
      for (const [from, to] of spans) {
        const took = office.between(from, to) / HOUR;
        for (const [whose, samples] of [[key, items], [this.#departments.get(key)!, departments]] as const) samples.add(whose, 'procedureTakes', took);
      }
    }
    const corrects = fit(this.#corrections);
    const notices = this.#notices.answered + this.#notices.silent;
    return {
      perDay: this.#perDay(calendar), items: withShares(items.fitted(), this.#chances), departments: departments.fitted(), handOver: fit(handOvers),
      applicant: { ...(corrects ? { corrects } : {}), ...(notices >= FEWEST_FOR_A_SHARE ? { silent: this.#notices.silent / notices } : {}) },
      desks: this.#desks(), acts: this.#acts.length,
    };
  }

  /**
   * How long each act took: from when it could be begun, or from the end of the same person's act before, whichever is later.
   * What lay on the pile while its person did something else is waiting, not work.
   */
  *#times(between: (from: Instant, to: Instant) => number): Generator<{ act: Act; took: number }> {
    const last = new Map<string, Instant>();
    for (const act of this.#acts.toSorted((a, b) => a.done - b.done)) {
      const before = last.get(act.person);
      last.set(act.person, act.done);
      yield { act, took: between(before !== undefined && before > act.opened ? before : act.opened, act.done) };
    }
  }

  #perDay(calendar: Calendar): Record<string, number> {
    return Object.fromEntries([...this.#received].filter(([, times]) => times.length >= FEWEST_CASES).map(([service, times]) => {
      const sorted = times.toSorted((a, b) => a - b);
      const [first, last] = [sorted[0]!, sorted.at(-1)!];
      const days = workingTime([[0, 24]], (date) => calendar.isWorkingDay(date)).between(first, last) / (24 * HOUR);
      return [service, times.length / Math.max(1, Math.ceil(days))];
    }));
  }

  #desks(): Record<string, number> {
    const people = new Map<string, Set<string>>();
    for (const { work, department, person } of this.#acts) {
      const post = work === 'handOver' ? WINDOW : work === 'confirm' ? `${department}/approver` : department;
      people.set(post, (people.get(post) ?? new Set()).add(person));
    }
    return Object.fromEntries([...people].map(([post, seen]) => [post, seen.size]));
  }

  #did(work: Act['work'], item: ItemId, change: Change, opened = `${work} ${item}`): void {
    const since = this.#opened.get(opened);
    if (since === undefined || change.by.role === 'system') return;
    this.#opened.delete(opened);
    this.#acts.push({ work, key: this.#key(item), department: this.#departments.get(this.#key(item))!, person: change.by.id, opened: since, done: change.at });
  }

  #handedOver(change: Change): void {
    const opened = this.#opened.get('handOver');
    if (opened === undefined) return;
    this.#opened.delete('handOver');
    this.#acts.push({ work: 'handOver', key: WINDOW, department: WINDOW, person: change.by.id, opened, done: change.at });
  }

  #corrected(answered: boolean, at: Instant): void {
    const issued = this.#opened.get('correction');
    if (issued === undefined) return;
    this.#notices[answered ? 'answered' : 'silent'] += 1;
    if (answered) this.#corrections.push((at - issued) / HOUR);
  }

  #endedProcedure(item: ItemId, at: Instant): void {
    const from = this.#opened.get(`procedure ${item}`);
    if (from === undefined) return;
    added(this.#procedures, this.#key(item), [from, at]);
  }

  #count(item: ItemId, chance: Chance, happened: boolean): void {
    const name = `${this.#key(item)} ${chance}`;
    const { times, of } = this.#chances.get(name) ?? { times: 0, of: 0 };
    this.#chances.set(name, { times: times + (happened ? 1 : 0), of: of + 1 });
  }

  /** What was counted as not having happened did, after all. */
  #recount(item: ItemId, chance: Chance, happened: boolean): void {
    const counted = this.#chances.get(`${this.#key(item)} ${chance}`);
    if (counted && happened) counted.times += 1;
  }

  #key(item: ItemId): string {
    return itemKey(this.#service, item);
  }
}

function added<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Durations by whose and what work they are of. */
class Samples {
  readonly #all = new Map<string, Map<keyof ItemModel, number[]>>();

  add(whose: string, work: keyof ItemModel, hours: number): void {
    const works = this.#all.get(whose) ?? new Map<keyof ItemModel, number[]>();
    added(works, work, hours);
    this.#all.set(whose, works);
  }

  fitted(): Record<string, Partial<ItemModel>> {
    return Object.fromEntries([...this.#all].map(([whose, works]) => [whose, Object.fromEntries([...works].flatMap(([work, hours]) => {
      const distribution = fit(hours);
      return distribution ? [[work, distribution]] : [];
    }))]));
  }
}

function withShares(items: Record<string, Partial<ItemModel>>, chances: ReadonlyMap<string, { times: number; of: number }>): Record<string, Partial<ItemModel>> {
  const all = { ...items };
  for (const [name, { times, of }] of chances) {
    const [key = '', chance = ''] = name.split(' ');
    if (of >= FEWEST_FOR_A_SHARE) all[key] = { ...all[key], [chance]: Math.min(1, times / of) };
  }
  return all;
}

