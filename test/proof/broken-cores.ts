import { type Core, REAL_CORE } from '../../definitions/proof/core.ts';
import type { PropertyId } from '../../definitions/proof/properties/property.ts';
import { type Actor, BY_LAW } from '../../workflows/case/actor.ts';
import type { Change, Fact } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { HearingAnnounced } from '../../workflows/case/argument.ts';
import type { CaseState, Defect, ItemState } from '../../workflows/case/case-state.ts';
import { newClock } from '../../workflows/case/clock.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { ALL_45 } from '../../workflows/case/law.ts';
import type { DocumentRecord } from '../../workflows/case/document.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import type { StepResult } from '../../workflows/case/step.ts';
import { append, disguised, without } from './spoil.ts';

/** A core that breaks the law in one way, and the property by which the prover must find it out. */
export interface BrokenCore {
  readonly name: string;
  readonly breaks: PropertyId;
  /** Items of the sample on which it shows. */
  readonly items: readonly string[];
  readonly core: Core;
}

interface Asked {
  readonly plan: CasePlan;
  readonly state: CaseState;
  readonly command: Command;
  readonly at: Instant;
  /** What the law answers. */
  readonly result: StepResult;
  /** Asks the real core something else instead. */
  readonly ask: (command: Command, state?: CaseState, plan?: CasePlan) => StepResult;
}

/** A core that answers some commands otherwise. */
function answering(spoil: (asked: Asked) => StepResult | null): Core {
  return {
    ...REAL_CORE,
    step: (plan, calendar, state, command, at) => {
      const result = REAL_CORE.step(plan, calendar, state, command, at);
      const ask: Asked['ask'] = (other, from = state, by = plan) => REAL_CORE.step(by, calendar, from, other, at);
      return spoil({ plan, state, command, at, result, ask }) ?? result;
    },
  };
}

/** A core whose every answer is spoilt in the same way. */
function everywhere(spoil: (result: StepResult, before: CaseState | null, at: Instant, plan: CasePlan) => StepResult): Core {
  return {
    open: (plan, decrees, receipt, at, options) => {
      const result = REAL_CORE.open(plan, decrees, receipt, at, options);
      return result.state === null ? result : spoil(result, null, at, plan);
    },
    step: (plan, calendar, state, command, at) => spoil(REAL_CORE.step(plan, calendar, state, command, at), state, at, plan),
    tick: (plan, calendar, state, at) => spoil(REAL_CORE.tick(plan, calendar, state, at), state, at, plan),
  };
}

/** Refused with one of these codes: the broken core lets it pass. */
const lets = (codes: readonly string[], pass: (asked: Asked) => StepResult | null): Core =>
  answering((asked) => (asked.result.rejection && codes.includes(asked.result.rejection.code) ? pass(asked) : null));

/** A core that does not tell some facts, and does not do them. */
const forgets = (isForgotten: (change: Change) => boolean): Core => everywhere((result, before) => without(result, before, isForgotten));

const mapped = (result: StepResult, change: (one: Change) => Change): StepResult => ({ ...result, changes: result.changes.map(change) });
const paper = (document: Partial<DocumentRecord>): Fact => ({ kind: 'documentIssued', document: { basis: [], data: {}, remedies: null, ...document } as DocumentRecord });
const isPaper = (kind: DocumentRecord['kind']) => (change: Change): boolean => change.kind === 'documentIssued' && change.document.kind === kind;
const said = (command: Command) => command.with as { item?: string; answer?: string; days?: number };
/** What an announcement that was refused would have brought about. */
const announcedAs = (command: Command): Fact => {
  const { item, announce } = command.with as { item: string; announce: HearingAnnounced };
  return { kind: 'hearingAnnounced', item, ...announce, closedBecause: null, parties: [], clock: null, suspends: [], stopsClock: ALL_45, documents: [] };
};
const asRole = (command: Command, role: Actor['role'], department = command.as.department): Command =>
  ({ ...command, as: { ...command.as, role, ...(department === undefined ? {} : { department }) } }) as Command;

const unmeasured = (state: CaseState): CaseState =>
  ({ ...state, clocks: Object.fromEntries(Object.entries(state.clocks).filter(([, clock]) => clock.kind !== 'afterCheck')) });

/** What the complaints were before a core looked away from them. */
const withComplaints = (result: StepResult, { complaints }: CaseState): StepResult => ({ ...result, state: { ...result.state, complaints } });

const FOOD = ['food-licence'];
const TOBACCO = ['tobacco-licence'];
const DRAINAGE = ['drainage-licence'];
const DEPENDENT = ['business-licence-check', 'food-licence'];
const WAITING = ['birth-certificate', 'household-registration'];
const PLANNING = ['planning-permit'];
const ENTERTAINMENT = ['entertainment-licence'];
const FILING = ['contract-filing'];
const INDEPENDENT = ['food-licence', 'staff-health'];
const COMMITTED = ['hygiene-licence'];
const FOREST = ['forest-land'];

/** The real core's answer as if the item were in another state of its hearing. */
const asIf = ({ command, state, ask }: Asked, part: (item: ItemState) => Partial<ItemState>): StepResult => {
  const item = state.items[said(command).item!]!;
  return ask(command, { ...state, items: { ...state.items, [item.id]: { ...item, ...part(item) } } });
};

export const BROKEN_CORES: readonly BrokenCore[] = [
  {
    name: 'decides while the right to a hearing runs', breaks: 'hearing', items: PLANNING,
    core: lets(['hearing.rightRuns'], (asked) => asIf(asked, ({ hearing }) => ({ hearing: { ...hearing!, rights: hearing!.rights.map((right) => ({ ...right, over: 'lapsed' })) } }))),
  },
  {
    name: 'decides before anybody was told of the right to a hearing', breaks: 'hearing', items: PLANNING,
    core: lets(['hearing.rightNotTold'], (asked) => (asked.command.do === 'proposeRefusal'
      ? asIf(asked, ({ hearing }) => ({ hearing: { ...hearing!, rights: [{ clock: 'none', toldOn: asked.state.receivedOn, persons: [], waived: [], over: 'lapsed' }] } })) : null)),
  },
  {
    name: 'lets a right to a hearing lapse on the day it is told', breaks: 'hearing', items: PLANNING,
    core: answering(({ command, at, result }) => (command.do === 'tellHearingRight' && !result.rejection
      ? append(result, command, at, { kind: 'hearingRightLapsed', item: said(command).item!, clock: `hearingRight:${said(command).item}:1` }) : null)),
  },
  {
    name: 'decides before the hearing that the law asks for', breaks: 'hearing', items: ENTERTAINMENT,
    core: lets(['hearing.notHeld'], (asked) => asIf(asked, ({ hearing }) => ({ hearing: { ...hearing!, held: 'onRequest', since: null, rights: [{ clock: 'none', toldOn: asked.state.receivedOn, persons: [], waived: [], over: 'lapsed' }] } }))),
  },
  {
    name: 'announces a hearing three days before', breaks: 'hearing', items: ENTERTAINMENT,
    core: lets(['hearing.tooSoon'], ({ command, at, result }) => append(result, command, at, announcedAs(command))),
  },
  {
    name: 'lets the examiner preside', breaks: 'hearing', items: ENTERTAINMENT,
    core: lets(['hearing.chairExamined'], ({ command, at, result }) => append(result, command, at, announcedAs(command))),
  },
  {
    name: 'takes a proposal that does not rest on the minutes', breaks: 'hearing', items: ENTERTAINMENT,
    core: lets(['hearing.notOnMinutes'], (asked) => asIf(asked, ({ hearing }) => {
      const { announcement: _, ...rest } = hearing!;
      return { hearing: { ...rest, announcement: null, held: 'onRequest', since: null, minutes: null, rights: [{ clock: 'none', toldOn: asked.state.receivedOn, persons: [], waived: [], over: 'lapsed' }] } };
    })),
  },
  {
    name: 'takes one officer for two', breaks: 'siteCheck', items: PLANNING,
    core: lets(['siteCheck.twoOfficers'], ({ command, at, result, state }) => {
      const { item, officers } = command.with as { item: string; officers: readonly { id: string; name: string; certificate: string }[] };
      return append(result, command, at, { kind: 'siteChecked', item, on: state.receivedOn, officers, findings: '一致', document: '核9' });
    }),
  },
  {
    name: 'grants without a check on the site', breaks: 'siteCheck', items: PLANNING,
    core: lets(['siteCheck.missing'], (asked) => asIf(asked, () => ({ siteChecks: [{ on: asked.state.receivedOn, officers: [], document: '核9' }] }))),
  },
  {
    name: 'spares everybody the check on the site', breaks: 'siteCheck', items: PLANNING,
    core: answering(({ command, plan, state, ask }) => ask(command, state, {
      ...plan, items: plan.items.map((item) => (item.onSiteCheck?.waiver ? { ...item, onSiteCheck: { ...item.onSiteCheck, waiver: { ...item.onSiteCheck.waiver, when: { op: 'literal', value: true } } } } : item)),
    })),
  },
  {
    name: 'lets the same person confirm', breaks: 'secondPerson', items: FOOD,
    core: lets(['confirm.samePerson'], ({ command, ask }) => disguised(ask({ ...command, as: { ...command.as, id: 'somebody' } } as Command), 'somebody', command.as)),
  },
  {
    name: 'lets the window refuse', breaks: 'secondPerson', items: FOOD,
    core: lets(['command.wrongRole'], ({ command, ask, state }) =>
      (command.do === 'confirm' ? disguised(ask(asRole(command, 'approver', state.items[said(command).item!]?.department)), command.as.id, command.as) : null)),
  },
  {
    name: 'lets the reviewer grant alone what an approver must', breaks: 'secondPerson', items: FOOD,
    core: answering(({ command, plan, state, ask }) =>
      (command.do === 'proposeGrant' ? ask(command, state, { ...plan, items: plan.items.map((item) => ({ ...item, grantBy: 'reviewer' })) }) : null)),
  },
  {
    name: 'lets another department confirm', breaks: 'secondPerson', items: INDEPENDENT,
    core: lets(['actor.wrongDepartment'], ({ command, ask, state }) =>
      (command.do === 'confirm' ? disguised(ask(asRole(command, 'approver', state.items[said(command).item!]!.department)), command.as.id, command.as) : null)),
  },
  {
    name: 'takes a deficiency after the notice', breaks: 'oneNotice', items: FOOD,
    core: lets(['correction.alreadyNotified', 'command.notNow'], ({ command, state, at, result }) => (command.do === 'examine' && state.notice
      ? append(result, command, at, { kind: 'itemExamined', item: said(command).item!, to: 'deficient', answer: 'deficient', defects: [], outOfScope: null, byWindow: false }) : null)),
  },
  {
    name: 'takes a deficiency after the acceptance', breaks: 'oneNotice', items: FOOD,
    core: lets(['acceptance.alreadyIssued'], ({ command, at, result }) =>
      append(result, command, at, { kind: 'itemExamined', item: said(command).item!, to: 'deficient', answer: 'deficient', defects: [], outOfScope: null, byWindow: false })),
  },
  {
    name: 'issues a second notice when the re-check is not satisfied', breaks: 'oneNotice', items: FOOD,
    core: answering(({ command, state, at, result }) => (command.do === 'recheck' && !(command.with as { satisfied: boolean }).satisfied && state.phase === 'recheck' && !result.rejection
      ? append(result, command, at, { kind: 'noticeIssued', number: '补2', lines: [], items: [], deemedComplete: [], served: true, clock: state.clocks['recheck']! }, paper({ kind: 'correctionNotice', number: '补2' })) : null)),
  },
  {
    name: 'forgets every deadline of the handling', breaks: 'deadline', items: FOOD,
    core: everywhere((result) => (result.state.phase === 'handling' ? { ...result, next: null } : result)),
  },
  { name: 'never notices that a limit ran out', breaks: 'deadline', items: FOOD, core: forgets((change) => change.kind === 'clockRanOut') },
  {
    name: 'tells nobody what is overdue', breaks: 'deadline', items: FOOD,
    core: everywhere((result) => mapped(result, (change) => (change.kind === 'clockRanOut' ? { ...change, escalatedTo: null } : change))),
  },
  {
    name: 'measures no delivery', breaks: 'deadline', items: FOOD,
    core: everywhere((result) => ({ ...result, state: { ...result.state, clocks: Object.fromEntries(Object.entries(result.state.clocks).filter(([, clock]) => clock.kind !== 'delivery')) } })),
  },
  {
    name: 'lets an application lapse without a rule', breaks: 'deadline', items: FOOD,
    core: { ...REAL_CORE, tick: (plan, ...rest) => REAL_CORE.tick({ ...plan, correction: { ...plan.correction, whenOver: 'lapse' } }, ...rest) },
  },
  {
    name: 'drops what was withdrawn from the packet', breaks: 'packet', items: FOOD,
    core: everywhere((result) => mapped(result, (change) => (change.kind === 'documentIssued' && change.document.kind === 'decisionPacket'
      ? { ...change, document: { ...change.document, data: { ...change.document.data, items: (change.document.data['items'] as { outcome: string }[]).filter((one) => one.outcome !== 'withdrawn') } } } : change))),
  },
  { name: 'refuses without a paper', breaks: 'packet', items: FOOD, core: forgets(isPaper('refusal')) },
  {
    name: 'names no remedies in a refusal', breaks: 'packet', items: FOOD,
    core: everywhere((result) => mapped(result, (change) => (isPaper('refusal')(change) && change.kind === 'documentIssued' ? { ...change, document: { ...change.document, remedies: null } } : change))),
  },
  { name: 'suspends without a written notice', breaks: 'suspension', items: DRAINAGE, core: forgets(isPaper('specialProcedure')) },
  {
    name: 'stops the clock for a site visit', breaks: 'suspension', items: FOOD,
    core: answering(({ command, at, result, state }) => (command.do === 'startProcedure' && !result.rejection
      ? { ...result, state: { ...result.state, clocks: { ...result.state.clocks, joint: { ...state.clocks['joint']!, suspensions: [{ from: state.receivedOn, to: null, because: 'joint', department: null, basis: null }], since: at } } } } : null)),
  },
  {
    name: 'never resumes a clock', breaks: 'suspension', items: DRAINAGE,
    core: everywhere((result) => ({ ...result, state: { ...result.state, clocks: Object.fromEntries(Object.entries(result.state.clocks)
      .map(([id, clock]) => [id, { ...clock, suspensions: clock.suspensions.map((one) => ({ ...one, to: null })) }])) } })),
  },
  {
    name: 'extends a limit twice', breaks: 'extension', items: TOBACCO,
    core: lets(['extension.onlyOnce'], ({ command, state, ask }) => (command.do === 'requestExtension' ? ask(command, { ...state, extensions: {} }) : null)),
  },
  {
    name: 'extends a limit that ran out', breaks: 'extension', items: TOBACCO,
    core: lets(['extension.afterExpiry'], ({ command, at, result }) => {
      const clock = said(command).item ? `statutory:${said(command).item}` : 'joint';
      return command.do === 'requestExtension'
        ? append(result, command, at, { kind: 'extensionRequested', clock, days: said(command).days!, reason: '案情复杂' })
        : append(result, command, at, { kind: 'extensionApproved', clock, days: 1, document: '延1', stillYellow: false }, paper({ kind: 'extension', number: '延1' }));
    }),
  },
  {
    name: 'lets the wrong head extend', breaks: 'extension', items: TOBACCO,
    core: lets(['extension.wrongHead'], ({ command, ask, state }) => {
      const item = state.items[said(command).item ?? ''];
      return disguised(ask(asRole(command, item ? 'headOfAuthority' : 'headOfGovernment', item?.department)), command.as.id, command.as);
    }),
  },
  { name: 'extends and tells nobody', breaks: 'extension', items: TOBACCO, core: forgets(isPaper('extension')) },
  {
    name: 'extends by more than the cap', breaks: 'extension', items: TOBACCO,
    core: lets(['extension.tooLong'], ({ command, at, result }) =>
      append(result, command, at, { kind: 'extensionRequested', clock: said(command).item ? `statutory:${said(command).item}` : 'joint', days: said(command).days!, reason: '案情复杂' })),
  },
  {
    name: 'refuses an item because its predecessor was refused', breaks: 'ownMerits', items: WAITING,
    core: everywhere((result, _, at, plan) => plan.items.reduce((answer, { id, department }) => (answer.state.items[id]?.state === 'blocked'
      ? append(answer, null, at, { kind: 'itemRefused', item: id, to: 'refused', opinion: '前置未准', reviewer: null, approver: BY_LAW, document: '驳9' }, paper({ kind: 'refusal', item: id, department })) : answer), result)),
  },
  {
    name: 'withdraws the rest at the first refusal though each stands alone', breaks: 'ownMerits', items: INDEPENDENT,
    core: answering(({ command, state, ask }) => {
      if (command.do !== 'confirm') return null;
      const result = ask(command, { ...state, policy: 'allOrNothing' });
      return { ...result, state: { ...result.state, policy: 'separable' } };
    }),
  },
  {
    name: 'decides before the acceptance', breaks: 'acceptedFirst', items: FOOD,
    core: lets(['command.notNow'], ({ command, at, result, state }) => (command.do === 'proposeGrant' && state.phase === 'examination'
      ? append(result, command, at, {
        kind: 'itemGranted', item: said(command).item!, to: 'granted', byRule: false, opinion: '同意', reviewer: command.as, approver: null, document: '准9',
        clock: newClock({ id: `delivery:${said(command).item}`, kind: 'delivery', dayZero: state.receivedOn, limit: state.clocks['examination']!.limit, since: at }),
      }) : null)),
  },
  { name: 'accepts without a paper', breaks: 'acceptedFirst', items: FOOD, core: forgets(isPaper('acceptance')) },
  {
    name: 'hangs after a withdrawal', breaks: 'join', items: FOOD,
    core: answering(({ command, state, result }) => (command.do === 'withdrawItem' ? without(result, state, (change) => change.kind !== 'itemWithdrawn') : null)),
  },
  {
    name: 'hangs after a refusal', breaks: 'join', items: INDEPENDENT,
    core: forgets((change) => change.kind === 'caseAssembled' || (change.kind === 'phaseEntered' && change.phase !== 'handling') || isPaper('decisionPacket')(change)),
  },
  {
    name: 'loses the join on silence', breaks: 'join', items: FOOD,
    core: { ...REAL_CORE, tick: (plan, calendar, state, at) => {
      const result = REAL_CORE.tick(plan, calendar, state, at);
      return result.changes.some((change) => change.kind === 'caseAccepted') ? { ...result, state, changes: [], next: null } : result;
    } },
  },
  { name: 'never starts what waited for a grant', breaks: 'join', items: WAITING, core: forgets((change) => change.kind === 'itemStarted' && change.item === 'household-registration') },
  {
    name: 'leaves what was not corrected without a way out', breaks: 'ends', items: FOOD,
    core: answering(({ command, state, result }) => (command.do === 'recheck' && state.items[said(command).item!]?.state === 'uncorrected'
      ? { ...result, state, changes: [], rejection: { code: 'command.notNow', params: {}, allowed: [] } } : null)),
  },
  {
    name: 'opens no after-check', breaks: 'afterCheck', items: COMMITTED,
    core: everywhere((result) => ({
      ...mapped(result, (change) => {
        if (change.kind !== 'itemGranted') return change;
        const { afterCheck: _, ...without } = change;
        return without;
      }),
      state: unmeasured(result.state),
    })),
  },
  {
    name: 'archives without the after-check', breaks: 'afterCheck', items: COMMITTED,
    core: { ...REAL_CORE, tick: (plan, calendar, state, at) =>
      REAL_CORE.tick(plan, calendar, state.phase === 'closed' ? { ...unmeasured(state), commitments: [] } : state, at) },
  },
  {
    name: 'lists as missing what was promised instead', breaks: 'afterCheck', items: COMMITTED,
    core: lets(['examine.committed'], ({ command, at, result }) => append(result, command, at, {
      kind: 'itemExamined', item: said(command).item!, to: 'deficient', answer: 'deficient', defects: (command.with as { defects: Defect[] }).defects, outOfScope: null, byWindow: false,
    })),
  },
  {
    name: 'archives while something is still stuck', breaks: 'deadline', items: COMMITTED,
    core: { ...REAL_CORE, tick: (plan, calendar, state, at) =>
      withComplaints(REAL_CORE.tick(plan, calendar, state.phase === 'closed' ? { ...state, complaints: [] } : state, at), state) },
  },
  {
    name: 'answers what got stuck once, and sets no time for more', breaks: 'deadline', items: FOOD,
    core: everywhere((result) => ({ ...result, state: { ...result.state, clocks: Object.fromEntries(Object.entries(result.state.clocks).filter(([id]) => !/^complaint:\d+:/.test(id))) } })),
  },
  {
    name: 'takes a second after-check', breaks: 'afterCheck', items: COMMITTED,
    core: lets(['afterCheck.already'], ({ command, at, result }) => append(result, command, at,
      { kind: 'afterCheckRecorded', item: said(command).item!, passed: true, findings: '再查', measures: null, document: '核2' }, paper({ kind: 'afterCheck', number: '核2', item: said(command).item! }))),
  },
  { name: 'tells nobody what the after-check found', breaks: 'afterCheck', items: COMMITTED, core: forgets(isPaper('afterCheck')) },
  {
    name: 'has no answer to a withdrawal', breaks: 'answers', items: DEPENDENT,
    core: answering(({ command }) => { if (command.do === 'withdrawCase') throw new Error('out of order'); return null; }),
  },
  {
    name: 'lets the deciding department report to itself', breaks: 'otherDepartments', items: FOREST,
    core: answering(({ command, state, plan, ask }) => {
      const item = said(command).item ?? '';
      const lower = plan.items.find((one) => one.id === item)?.preliminary?.department;
      if (command.do !== 'proposeGrant' || state.items[item]?.state !== 'preliminary') return null;
      const report = { ...asRole(command, 'reviewer', lower), do: 'reportPreliminary', with: { item, meets: true, opinion: '自己初审' } } as Command;
      return disguised(ask(report), command.as.id, command.as);
    }),
  },
  {
    name: 'decides before the lower authority has reported', breaks: 'otherDepartments', items: FOREST,
    core: lets(['preliminary.notReported'], ({ command, at, result }) => (command.do === 'proposeGrant'
      ? append(result, command, at, { kind: 'decisionProposed', item: said(command).item!, to: 'grantProposed', proposal: { outcome: 'grant', opinion: '意见', facts: null, reasons: null, article: null } }) : null)),
  },
  {
    name: 'gives the lower authority no deadline', breaks: 'deadline', items: FOREST,
    core: everywhere((result) => ({ ...result, state: { ...result.state, clocks: Object.fromEntries(Object.entries(result.state.clocks).filter(([, clock]) => clock.kind !== 'preliminary')) } })),
  },
  {
    name: 'stops the clocks while another department is asked', breaks: 'suspension', items: FOREST,
    core: answering(({ command, at, result, state }) => (command.do === 'consult' && !result.rejection
      ? { ...result, state: { ...result.state, clocks: Object.fromEntries(Object.entries(result.state.clocks).map(([id, clock]) => [id, clock.kind === 'statutory' && clock.stoppedAt === null
        ? { ...clock, suspensions: [{ from: state.receivedOn, to: null, because: 'consultation', department: null, basis: null }], since: at } : clock])) } } : null)),
  },
  {
    name: 'lets the asking department answer itself', breaks: 'otherDepartments', items: FOREST,
    core: answering(({ command, at, result }) => (command.do === 'consult' && !result.rejection
      ? append(result, command, at, { kind: 'consultationAnswered', consultation: '1', item: said(command).item!, department: 'water', answer: '没有意见' }) : null)),
  },
  { name: 'tells nobody of a grant who supervises it', breaks: 'otherDepartments', items: FOREST, core: forgets((change) => change.kind === 'supervisionPushed' || change.kind === 'supervisionAcknowledged') },
  { name: 'keeps no record of silence', breaks: 'otherDepartments', items: FOREST, core: forgets((change) => change.kind === 'consultationUnanswered') },
  {
    name: 'receives without a consent', breaks: 'preReview', items: FILING,
    core: answering(({ command, state, at, ask }) => (command.do === 'answerPreReview' && 'ready' in command.with
      ? ask(command, { ...state, consents: (state.consents ?? []).map((one) => ({ ...one, said: { agrees: true, reason: null, at, document: null } })) }) : null)),
  },
  {
    name: 'lets anybody consent in another’s name', breaks: 'preReview', items: FILING,
    core: lets(['consent.notHis'], ({ command, state, ask }) => {
      const asked = state.consents?.find((one) => one.consent === (command.with as { consent: string }).consent && one.said === null);
      return asked ? disguised(ask({ ...command, as: { ...command.as, id: asked.person } } as Command), asked.person, command.as) : null;
    }),
  },
  {
    name: 'lets a consent be said twice', breaks: 'preReview', items: FILING,
    core: lets(['consent.alreadySaid'], ({ command, result, at }) =>
      append(result, command, at, { kind: 'consentSaid', consent: (command.with as { consent: string }).consent, person: command.as.id, agrees: true, reason: null })),
  },
  { name: 'tells nobody what is missing from a draft', breaks: 'preReview', items: FOOD, core: forgets(isPaper('preReview')) },
  {
    name: 'leaves a draft lying that nobody answers', breaks: 'deadline', items: FOOD,
    core: { ...REAL_CORE, tick: (plan, calendar, state, at) => {
      const result = REAL_CORE.tick(plan, calendar, state, at);
      return result.changes.some((change) => change.kind === 'preReviewUnanswered') ? { ...result, state, changes: [], next: null } : result;
    } },
  },
  {
    name: 'takes in only the morning’s applications', breaks: 'received', items: FOOD,
    core: { ...REAL_CORE, open: () => ({ state: null, rejection: { code: 'command.notNow', params: {}, allowed: [] } }) },
  },
];
