import type { Text } from '../../workflows/case/calendar.ts';

/**
 * Words of the domain that this engine does not execute yet. A definition that uses one is refused as `unsupported`,
 * so that nothing a lawyer wrote is ever silently ignored.
 */
export const NOT_EXECUTED: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  service: {
    renewal: { zh: '延续', en: 'renewal' },
    fee: { zh: '收费', en: 'a fee' },
    interestedParties: { zh: '整个服务的利害关系人（写在各事项下）', en: 'interested parties of the whole service (write them under each item)' },
    hearing: { zh: '整个服务的听证（写在各事项下）', en: 'a hearing about the whole service (write it under each item)' },
  },
  item: {
    consent: { zh: '他人同意', en: 'consent of further persons' },
    preReview: { zh: '网上预审', en: 'pre-review' },
    intermediary: { zh: '中介服务', en: 'an intermediary service' },
    quota: { zh: '数量限制', en: 'limited numbers' },
    inspectionWaiver: { zh: '踏勘豁免', en: 'an inspection waiver' },
  },
  material: {
    intermediary: { zh: '中介服务', en: 'an intermediary service' },
  },
  field: {
    consent: { zh: '他人同意', en: 'consent of further persons' },
  },
};
