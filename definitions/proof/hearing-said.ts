import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { ItemState } from '../../workflows/case/case-state.ts';
import type { CommandName } from '../../workflows/case/command-table.ts';
import { isHeard, mayAskForHearing } from '../../workflows/case/hearing.ts';
import { addDays, dateOf } from '../../workflows/case/plain-date.ts';
import type { Grain } from './abstraction.ts';
import { CHAIR, PARTY, SECOND_PARTY } from './people.ts';
import type { Situation } from './situation.ts';

type Said = Readonly<Record<string, unknown>>;
interface Asked {
  readonly plan: CasePlan;
  readonly now: Situation;
  readonly grain: Grain;
  readonly item: ItemId;
}

/** In ordinary weeks ten working days: more than the law asks for. */
const FAR_ENOUGH = 14;
const MINUTES = { attended: ['李明'], evidence: '图纸', statements: '无异议', signedBy: ['李明'] } as const;
const OFFICERS = [{ id: 'officer-1', name: '甲', certificate: '执1' }, { id: 'officer-2', name: '乙', certificate: '执2' }] as const;

/** Every way that makes a difference of hearing people and checking a site. */
export const HEARING_SAID = {
  tellHearingRight: ({ plan, now, grain, item }: Asked): Said[] => {
    const rights = now.state.items[item]?.hearing?.rights.length ?? 0;
    const told = { item, service: '直接送达' };
    const quiet = now.state.items[item]?.procedures.length === 0 && Object.keys(now.state.extensions).length === 0;
    if (rights > 0) return rights === 1 && grain === 'item' && quiet ? [{ ...told, parties: [named(SECOND_PARTY)] }] : [];
    const onForm = namesOnForm(plan, now, item);
    return [{ ...told, parties: onForm.length > 0 ? onForm : [named(PARTY)] }, ...(grain === 'item' && onForm.length === 0 ? [{ ...told, nobodyBecause: '周边无他人' }] : [])];
  },
  requestHearing: (asked: Asked): Said[] => forWhom(asked),
  waiveHearing: (asked: Asked): Said[] => forWhom(asked),
  recordHearing: ({ now, item }: Asked): Said[] => {
    const announcement = now.state.items[item]?.hearing?.announcement;
    return announcement ? [{ item, minutes: MINUTES }] : [{ item, announce: announced(now, FAR_ENOUGH, CHAIR) }];
  },
  // Whether the site is checked before the hearing or after it leads to the same.
  recordSiteCheck: ({ now, item }: Asked): Said[] =>
    (now.state.items[item]?.siteChecks?.length === 0 && isHeard(now.state.items[item]) ? [{ item, on: dateOf(now.at), place: '现场', findings: '一致', inspected: '李明', officers: OFFICERS }] : []),
};

/** On the minutes, where there are any, and without them. */
export function onMinutes(now: Situation, item: ItemId): Said[] {
  const document = now.state.items[item]?.hearing?.minutes?.document;
  return document === undefined ? [{}] : [{ minutes: document }, {}];
}

/** What the law forbids about hearings and checks: too late, too soon, by the wrong person, by one alone. */
export function forbiddenAboutHearing(item: ItemState, plan: CasePlan, now: Situation): { as: Actor | 'reviewer'; name: CommandName; said: Said }[] {
  const { hearing, onSiteCheck } = plan.items.find((one) => one.id === item.id)!;
  const about = { item: item.id };
  const examiner = item.examiners?.[0];
  return [
    ...(hearing?.held === 'onRequest' ? [{ as: PARTY, name: 'requestHearing', said: about } as const] : []),
    ...(hearing ? [{ as: 'reviewer', name: 'recordHearing', said: { ...about, announce: announced(now, 3, CHAIR) } } as const] : []),
    ...(hearing && examiner !== undefined ? [{ as: 'reviewer', name: 'recordHearing', said: { ...about, announce: announced(now, FAR_ENOUGH, { id: examiner, name: '审查人' }) } } as const] : []),
    ...(onSiteCheck ? [{ as: 'reviewer', name: 'recordSiteCheck', said: { ...about, on: dateOf(now.at), place: '现场', findings: '一致', inspected: '李明', officers: OFFICERS.slice(0, 1) } } as const] : []),
  ];
}

function announced({ at }: Situation, days: number, chair: { readonly id: string; readonly name: string }): Said {
  return { date: addDays(dateOf(at), days), time: '09:30', place: '政务中心', chair: { id: chair.id, name: chair.name }, service: '直接送达' };
}

const named = ({ id, name }: Actor) => ({ id, name });

function namesOnForm(plan: CasePlan, { state }: Situation, item: ItemId) {
  const fields = plan.items.find((one) => one.id === item)?.interestedParties?.fields ?? [];
  return fields.flatMap((code) => state.form[code] ?? []).map((name, index) => ({ id: index === 0 ? PARTY.id : `${PARTY.id}-${index + 10}`, name: String(name) }));
}

/** The window says for whom; others act for themselves, and what is said for nobody is refused. */
function forWhom({ now, item, grain }: Asked): Said[] {
  const state = now.state.items[item];
  return [{ item }, ...(state && grain === 'item' ? mayAskForHearing(state).slice(0, 1).map((party) => ({ item, party })) : [])];
}
