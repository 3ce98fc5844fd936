import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '../../../workflows/case/calendar.ts';

export type Language = 'zh' | 'en';

const KEPT_AS = 'onething.language';
const files = import.meta.glob<{ default: object }>(['../words/*.zh.ts', '../words/*.en.ts']);

/** i18next with the words of one desk a file: `words/DESK.LANGUAGE.ts`, fetched when a page of the desk first asks for them. */
export const i18n = createInstance();

export async function startLanguage(): Promise<void> {
  i18n.on('languageChanged', tellDocument);
  await i18n
    .use(initReactI18next)
    .use({
      type: 'backend' as const,
      init: () => undefined,
      read: (language: string, desk: string) => files[`../words/${desk}.${language}.ts`]!().then((file) => file.default as Record<string, string>),
    })
    .init({ lng: languageAtStart(), supportedLngs: ['zh', 'en'], fallbackLng: false, ns: ['app'], defaultNS: 'app', interpolation: { escapeValue: false }, returnNull: false });
}

/** The reader's language: the API's bilingual texts in it, and how to change it. */
export function useLanguage(): { readonly language: Language; readonly say: (text: Text) => string; readonly speak: (language: Language) => void } {
  const { i18n: current } = useTranslation();
  const language: Language = current.language === 'en' ? 'en' : 'zh';
  const say = useCallback((text: Text) => text[language], [language]);
  const speak = useCallback((next: Language) => {
    localStorage.setItem(KEPT_AS, next);
    void current.changeLanguage(next);
  }, [current]);
  return { language, say, speak };
}

/** Chosen before, else the browser's; Chinese unless it asks for something else first. */
function languageAtStart(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('zh') ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh';
}

function tellDocument(language: string): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
