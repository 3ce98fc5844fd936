import type { CommandOf } from './command-table.ts';
import type { ItemState } from './case-state.ts';
import type { DocumentData } from './document.ts';
import { type Draft, emit, itemOf, itemPlan, stateOf, today } from './draft.ts';
import { itemFor, requireUndecided } from './item-event.ts';
import { issue, nextNumber } from './paper.ts';
import { notStarted } from './predecessors.ts';
import { Refused } from './refuse.ts';

/**
 * Records a check on the site by two officers or more. It stops no clock: what the visit costs in time is a matter of the
 * special procedure `siteVisit`, where the item has one; this is its record, without which nothing is granted.
 * @see ALL art. 34 para 3
 */
export function recordSiteCheck(draft: Draft, { with: args }: CommandOf<'recordSiteCheck'>): void {
  const item = itemFor(draft, args.item);
  requireUndecided(draft, item);
  const rule = itemPlan(draft.plan, item.id).onSiteCheck;
  if (!rule) throw new Refused('siteCheck.notDeclared', { item: item.id });
  if (item.state === 'handling' && !item.siteChecks) throw new Refused('siteCheck.waived', { item: item.id });
  if (item.state === 'waiting') throw notStarted(draft, item);
  if (item.state !== 'handling') throw new Refused('command.notNow', { state: item.state });
  const { receivedOn } = stateOf(draft);
  if (new Set(args.officers.map(({ id }) => id)).size < 2 || new Set(args.officers.map(({ certificate }) => certificate)).size < 2) {
    throw new Refused('siteCheck.twoOfficers', { officers: args.officers.map(({ name }) => name).join(', ') });
  }
  if (args.on > today(draft) || args.on < receivedOn) throw new Refused('siteCheck.wrongDay', { from: receivedOn, today: today(draft) });
  const officers = args.officers.map(({ id, name, certificate }) => ({ id, name, certificate }));
  const document = nextNumber(stateOf(draft), 'siteCheckRecord');
  emit(draft, { kind: 'siteChecked', item: item.id, on: args.on, officers, findings: args.findings, document });
  issue(draft, {
    kind: 'siteCheckRecord', item: itemOf(draft, item.id), basis: [rule.basis],
    data: {
      acceptedOn: stateOf(draft).acceptance!.effectiveOn, checkedOn: args.on, place: args.place, officers: officers.map(({ name, certificate }) => ({ name, certificate })),
      findings: args.findings, inspected: args.inspected,
    },
  });
}

/** A grant rests on the record, where the item's law asks for one. */
export function requireSiteCheck(item: ItemState): void {
  if (item.siteChecks?.length === 0) throw new Refused('siteCheck.missing', { item: item.id });
}

/** The record that a decision names. */
export function siteCheckNamed({ siteChecks }: ItemState): DocumentData {
  const last = siteChecks?.at(-1);
  return last ? { siteCheckRecord: last.document, siteCheckedOn: last.on } : {};
}
