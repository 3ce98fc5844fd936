import type { Calendar } from './calendar.ts';
import type { CasePlan, FieldCode, ItemId, ItemPlan, Limit, MaterialCode } from './case-plan.ts';
import type { CaseState, ItemState } from './case-state.ts';
import { type Clock, type ClockId, isRunning, isSuspended, newClock, read } from './clock.ts';
import type { CommandOf } from './command-table.ts';
import { holds } from './condition.ts';
import { type Draft, emit, stateOf } from './draft.ts';
import { applies, checkForm, fieldsAsked } from './form.ts';
import { FINAL } from './item-machine.ts';
import { type Instant, instantOf } from './plain-date.ts';
import { planOfCase } from './plan-of-case.ts';
import { examinationLimit } from './receipt.ts';
import { Refused } from './refuse.ts';
import type { Rejection, RejectionCode } from './rejection.ts';
import type { PlainDate } from './plain-date.ts';

/** What a running case would become under another version of its service. */
export interface Foreseen {
  /** Clocks whose last day moves; null where it stands still, before and after. */
  readonly moves: readonly { readonly clock: ClockId; readonly from: PlainDate | null; readonly to: PlainDate | null; readonly overdue: boolean }[];
  /** What the applicant would have to bring or answer that he has not. */
  readonly required: { readonly materials: readonly MaterialCode[]; readonly fields: readonly FieldCode[] };
  /** Items that now apply to his form: they are not added, but need a case of their own. */
  readonly newItems: readonly ItemId[];
  /** Why the law forbids it; empty: it may be done. */
  readonly refusals: readonly Pick<Rejection, 'code' | 'params'>[];
  /** The clocks as they would be: the changed ones, and those that are new. */
  readonly clocks: readonly Clock[];
}

/** The case moves to another version of its service; what the law forbids is refused. */
export function migrate(draft: Draft, { with: { plan } }: CommandOf<'migrate'>): void {
  const next = planOfCase(plan, stateOf(draft));
  const foreseen = foresee(draft.plan, next, draft.calendar, stateOf(draft), draft.now);
  const [refusal] = foreseen.refusals;
  if (refusal) throw new Refused(refusal.code, refusal.params);
  const { moves, required, newItems, clocks } = foreseen;
  emit(draft, {
    kind: 'caseMigrated', from: { hash: stateOf(draft).planHash, version: draft.plan.service.version }, to: { hash: plan.hash, version: plan.service.version },
    moves: moves.map(({ clock, from, to }) => ({ clock, from, to })), required, newItems, clocks,
  });
  draft.pinned = plan;
  draft.plan = next;
}

/**
 * What a move to another version would do to a case, and whether it may be done. Elapsed days, suspensions and extensions are
 * carried over: only how long a limit is changes, never when it began. Passed deadlines are never decided again; one that would
 * lie in the past becomes due at the move. Pure.
 * @see ALL art. 8 (trust), 32 (everything is said once), 42 (a limit is lengthened only by the one extension)
 */
export function foresee(plan: CasePlan, next: CasePlan, calendar: Calendar, state: CaseState, at: Instant): Foreseen {
  const limits = changedLimits(plan, next, calendar, state);
  const changed = limits.flatMap(({ clock, now }) => (now === null ? [] : [{ clock, after: { ...clock, limit: { length: now.length, unit: now.unit, basis: now.basis }, warned: false, since: at } }]));
  const moves = changed.flatMap(({ clock, after }) => {
    const [from, to] = [clock, after].map((one) => read(one, calendar, plan.warningThreshold));
    return from!.dueOn === to!.dueOn && !isSuspended(clock) ? [] : [{ clock: clock.id, from: from!.dueOn, to: to!.dueOn, overdue: to!.dueAt !== null && !to!.provisional && to!.dueAt <= at }];
  });
  const required = newlyRequired(plan, next, state);
  return {
    moves: [...moves, ...added(next, state, at).map((clock) => ({ clock: clock.id, from: null, to: read(clock, calendar, 0).dueOn, overdue: read(clock, calendar, 0).dueAt! <= at }))],
    required, newItems: next.items.filter((item) => !state.items[item.id] && applies(item, state.form)).map((item) => item.id),
    refusals: refusals(plan, next, calendar, state, limits, required),
    clocks: [...changed.map(({ after }) => after), ...added(next, state, at)],
  };
}

interface ChangedLimit {
  readonly clock: Clock;
  /** Null: the new version has no such limit. */
  readonly now: Limit | null;
}

function changedLimits(plan: CasePlan, next: CasePlan, calendar: Calendar, state: CaseState): ChangedLimit[] {
  return Object.values(state.clocks).filter(isRunning).flatMap((clock) => {
    const [was, now] = [plan, next].map((one) => limitOf(one, clock, state, calendar));
    return was === undefined || JSON.stringify(was) === JSON.stringify(now) ? [] : [{ clock, now: now ?? null }];
  });
}

/** The limit a plan sets for a clock; undefined for clocks that no plan sets, such as a special procedure's. */
function limitOf(plan: CasePlan, { kind, item: id, dayZero }: Clock, state: CaseState, calendar: Calendar): Limit | null | undefined {
  const item = plan.items.find((one) => one.id === id);
  const bare = (limit: Limit | undefined): Limit | null => (limit ? { length: limit.length, unit: limit.unit, basis: limit.basis } : null);
  switch (kind) {
    case 'examination':
    case 'recheck':
      return bare(examinationLimit(plan, plan.items.filter((one) => state.items[one.id]), dayZero, calendar));
    case 'correction':
      return bare(plan.correction.limit);
    case 'statutory':
    case 'internal':
    case 'promised':
      return item ? bare(item.limits[kind]) : null;
    case 'joint':
      return bare(plan.joint);
    case 'delivery':
      return bare(plan.delivery);
    default:
      return undefined;
  }
}

/** Limits that an item under way did not have and now has, counted from the day it started. */
function added(next: CasePlan, state: CaseState, at: Instant): Clock[] {
  return underWay(state).filter((item) => item.startedOn !== null).flatMap((item) => {
    const plan = next.items.find((one) => one.id === item.id);
    return (['statutory', 'internal', 'promised'] as const).flatMap((kind) => {
      const limit = plan?.limits[kind];
      const id = `${kind}:${item.id}`;
      return limit && !state.clocks[id] ? [newClock({ id, kind, item: item.id, department: item.department, dayZero: item.startedOn!, limit, since: at })] : [];
    });
  });
}

function newlyRequired(plan: CasePlan, next: CasePlan, state: CaseState): Foreseen['required'] {
  const needs = (of: CasePlan) => of.materials.filter(({ source, neededBy }) => source === 'applicant'
    && neededBy.some(({ item, when }) => isUnderWay(state.items[item]) && (!when || holds(when, state.form)))).map(({ code }) => code);
  const before = needs(plan);
  const materials = needs(next).filter((code) => !before.includes(code) && !state.materials.some((one) => one.material === code));
  const known = new Set(checkForm(plan, state.form).map(({ path }) => path));
  const misfits = new Set(checkForm(next, state.form).map(({ path }) => path).filter((path) => !known.has(path)));
  const fields = fieldsAsked(next, state.form).filter((field) => misfits.has(field.code) && field.neededBy.some((id) => isUnderWay(state.items[id]))).map(({ code }) => code);
  return { materials, fields };
}

function refusals(plan: CasePlan, next: CasePlan, calendar: Calendar, state: CaseState, limits: readonly ChangedLimit[], required: Foreseen['required']): Foreseen['refusals'] {
  const refused: Pick<Rejection, 'code' | 'params'>[] = [];
  const say = (code: RejectionCode, params: Rejection['params'] = {}) => refused.push({ code, params });
  if (next.service.code !== plan.service.code) say('migrate.otherService', { service: next.service.code });
  if (next.hash === state.planHash) say('migrate.nothingNew', { version: next.service.version });
  if (state.phase === 'closed' || state.phase === 'archived') say('migrate.closed');
  for (const item of underWay(state)) {
    const now = next.items.find((one) => one.id === item.id);
    const before = plan.items.find((one) => one.id === item.id)!;
    if (!now || !applies(now, state.form)) say('migrate.itemGone', { item: item.id });
    else if (now.department !== item.department) say('migrate.departmentChanged', { item: item.id, department: now.department });
    else if (state.acceptance && isHeavier(before, now)) say('migrate.heavierRule', { item: item.id });
  }
  if (state.notice || state.acceptance) {
    const asked = [...required.materials, ...required.fields];
    if (asked.length > 0) say('migrate.asksAfterNotice', { what: asked.join(', ') });
  }
  if (state.acceptance && Boolean(plan.joint) !== Boolean(next.joint)) say('migrate.handlingChanged');
  if (state.phase === 'correction' && next.correction.whenOver === 'lapse' && plan.correction.whenOver !== 'lapse') say('migrate.lapses');
  for (const { clock, now } of limits) {
    // The departments' parts of a limit are their own affair.
    if (clock.kind === 'internal') continue;
    const ofApplicant = clock.kind === 'correction';
    if (now === null) say('migrate.limitGone', { clock: clock.id });
    else if (ofApplicant ? endsSooner(clock, now, calendar) : endsLater(clock, now, calendar)) say(ofApplicant ? 'migrate.correctionShorter' : 'migrate.limitLonger', { clock: clock.id });
  }
  return refused;
}

/** Compared without what suspends the clock: those days are the same before and after. */
function ends({ dayZero, extendedBy, ...clock }: Clock, limit: Limit, calendar: Calendar): PlainDate {
  const plain = newClock({ id: clock.id, kind: clock.kind, dayZero, limit: { ...limit, length: limit.length + extendedBy }, since: instantOf(dayZero) });
  return read(plain, calendar, 0).dueOn!;
}
const endsLater = (clock: Clock, now: Limit, calendar: Calendar): boolean => ends(clock, now, calendar) > ends(clock, clock.limit, calendar);
const endsSooner = (clock: Clock, now: Limit, calendar: Calendar): boolean => ends(clock, now, calendar) < ends(clock, clock.limit, calendar);

/** What was decided by rule, or without waiting, may not become harder once it is accepted. */
function isHeavier(before: ItemPlan, now: ItemPlan): boolean {
  return now.dependsOn.some((id) => !before.dependsOn.includes(id)) || (now.main === undefined) !== (before.main === undefined)
    || (now.notBefore !== undefined && before.notBefore === undefined) || (before.renewal !== undefined && now.renewal === undefined);
}

function isUnderWay(item: ItemState | undefined): boolean {
  return item !== undefined && !FINAL.includes(item.state);
}

function underWay(state: CaseState): readonly ItemState[] {
  return Object.values(state.items).filter(isUnderWay);
}
