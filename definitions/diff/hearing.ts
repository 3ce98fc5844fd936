import type { ItemPlan } from '../../workflows/case/case-plan.ts';
import { type Difference, difference, same } from './difference.ts';
import { cited } from './limits.ts';

/** What changed about who is heard before the decision, and about the check on the site. */
export function hearingDifferences(old: ItemPlan, now: ItemPlan): Difference[] {
  const say = (effect: Difference['effect'], code: string, zh: string, en: string) => difference(effect, code, now.id, `“${now.name.zh}”${zh}`, `“${now.name.en}” ${en}`);
  const { interestedParties: parties, hearing, onSiteCheck } = now;
  return [
    ...(same(old.interestedParties, parties) ? [] : [say('other', 'item.interestedParties',
      parties ? `的利害关系人：${parties.who.zh}（${cited(parties.basis).zh}）` : '不再有须告知的利害关系人', parties ? `has interested parties: ${parties.who.en} (${cited(parties.basis).en})` : 'has no interested parties to be told any more')]),
    ...(same(old.hearing, hearing) ? [] : [say(!hearing ? 'lighter' : old.hearing ? 'other' : 'heavier', 'item.hearing',
      !hearing ? '不再听证' : hearing.held === 'required' ? `应当听证（${cited(hearing.basis).zh}）` : `决定前告知听证权利（${cited(hearing.basis).zh}）`,
      !hearing ? 'knows no hearing any more' : hearing.held === 'required' ? `takes a hearing (${cited(hearing.basis).en})` : `gives a right to a hearing (${cited(hearing.basis).en})`)]),
    ...(!old.onSiteCheck || !onSiteCheck || same(old.onSiteCheck.waiver, onSiteCheck.waiver) ? [] : [say(!onSiteCheck.waiver ? 'heavier' : old.onSiteCheck.waiver ? 'other' : 'lighter', 'item.waiver',
      onSiteCheck.waiver ? `免予现场核查的条件有变（${cited(onSiteCheck.waiver.basis).zh}）` : '不再免予现场核查', onSiteCheck.waiver ? `spares the check on the site on another condition (${cited(onSiteCheck.waiver.basis).en})` : 'spares nobody the check on the site any more')]),
    ...(same(old.onSiteCheck?.basis, onSiteCheck?.basis) ? [] : [say(!onSiteCheck ? 'lighter' : old.onSiteCheck ? 'other' : 'heavier', 'item.onSiteCheck',
      onSiteCheck ? `准予前须两人现场核查（${cited(onSiteCheck.basis).zh}）` : '不再须两人现场核查', onSiteCheck ? `takes a check on the site by two officers (${cited(onSiteCheck.basis).en})` : 'takes no check on the site any more')]),
  ];
}
