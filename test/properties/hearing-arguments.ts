import type { Actor } from '../../workflows/case/actor.ts';
import type { ItemState } from '../../workflows/case/case-state.ts';
import type { CommandName } from '../../workflows/case/command-table.ts';
import { mayAskForHearing } from '../../workflows/case/hearing.ts';
import { addDays, dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { NEIGHBOUR } from './people.ts';

interface Asked {
  readonly scene: { readonly at: Instant };
  readonly item: ItemState | null;
  readonly id: string | null;
  readonly as: Actor;
  readonly detail: number;
}

type Hearing = Extract<CommandName, 'tellHearingRight' | 'requestHearing' | 'waiveHearing' | 'recordHearing' | 'recordSiteCheck'>;

const CHAIR = { id: 'legal-chen', name: '陈主持' };
/** However many of them are rest days, seven working days lie in between. */
const FAR_ENOUGH = 28;

/** What a sensible person says about hearings and on-site checks. */
export const HEARING_ARGUMENTS: { readonly [N in Hearing]: (asked: Asked) => Readonly<Record<string, unknown>> } = {
  tellHearingRight: ({ id, item, detail }) => {
    const { id: neighbour, name } = NEIGHBOUR;
    const known = item?.hearing?.parties ?? [];
    const found = known.some((one) => one.id === neighbour) ? { id: `neighbour-${known.length + 1}`, name: `邻居${known.length + 1}` } : { id: neighbour, name };
    const nobody = item?.hearing?.rights.length === 0 && detail % 3 === 1;
    return { item: id, service: '直接送达', ...(nobody ? { nobodyBecause: '周边无相邻权人' } : { parties: [found] }) };
  },
  requestHearing: (asked) => ({ item: asked.id, ...forWhom(asked), ...(asked.detail % 2 === 0 ? { statement: '采光受影响' } : {}) }),
  waiveHearing: (asked) => ({ item: asked.id, ...forWhom(asked) }),
  recordHearing: ({ id, item, scene }) => {
    const announcement = item?.hearing?.announcement;
    const today = dateOf(scene.at);
    return announcement && announcement.date <= today
      ? { item: id, minutes: { attended: ['张申请', '王邻居'], evidence: '图纸', statements: '采光受影响', signedBy: ['张申请', '王邻居'] } }
      : { item: id, announce: { date: addDays(today, FAR_ENOUGH), time: '09:30', place: '政务中心', chair: CHAIR, service: '直接送达并公告' } };
  },
  recordSiteCheck: ({ id, scene }) => ({
    item: id, on: dateOf(scene.at), place: '经营场所', findings: '与图纸一致', inspected: '张申请',
    officers: [{ id: 'officer-1', name: '甲', certificate: '执1' }, { id: 'officer-2', name: '乙', certificate: '执2' }],
  }),
};

/** The window says for whom; others act for themselves. */
function forWhom({ as, item, detail }: Asked): { party?: string } {
  const persons = item ? mayAskForHearing(item) : [];
  return as.role === 'clerk' ? { party: persons[detail % Math.max(persons.length, 1)] ?? 'nobody' } : {};
}

/** After a hearing a proposal names its minutes. */
export function onMinutes(item: ItemState | null): { minutes?: string } {
  const minutes = item?.hearing?.minutes;
  return minutes ? { minutes: minutes.document } : {};
}
