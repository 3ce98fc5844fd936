import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { commitmentOf, takesPlaceOf } from '../../workflows/case/commitment.ts';
import type { Command, CommandName } from '../../workflows/case/command-table.ts';
import { permitted } from '../../workflows/case/permitted.ts';
import type { Grain } from './abstraction.ts';
import { forbiddenAboutHearing } from './hearing-said.ts';
import { asApprover, furtherPersons, type People, STRANGER } from './people.ts';
import { defectsOf, extensionRule, type Scene, waysToSay } from './what-may-be-said.ts';

/** Forbidden for what is said in them, also where the command as such is permitted. */
const SAID_OTHERWISE: readonly CommandName[] = ['requestExtension', 'examine', 'recordHearing', 'recordSiteCheck'];

/** Explored apart, each where it leads somewhere: else every state would be there once for every state of all the others. */
const LEFT_OUT: Readonly<Record<Grain, readonly CommandName[]>> = {
  item: ['urge', 'complain', 'rate', 'consult'],
  care: ['requestExtension', 'stateOverdueReason', 'publishCalendar', 'startProcedure'],
  intake: ['urge', 'complain', 'rate', 'stateOverdueReason', 'publishCalendar'],
  pair: ['urge', 'complain', 'rate', 'consult', 'requestExtension', 'stateOverdueReason', 'publishCalendar'],
  whole: [],
};

/** Everything that anybody may do now, said in every way that matters, and what the law forbids. */
export function commandsToTry(people: People, scene: Scene, id: string): Command[] {
  const actors = [...(scene.grain === 'item' ? people.all : people.few), ...furtherPersons(scene.now.state)];
  const may = new Map(actors.map((as) => [as, permitted(scene.plan, scene.now.state, as)]));
  const allowed = [...may].flatMap(([as, ones]) => ones.flatMap(({ do: name, item }) => {
    if (LEFT_OUT[scene.grain].includes(name)) return [];
    return waysToSay(name, item, scene, as).map((said) => ({ id, do: name, as, with: said }) as unknown as Command);
  }));
  return [...allowed, ...forbidden(people, scene, id).filter(({ as, do: name, with: said }) => {
    const item = (said as { item?: string }).item ?? null;
    return SAID_OTHERWISE.includes(name) || !may.get(as)?.some((one) => one.do === name && one.item === item);
  })];
}

/**
 * What the law forbids, tried all the same: a deficiency after the notice, one's own confirmation, a decision before acceptance
 * or by another's department, an extension that is the second, late, too long or by the wrong head, a result handed over too early,
 * a material listed that was promised instead, an after-check where there is none or a second one.
 */
function forbidden(people: People, { plan, now, grain }: Scene, id: string): Command[] {
  const { state } = now;
  const given: Command[] = [];
  const give = (as: Actor | undefined, name: CommandName, said: object): void => {
    if (as) given.push({ id, do: name, as, with: said } as Command);
  };
  const clerk = people.few[0]!;
  if (state.phase === 'preReview') return forbiddenBeforeReceipt(state, clerk, id);
  for (const item of Object.values(state.items)) {
    const [reviewer, approver] = (['reviewer', 'approver'] as const).map((role) => people.few.find((one) => one.role === role && one.department === item.department));
    const opinion = { item: item.id, opinion: '意见' };
    if (item.proposedBy) give(asApprover(item.proposedBy), 'confirm', opinion);
    give(reviewer, 'proposeGrant', opinion);
    give(reviewer, 'proposeRefusal', { ...opinion, facts: '现场不符', reasons: '不符合条件', article: '第三十八条' });
    give(approver, 'confirm', opinion);
    if (state.phase !== 'examination') give(reviewer, 'examine', { item: item.id, answer: 'deficient', defects: defectsOf(plan, item.id).slice(0, 1) });
    const instead = promisedDefects(plan, state, item.id);
    if (state.phase === 'examination' && instead.length > 0) give(reviewer, 'examine', { item: item.id, answer: 'deficient', defects: instead });
    if (state.commitments) give(reviewer, 'recordAfterCheck', { item: item.id, passed: true, findings: '与承诺一致' });
    if (state.phase !== 'delivery') give(clerk, 'handOver', { items: [item.id], way: 'electronic', recipient: '李明' });
    if (grain !== 'item') {
      // Nobody decides the other department's item.
      if (item.proposedBy) give(people.few.find((one) => one.role === 'approver' && one.department !== item.department), 'confirm', opinion);
      continue;
    }
    if (item.proposedBy) give(clerk, 'confirm', opinion);
    for (const { as, name, said } of forbiddenAboutHearing(item, plan, now)) give(as === 'reviewer' ? reviewer : as, name, said);
    give(reviewer, 'startProcedure', { item: item.id, procedure: plan.items.find((one) => one.id === item.id)?.procedures[0]?.id ?? 'none', by: '承办机构', days: 5 });
    if (state.clocks[`statutory:${item.id}`]) given.push(...extensions(people, { item: item.id }, extensionRule(plan, item.id)?.cap ?? 1, reviewer, id));
  }
  if (grain === 'item' && state.clocks['joint']) {
    given.push(...extensions(people, {}, plan.joint?.extension.cap ?? 1, people.few.find((one) => one.role === 'reviewer'), id));
  }
  return given;
}

/** What was promised in writing instead of brought, listed as missing all the same. */
function promisedDefects(plan: CasePlan, state: CaseState, item: ItemId) {
  const commitment = commitmentOf(state, item);
  return commitment ? defectsOf(plan, item).filter(({ target }) => 'material' in target && takesPlaceOf(plan, commitment, target.material)).slice(0, 1) : [];
}

/** A consent given by somebody else or said twice, an answer to what is answered, another's draft. */
function forbiddenBeforeReceipt(state: CaseState, clerk: Actor, id: string): Command[] {
  const asked = state.consents ?? [];
  const give = (as: Actor, name: CommandName, said: object) => ({ id, do: name, as, with: said }) as Command;
  return [
    ...asked.flatMap(({ consent }) => [
      give(STRANGER, 'giveConsent', { consent, agrees: true }),
      ...furtherPersons(state).map((as) => give(as, 'giveConsent', { consent, agrees: true })),
    ]),
    ...(state.preReview?.answer ? [give(clerk, 'answerPreReview', { ready: true })] : []),
    give({ ...STRANGER, role: 'applicant' }, 'submitDraft', {}),
    give({ ...STRANGER, role: 'reviewer' }, 'answerPreReview', { ready: true }),
  ];
}

function extensions(people: People, about: object, cap: number, reviewer: Actor | undefined, id: string): Command[] {
  const heads = people.few.filter((one) => one.role === 'headOfAuthority' || one.role === 'headOfGovernment');
  const asked = reviewer ? [cap, cap + 1].map((days) => ({ id, do: 'requestExtension', as: reviewer, with: { ...about, days, reason: '案情复杂' } })) : [];
  return [...asked, ...heads.map((as) => ({ id, do: 'approveExtension', as, with: about }))] as Command[];
}
