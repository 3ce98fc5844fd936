import { type Instant, localTime, parsePlainDate, weekdayOf } from '../../../workflows/case/plain-date.ts';
import type { Language } from './language.ts';

const WEEKDAYS = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03-02` as 2026年3月2日 周一, or Mon 2 Mar 2026. */
export function dayInWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日 ${weekday(day, 'zh')}` : `${weekday(day, 'en')} ${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Without the year: 3月2日, 2 Mar. */
export function shortDay(day: string, language: Language): string {
  const [, month = '', date = ''] = day.split('-');
  return language === 'zh' ? `${Number(month)}月${Number(date)}日` : `${Number(date)} ${MONTHS[Number(month) - 1]}`;
}

export function weekday(day: string, language: Language): string {
  const date = parsePlainDate(day);
  return date === null ? '' : WEEKDAYS[language][weekdayOf(date) - 1]!;
}

/** An ISO instant as civil day and time in Asia/Shanghai, `2026-03-02 09:30`. */
export function momentInWords(moment: string): string {
  return localTime(Date.parse(moment) as Instant).replace('T', ' ');
}

/** Today in Asia/Shanghai, by this machine's clock. */
export function today(): string {
  return localTime(Date.now() as Instant).slice(0, 10);
}
