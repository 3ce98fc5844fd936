import type { Text } from '../../workflows/case/calendar.ts';
import type { ItemNature } from '../../workflows/case/case-plan.ts';
import type { DocumentKind, DocumentRecord } from '../../workflows/case/document.ts';

/**
 * What a document is called. Only a licence is 行政许可: a registration, a payment or a public service is granted and
 * refused under its own name, so `nature` decides the title of a decision, and of what ends an item before acceptance.
 */
export function documentTitle(kind: DocumentKind, nature: ItemNature | null): Text {
  if (kind === 'grant') return GRANTS[nature ?? 'licence'];
  if (kind === 'refusal') return REFUSALS[nature ?? 'licence'];
  return (nature !== null && nature !== 'licence' && NOT_OF_A_LICENCE[kind]) || TITLES[kind];
}

/** The title a record is printed under. */
export function titleOf(record: Pick<DocumentRecord, 'kind' | 'data'>): Text {
  const nature = record.data['nature'];
  return documentTitle(record.kind, isNature(nature) ? nature : null);
}

export function isNature(value: unknown): value is ItemNature {
  return typeof value === 'string' && Object.hasOwn(GRANTS, value);
}

const TITLES: Readonly<Record<Exclude<DocumentKind, 'grant' | 'refusal'>, Text>> = {
  preReview: { zh: '网上预审告知单', en: 'Result of the pre-review' },
  receipt: { zh: '申请材料接收凭证', en: 'Receipt of application' },
  correctionNotice: { zh: '一次性补正告知书', en: 'Correction notice' },
  acceptance: { zh: '受理通知书', en: 'Notice of acceptance' },
  noLicenceNeeded: { zh: '不受理告知书', en: 'Notice that no licence is needed' },
  nonAcceptance: { zh: '不予受理决定书', en: 'Decision of non-acceptance' },
  lapse: { zh: '视为放弃申请告知书', en: 'Notice of lapse' },
  specialProcedure: { zh: '特别程序告知书', en: 'Notice of a special procedure' },
  extension: { zh: '延长办理期限通知书', en: 'Notice of extension' },
  hearingRight: { zh: '陈述申辩和听证权利告知书', en: 'Notice of the right to be heard' },
  hearingNotice: { zh: '听证通知书', en: 'Notice of hearing' },
  hearingMinutes: { zh: '听证笔录', en: 'Minutes of the hearing' },
  siteCheckRecord: { zh: '现场核查记录', en: 'Record of the on-site check' },
  decisionPacket: { zh: '“一件事”办理结果通知书', en: 'Result of the one thing' },
  handOverSlip: { zh: '结果送达凭证', en: 'Hand-over slip' },
  commitment: { zh: '告知承诺书', en: 'Commitment' },
  afterCheck: { zh: '事后核查结果告知书', en: 'Result of the after-check' },
};

/** 决定书 is the Act's word for a licence; for what is none the same paper is a notice. */
const NOT_OF_A_LICENCE: Readonly<Partial<Record<DocumentKind, Text>>> = {
  noLicenceNeeded: { zh: '不受理告知书', en: 'Notice that no application is needed' },
  nonAcceptance: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
};

const GRANTS: Readonly<Record<ItemNature, Text>> = {
  licence: { zh: '准予行政许可决定书', en: 'Decision granting a licence' },
  registration: { zh: '准予登记通知书', en: 'Notice of registration' },
  confirmation: { zh: '行政确认决定书', en: 'Decision of confirmation' },
  payment: { zh: '行政给付决定书', en: 'Decision of payment' },
  publicService: { zh: '公共服务事项办结通知书', en: 'Public service: notice of completion' },
  filing: { zh: '备案通知书', en: 'Notice of filing' },
};

const REFUSALS: Readonly<Record<ItemNature, Text>> = {
  licence: { zh: '不予行政许可决定书', en: 'Decision refusing a licence' },
  registration: { zh: '不予登记通知书', en: 'Notice of non-registration' },
  confirmation: { zh: '不予行政确认决定书', en: 'Decision refusing confirmation' },
  payment: { zh: '不予行政给付决定书', en: 'Decision refusing payment' },
  publicService: { zh: '公共服务事项不予办理决定书', en: 'Public service: decision of refusal' },
  filing: { zh: '不予备案通知书', en: 'Notice of non-filing' },
};
