import type { Text } from '../../../workflows/case/calendar.ts';
import type { ItemPlan } from '../../../workflows/case/case-plan.ts';
import { both, html, type Html } from '../timeline-page/html.ts';
import { basis, condition, type Guided } from './blocks.ts';

/** Who is heard and what is looked at before the decision; lines of an item's card. */
export function beforeDecision({ interestedParties, hearing, onSiteCheck }: ItemPlan, guided: Guided): [Text, Html | null][] {
  const { plan } = guided;
  const waiver = onSiteCheck?.waiver;
  const spared = waiver && condition(waiver.when, guided);
  const named = (interestedParties?.fields ?? []).map((code) => plan.fields.find((field) => field.code === code)?.label ?? { zh: code, en: code });
  return [
    [{ zh: '利害关系人', en: 'Others concerned' }, interestedParties ? html`${both(interestedParties.who)} ${basis(interestedParties.basis)}${named.length > 0
      ? html`<br>${both({ zh: `由表单填写：${named.map(({ zh }) => zh).join('、')}`, en: `named on the form: ${named.map(({ en }) => en).join(', ')}` })}` : null}` : null],
    [{ zh: '听证', en: 'Hearing' }, hearing ? html`${both(HELD[hearing.held])} ${basis(hearing.basis)}` : null],
    [{ zh: '现场核查', en: 'On-site check' }, onSiteCheck ? html`${both({
      zh: '准予前由两名以上工作人员现场核查并记录；核查时间计入期限', en: 'Before a grant, by two officers or more, on the record; its time counts',
    })} ${basis(onSiteCheck.basis)}${waiver && spared ? html`<span class="when">${both({ zh: `免予核查：${spared.zh}`, en: `spared if ${spared.en}` })} ${basis(waiver.basis)}</span>` : null}` : null],
  ];
}

const HELD: Readonly<Record<NonNullable<ItemPlan['hearing']>['held'], Text>> = {
  onRequest: {
    zh: '决定前书面告知；五个工作日内可以要求听证，要求的在二十个工作日内举行。自要求之日至笔录签字，期限停止计算；听证不收费',
    en: 'You are told in writing before the decision; within five working days you may ask for a hearing, held within twenty. From the request to the signed minutes the limit stands still; it is free',
  },
  required: { zh: '行政机关应当公告并举行听证；自公告至笔录签字，期限停止计算', en: 'The authority announces and holds it by duty; from the announcement to the signed minutes the limit stands still' },
};
