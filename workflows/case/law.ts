import type { LegalBasis } from './case-plan.ts';

const law = (name: string, article: string): LegalBasis => ({ law: name, article, kind: 'law', verified: true });

/** Articles the engine itself acts on. All compared with the transcript named in the catalogue facts, part A. */
export const ALL_26 = law('行政许可法', '第二十六条');
export const ALL_32_1 = law('行政许可法', '第三十二条第一款第一项');
export const ALL_32_2 = law('行政许可法', '第三十二条第一款第二项');
export const ALL_32_4 = law('行政许可法', '第三十二条第一款第四项');
export const ALL_32_5 = law('行政许可法', '第三十二条第一款第五项');
export const ALL_32_PROOF = law('行政许可法', '第三十二条第二款');
export const ALL_38_1 = law('行政许可法', '第三十八条第一款');
export const ALL_38_2 = law('行政许可法', '第三十八条第二款');
export const ALL_42_1 = law('行政许可法', '第四十二条第一款');
export const ALL_44 = law('行政许可法', '第四十四条');
/** Revocation: what may follow a commitment that was not kept. */
export const ALL_69 = law('行政许可法', '第六十九条');
export const ALL_45 = law('行政许可法', '第四十五条');
export const ALL_47 = law('行政许可法', '第四十七条');
export const ALL_48 = law('行政许可法', '第四十八条');
export const ALL_82 = law('行政许可法', '第八十二条');
/** One-time notice for whatever is not a licence. */
export const BUSINESS_ENVIRONMENT_36: LegalBasis = { law: '优化营商环境条例', article: '第三十六条', kind: 'administrativeRegulation', verified: true };
/** Five levels, every bad rating rectified. */
export const RATING: LegalBasis = { law: '国办发〔2019〕51号', article: null, kind: 'normativeDocument', verified: false };
/** Urging is the engine's own supervision rule, not a statute. */
export const SUPERVISION: LegalBasis = { law: '电子监察督办规则', article: null, kind: 'localDecision', verified: false };
