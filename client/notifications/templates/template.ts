import type { EventName, EventParams } from '../../../store/notifications/events.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { dateInChinese } from '../../documents/wording.ts';

/** What a message says: a line, what has happened, and what its reader does next and until when. The case is named beside it. */
export interface Words {
  readonly title: Text;
  readonly what: Text;
  /** Null: there is nothing to do. */
  readonly next: Text | null;
}

export type Templates<E extends EventName> = { readonly [N in E]: (params: EventParams[N]) => Words };

/** Short forms for text messages. The case's number comes before them. */
export type TextTemplates<E extends EventName> = { readonly [N in E]: (params: EventParams[N]) => Text };

/** `“食品经营许可”、“户外广告”`. No item: the whole application. */
export function items(names: readonly Text[]): Text {
  if (names.length === 0) return { zh: '整个申请', en: 'the whole application' };
  return { zh: names.map(({ zh }) => `“${zh}”`).join('、'), en: names.map(({ en }) => `“${en}”`).join(', ') };
}

/** The first item and how many there are; for text messages. */
export function shortItems(names: readonly Text[]): Text {
  const [first] = names;
  if (!first) return { zh: '整个申请', en: 'the application' };
  const more = names.length - 1;
  return { zh: `“${first.zh}”${more > 0 ? `等${names.length}项` : ''}`, en: `“${first.en}”${more > 0 ? ` and ${more} more` : ''}` };
}

/** `2026年3月3日（含）前`, `by 2026-03-03`: to the end of that day. Empty where there is no day. */
export function by(day: string | null): Text {
  return day === null ? { zh: '', en: '' } : { zh: `${dateInChinese(day)}（含）前`, en: ` by ${day}` };
}

/** `3月3日前`, for text messages. */
export function shortBy(day: string | null): Text {
  return day === null ? { zh: '', en: '' } : { zh: `${shortDay(day)}前`, en: ` by ${day}` };
}

/** `3月3日`. */
export function shortDay(day: string): string {
  return dateInChinese(day).replace(/^\d+年/, '');
}
