import type { CommandOf } from './command-table.ts';
import type { ItemState } from './case-state.ts';
import { recordNoticeService } from './correction-notice.ts';
import { read } from './clock.ts';
import { type Draft, emit, itemPlan, itemsOf, stateOf, today } from './draft.ts';
import { itemFor } from './item-event.ts';
import { ALL_44 } from './law.ts';
import { issue, nextNumber } from './paper.ts';
import { endOf, type Instant } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * One exit: results leave together once the case is assembled, and alone only when half of their delivery time was used
 * before. Picked up or electronic is served at once; a courier's parcel when the clerk records it.
 * @see ALL art. 44
 */
export function handOver(draft: Draft, { with: args }: CommandOf<'handOver'>): void {
  const state = stateOf(draft);
  const items = [...new Set(args.items)].map((id) => itemFor(draft, id));
  for (const item of items) {
    if (item.state !== 'granted') throw new Refused('handOver.notGranted', { item: item.id });
    if (item.delivery) throw new Refused('handOver.alreadyDone', { item: item.id, when: item.delivery.handedOverOn });
    if (state.phase === 'handling' && !item.handOverAlone) throw new Refused('handOver.beforeAssembly');
  }
  const served = args.way !== 'courier';
  const document = nextNumber(state, 'handOverSlip');
  emit(draft, {
    kind: 'itemsHandedOver', items: items.map((item) => item.id), way: args.way, recipient: args.recipient,
    relation: args.relation ?? null, tracking: args.tracking ?? null, document, served,
  });
  issue(draft, {
    kind: 'handOverSlip', basis: [ALL_44],
    data: {
      items: items.map((item) => ({
        name: itemPlan(draft.plan, item.id).name, result: itemPlan(draft.plan, item.id).result.name, decision: item.decision!.document,
      })),
      way: args.way, recipient: args.recipient, relation: args.relation ?? null, tracking: args.tracking ?? null,
      officer: draft.actor.name, handedOverOn: today(draft),
    },
  });
}

/** Records when the paper notice, or a courier's parcel, was served. Not before issue, not in the future. */
export function recordService(draft: Draft, command: CommandOf<'recordService'>): void {
  const { document, servedOn, recipient } = command.with;
  if (servedOn > today(draft)) throw new Refused('service.inFuture', { today: today(draft) });
  const parcel = itemsOf(draft).filter((item) => item.delivery?.slip === document);
  if (parcel.length === 0) return recordNoticeService(draft, command);
  const { handedOverOn, servedOn: known } = parcel[0]!.delivery!;
  if (known) throw new Refused('service.alreadyRecorded');
  if (servedOn < handedOverOn) throw new Refused('service.beforeIssue', { issued: handedOverOn });
  emit(draft, { kind: 'itemsServed', items: parcel.map((item) => item.id), servedOn, recipient });
}

/** When a granted item may no longer wait for the others: half of its counted delivery days are used. Null: it need not. */
export function aloneFrom(draft: Draft, item: ItemState): Instant | null {
  const clock = stateOf(draft).clocks[`delivery:${item.id}`];
  if (!clock || item.delivery || item.handOverAlone || stateOf(draft).assembledOn) return null;
  const { halfOn } = read(clock, draft.calendar, draft.plan.warningThreshold);
  return halfOn && (Math.max(endOf(halfOn), clock.since) as Instant);
}
