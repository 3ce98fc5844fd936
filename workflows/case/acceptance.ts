import type { ItemPlan } from './case-plan.ts';
import type { AcceptanceGround } from './case-state.ts';
import { newClock, read } from './clock.ts';
import { limitsInCase } from './commitment.ts';
import type { DocumentData } from './document.ts';
import { type Draft, emit, enter, itemPlan, itemsOf, stateOf } from './draft.ts';
import { itemClocks } from './item-clocks.ts';
import { startItems } from './item-start.ts';
import { moved } from './item-event.ts';
import { ALL_32_4, ALL_32_5, ALL_32_PROOF, ALL_42_1 } from './law.ts';
import { issue, limitsOf, nextNumber } from './paper.ts';
import { dateOf, type PlainDate } from './plain-date.ts';
import { lastAnswerOn } from './recheck.ts';
import { renewalClock } from './renewal.ts';

/**
 * Accepts the case in one act. `effectiveOn` is the anchor of every limit that starts with acceptance, `issuedOn` the date
 * on the proof: they differ when a department's silence accepted the case.
 * @see ALL art. 32(4), (5); art. 42
 */
export function accept(draft: Draft, ground: AcceptanceGround, effectiveOn: PlainDate): void {
  const { plan } = draft;
  const accepted = itemsOf(draft).filter((item) => ['complete', 'deficient', 'satisfied'].includes(item.state));
  const clock = plan.joint
    ? newClock({ id: 'joint', kind: 'joint', dayZero: effectiveOn, limit: plan.joint, since: draft.now })
    : null;
  const issuedOn = dateOf(draft.real);
  const renewals = accepted.flatMap((item) => renewalClock(draft, itemPlan(plan, item.id), effectiveOn));
  emit(draft, {
    kind: 'caseAccepted', acceptance: { issuedOn, effectiveOn, ground }, clock, document: nextNumber(stateOf(draft), 'acceptance'),
    items: accepted.map((item) => moved(item, { type: 'accept' })), ...(renewals.length > 0 ? { renewals } : {}),
  });
  enter(draft, { type: 'accepted' });
  issueAcceptance(draft, accepted.map((item) => item.id), ground, effectiveOn);
  startItems(draft);
}

/** Silence to the examination's deadline: complete, and accepted from the day the materials were received. */
export function deemAccepted(draft: Draft): void {
  for (const item of itemsOf(draft)) {
    if (item.state === 'unexamined' || item.state === 'outOfScopeProposed') {
      emit(draft, { kind: 'deemedComplete', ...moved(item, { type: 'deemComplete' }) });
    }
  }
  accept(draft, 'examinationSilence', stateOf(draft).receivedOn);
}

function issueAcceptance(draft: Draft, items: readonly string[], ground: AcceptanceGround, effectiveOn: PlainDate): void {
  const { plan, calendar } = draft;
  const due = (clock: Parameters<typeof read>[0]) => read(clock, calendar, plan.warningThreshold).dueOn;
  const state = stateOf(draft);
  const joint = state.clocks['joint'];
  issue(draft, {
    kind: 'acceptance',
    basis: [ground === 'examinationSilence' ? ALL_32_4 : ALL_32_5, ALL_32_PROOF, ...(plan.joint ? [plan.joint.basis] : [ALL_42_1])],
    data: {
      effectiveOn, ground,
      correctedOn: state.notice?.lines.some((line) => line.answer) ? lastAnswerOn(state) : null,
      handlingMode: plan.handling.mode,
      handlingDecision: plan.handling.decision ? { ...plan.handling.decision } : null,
      jointDueOn: joint ? due(joint) : null,
      jointLength: plan.joint?.length ?? null,
      jointUnit: plan.joint?.unit ?? null,
      items: items.map((id) => {
        const item = itemPlan(plan, id);
        const waits = item.dependsOn.filter((one) => items.includes(one));
        const clocks = itemClocks(draft, item, effectiveOn);
        const by = (kind: string) => {
          const clock = clocks.find((one) => one.kind === kind);
          return clock && waits.length === 0 && !item.preliminary ? due(clock) : null;
        };
        return {
          name: item.name,
          department: plan.departments.find((one) => one.id === item.department)!.name,
          statutoryDueOn: by('statutory'),
          promisedDueOn: by('promised'),
          ...limitsOf(limitsInCase(state, item)),
          startsAfter: waits.map((one) => itemPlan(plan, one).name),
          ...firstExamination(draft, item, waits.length === 0 ? effectiveOn : null),
        };
      }),
    },
  });
}

/** By when the lower authority reports; without a day while the item still waits for another. @see ALL art. 43 */
function firstExamination({ plan, calendar, now }: Draft, { id, preliminary }: ItemPlan, dayZero: PlainDate | null): DocumentData {
  if (!preliminary) return {};
  const { department, limit } = preliminary;
  const clock = dayZero === null ? null : newClock({ id: `preliminary:${id}`, kind: 'preliminary', dayZero, limit, since: now });
  return {
    preliminary: {
      department: plan.departments.find((one) => one.id === department)!.name, length: limit.length, unit: limit.unit,
      dueOn: clock ? read(clock, calendar, plan.warningThreshold).dueOn : null,
    },
  };
}
