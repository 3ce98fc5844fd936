import type { Text } from '../../../workflows/case/calendar.ts';
import type { ItemPlan, Limit } from '../../../workflows/case/case-plan.ts';
import { lengthInChinese, lengthInEnglish } from '../wording.ts';

/** Which languages a picture speaks: Chinese with English below it, or one of them. */
export type PictureLanguage = 'both' | 'zh' | 'en';

/** The texts of a picture in its languages: what stands in the first line, and what below it. */
export class PictureWords {
  readonly language: PictureLanguage;

  constructor(language: PictureLanguage) {
    this.language = language;
  }

  main({ zh, en }: Text): string {
    return this.language === 'en' ? en : zh;
  }

  /** The second language; null in a picture of one. */
  second({ zh, en }: Text): string | null {
    return this.language === 'both' && zh !== en ? en : null;
  }

  /** What is too small for two lines. */
  one({ zh, en }: Text): string {
    return this.language === 'en' ? en : zh;
  }

  /** For who hears the picture instead of seeing it. */
  spoken({ zh, en }: Text): string {
    return this.language === 'both' ? `${zh} ${en}` : this.main({ zh, en });
  }
}

export function lengthOf({ length, unit }: Pick<Limit, 'length' | 'unit'>): Text {
  return { zh: lengthInChinese(length, unit), en: lengthInEnglish(length, unit) };
}

/** `承诺10个工作日，法定20个工作日`: every limit of an item that says something of its own. */
export function limitsInWords({ limits: { promised, internal, statutory } }: ItemPlan): Text[] {
  const said: Text[] = [];
  const say = (zh: string, en: string, limit: Limit | undefined, other?: Limit): void => {
    if (!limit || (other && other.length === limit.length && other.unit === limit.unit)) return;
    const length = lengthOf(limit);
    said.push({ zh: `${zh}${length.zh}`, en: `${length.en} ${en}` });
  };
  say('承诺', 'promised', promised);
  say('内部', 'internal', internal, promised);
  say('法定', 'statutory', statutory);
  return said;
}
