import type { ItemId } from '../../../workflows/case/case-plan.ts';
import { dateOf } from '../../../workflows/case/plain-date.ts';
import type { Transition } from '../situation.ts';
import { each, isNamed, offence, papers, type Property } from './property.ts';

export const afterCheck: Property = {
  id: 'afterCheck', article: '国办发〔2020〕42号；domain §3.7、§3.9',
  says: { zh: '凡因承诺而准予的，归档之前都经核查，结果书面告知', en: 'every commitment that was granted is checked afterwards before the case is archived, and the applicant is told' },
  broken: (transition) => {
    for (const { change } of each(transition, 'itemExamined')) {
      const missing = change.defects.find(({ target }) => 'material' in target && isPromised(transition, change.item, target.material));
      if (missing) return offence(`“${change.item}”把已承诺代替的材料列为缺件`, `${change.item} lists as missing what was promised instead`, { refused: 'examine.committed' });
    }
    for (const { change, known } of each(transition, 'itemGranted')) {
      if (known.commitments[change.item] === undefined) continue;
      if (!change.afterCheck) return offence(`“${change.item}”因承诺而准予，却没有核查期限`, `${change.item} was granted on a commitment, and no after-check was opened`);
      if (change.afterCheck.dayZero !== dateOf(change.at)) return offence(`“${change.item}”的核查期限不自准予之日起算`, `the after-check of ${change.item} does not run from the grant`);
      if (!isNamed(change.afterCheck.limit.basis)) return offence(`“${change.item}”的核查没有依据`, `the after-check of ${change.item} names no rule`);
    }
    for (const { change, known } of each(transition, 'afterCheckRecorded')) {
      if (known.commitments[change.item] !== 'granted') return offence(`“${change.item}”不应再登记核查`, `${change.item} had nothing to be checked, or was checked already`, { refused: 'afterCheck.already' });
      if (!papers(transition, 'afterCheck').some((one) => one.item === change.item)) return offence(`“${change.item}”的核查结果没有书面告知`, `the result of the after-check of ${change.item} was told in no paper`, { expect: { documents: { afterCheck: 1 } } });
      if (!change.passed && !change.measures) return offence(`“${change.item}”核查未通过而没有后续措施`, `${change.item} failed its after-check, and nothing follows`, { refused: 'afterCheck.measuresMissing' });
    }
    const unchecked = uncheckedIn(transition);
    const { phase, clocks } = transition.result.state;
    const [first] = unchecked;
    if (first === undefined) return null;
    if (phase === 'archived') return offence(`“${first}”因承诺而准予，未经核查就归档`, `${first} was granted on a commitment and archived unchecked`, { expect: { phase: 'closed' } });
    const unmeasured = unchecked.find((item) => clocks[`afterCheck:${item}`]?.stoppedAt !== null);
    return unmeasured === undefined ? null : offence(`“${unmeasured}”等待核查，却没有期限`, `${unmeasured} waits for its after-check without a deadline`, { expect: { tasks: [`recordAfterCheck:${unmeasured}`] } });
  },
};

/** Granted on a commitment, by the facts, and not looked at yet. */
function uncheckedIn({ result, before }: Transition): ItemId[] {
  const known = { ...before?.ledger.commitments };
  for (const change of result.changes) {
    if (change.kind === 'itemGranted' && known[change.item] === 'promised') known[change.item] = 'granted';
    if (change.kind === 'afterCheckRecorded') known[change.item] = 'checked';
  }
  return Object.keys(known).filter((item) => known[item] === 'granted');
}

function isPromised({ before, plan }: Transition, id: ItemId, code: string): boolean {
  const commitment = before?.state.commitments?.find((one) => one.item === id);
  const replaces = commitment?.way ? plan.items.find((one) => one.id === id)?.commitment?.replaces ?? [] : [];
  return [...(commitment?.materials ?? []), ...replaces].includes(code);
}
