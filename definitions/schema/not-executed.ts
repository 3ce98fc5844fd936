import type { Text } from '../../workflows/case/calendar.ts';

/**
 * Words of the domain that this engine does not execute yet. A definition that uses one is refused as `unsupported`,
 * so that nothing a lawyer wrote is ever silently ignored.
 */
export const NOT_EXECUTED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  service: {
    renewal: { zh: '延续', en: 'renewal' },
    fee: { zh: '收费', en: 'a fee' },
    commitment: { zh: '告知承诺', en: 'commitment' },
    interestedParties: { zh: '利害关系人', en: 'interested parties' },
    hearing: { zh: '听证', en: 'the right to a hearing' },
  },
  item: {
    preliminary: { zh: '下级初审', en: "a lower authority's preliminary examination" },
    hearing: { zh: '听证权利', en: 'the right to a hearing' },
    interestedParties: { zh: '利害关系人', en: 'interested parties' },
    onSiteCheck: { zh: '两人现场核查', en: 'an on-site check by two officers' },
    commitment: { zh: '告知承诺', en: 'commitment' },
    ways: { zh: '事项内的办理方式选择', en: 'a choice of way inside the item' },
    repeat: { zh: '一事多件', en: 'a repeated item' },
    notBefore: { zh: '不早于某日', en: 'a date before which it does not start' },
    optional: { zh: '可选事项', en: 'an optional item' },
    main: { zh: '主事项', en: 'a main item whose refusal ends the rest' },
    automatic: { zh: '免申请事项', en: 'an automatic item' },
    renewal: { zh: '延续', en: 'renewal' },
    consent: { zh: '他人同意', en: 'consent of further persons' },
    preReview: { zh: '网上预审', en: 'pre-review' },
    afterCheck: { zh: '事后核查', en: 'an after-check' },
    intermediary: { zh: '中介服务', en: 'an intermediary service' },
    quota: { zh: '数量限制', en: 'limited numbers' },
    inspectionWaiver: { zh: '踏勘豁免', en: 'an inspection waiver' },
    conditionOnResult: { zh: '以上游结果为条件', en: "a condition on an upstream item's result" },
  },
  material: {
    commitment: { zh: '承诺代替材料', en: 'commitment instead of a material' },
    intermediary: { zh: '中介服务', en: 'an intermediary service' },
  },
  need: {
    commitment: { zh: '承诺代替材料', en: 'commitment instead of a material' },
  },
  field: {
    repeat: { zh: '一事多件', en: 'a repeated field' },
    consent: { zh: '他人同意', en: 'consent of further persons' },
  },
  procedure: {
    intermediary: { zh: '中介服务', en: 'an intermediary service' },
  },
};

/** Names under which a condition would read what other items came to. */
export const RESULT_NAMES: readonly string[] = ['result', 'results', 'outcome', 'outcomes', 'items', 'upstream'];
