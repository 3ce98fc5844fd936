import type { Text } from '../../workflows/case/calendar.ts';
import type { FeePlan, LegalBasis, LimitUnit } from '../../workflows/case/case-plan.ts';

/** `2026年2月10日`, without leading zeros, as official papers write a date. What is no date is returned as it is. */
export function dateInChinese(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : date;
}

/** `2026年2月10日9时30分` of `2026-02-10T09:30`. */
export function momentInChinese(moment: string): string {
  const [date = '', time] = moment.split('T');
  const found = /^(\d{2}):(\d{2})$/.exec(time ?? '');
  return found ? `${dateInChinese(date)}${Number(found[1])}时${found[2]}分` : dateInChinese(moment);
}

/** `5个工作日`, `60日`, `6个月`: the unit decides how a length is counted, so it is never left out. */
export function lengthInChinese(length: number | string, unit: LimitUnit): string {
  return `${length}${UNITS[unit].zh}`;
}

export function isUnit(value: unknown): value is LimitUnit {
  return typeof value === 'string' && Object.hasOwn(UNITS, value);
}

export function lengthInEnglish(length: number, unit: LimitUnit): string {
  return `${length} ${UNITS[unit].en}${length === 1 ? '' : 's'}`;
}

const UNITS = {
  workingDay: { zh: '个工作日', en: 'working day' },
  calendarDay: { zh: '日', en: 'calendar day' },
  month: { zh: '个月', en: 'month' },
} as const;

/** `《行政许可法》第四十二条第二款`. A paper known by its number (临政办发〔2017〕11号) takes no title marks. */
export function citation({ law, article }: Pick<LegalBasis, 'law' | 'article'>): string {
  const name = /[〔〕]|第\d+号$/.test(law) || law.startsWith('《') ? law : `《${law}》`;
  return `${name}${article ?? ''}`;
}

/** What stands after a basis that nobody has yet compared with the published text. */
export const UNVERIFIED = '（依据待核）';

/** Closes what an officer wrote without a full stop. */
export function sentence(text: string): string {
  return /[。！？.!?…]["”」』）)]?$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}。`;
}

/** `登记费80元`. */
export function priceOf({ name, amount }: Pick<FeePlan, 'name' | 'amount'>): Text {
  const much = typeof amount === 'number' ? { zh: `${amount}元`, en: `${amount} yuan` } : amount;
  return { zh: `${name.zh}${much.zh}`, en: `${name.en}: ${much.en}` };
}
