import type { DocumentData, DocumentKind } from './document.ts';
import type { ItemState } from './case-state.ts';
import { read } from './clock.ts';
import { targetName } from './correction-notice.ts';
import { type Draft, emit, itemPlan, stateOf } from './draft.ts';
import { moved } from './item-event.ts';
import { ALL_32_1, ALL_32_2, ALL_32_4, ALL_32_PROOF } from './law.ts';
import { issue, nextNumber, remediesOf } from './paper.ts';
import type { LegalBasis } from './case-plan.ts';

/**
 * An item leaves the case before acceptance, with its own paper and the remedies. Two papers with different effect: no
 * licence is needed (art. 32(1)), and not accepted: another authority's matter, or not corrected.
 */
export function leaveOutOfScope(draft: Draft, item: ItemState): void {
  const scope = item.outOfScope!;
  const kind: DocumentKind = scope.ground === 'noLicenceNeeded' ? 'noLicenceNeeded' : 'nonAcceptance';
  emit(draft, { kind: 'itemOutOfScope', ...moved(item, { type: 'confirm', secondPerson: true }), document: nextNumber(stateOf(draft), kind) });
  paper(draft, item, kind, scope.ground === 'noLicenceNeeded' ? ALL_32_1 : ALL_32_2, {
    reasons: scope.reason, rightAuthority: scope.rightAuthority,
  });
}

/** Not accepted after the correction: confirmed by a second person, or lapsed by the rule that the plan names. */
export function notAccept(draft: Draft, item: ItemState, how: 'confirmed' | 'lapse'): void {
  const lapsed = how === 'lapse';
  const kind: DocumentKind = lapsed ? 'lapse' : 'nonAcceptance';
  const event = lapsed ? { type: 'correctionEnded', allAnswered: false, lapses: true } as const : { type: 'confirm', secondPerson: true } as const;
  emit(draft, { kind: 'itemNotAccepted', ...moved(item, event), document: nextNumber(stateOf(draft), kind), lapsed });
  paper(draft, item, kind, lapsed ? draft.plan.correction.lapseBasis! : ALL_32_4, {
    reasons: lapsed ? '未在补正期限内答复全部补正内容' : item.nonAcceptance!.reasons,
    article: lapsed ? null : item.nonAcceptance!.article,
    rightAuthority: null,
    ...(lapsed ? leftOpen(draft, item) : {}),
  });
}

/** What the applicant was asked and did not answer, and until when he could have. */
function leftOpen(draft: Draft, item: ItemState): DocumentData {
  const { notice, clocks } = stateOf(draft);
  const open = (notice?.lines ?? []).filter((line) => !line.answer && line.remarks.some((remark) => remark.item === item.id));
  const correction = clocks['correction'];
  return {
    lines: open.map((line) => ({ id: line.id, target: targetName(draft, line.target) })),
    correctionDueOn: correction ? read(correction, draft.calendar, draft.plan.warningThreshold).dueOn : null,
    notice: notice?.number ?? null,
  };
}

function paper(draft: Draft, item: ItemState, kind: DocumentKind, basis: LegalBasis, data: DocumentData): void {
  const plan = itemPlan(draft.plan, item.id);
  // The licensing law binds organs alone.
  const rests = 'remedy' in item.authority ? plan.basis : [basis, ALL_32_PROOF];
  issue(draft, { kind, item, basis: rests, remedies: remediesOf(item), data: { nature: plan.nature, ...data } });
}
