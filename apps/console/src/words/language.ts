import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { catalogue, type Resources, resourcesIn } from './catalogue.ts';
import { type Language, type Text, textIn } from './text.ts';

export type { Language, Text } from './text.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: Resources;
  }
}

const remembered = 'shenpi.language';

/** Chinese, unless English was chosen here before. */
export async function prepareWords(): Promise<void> {
  const lng = localStorage.getItem(remembered) === 'en' ? 'en' : 'zh';
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    ns: Object.keys(catalogue),
    defaultNS: 'frame',
    keySeparator: false,
    resources: { zh: resourcesIn('zh'), en: resourcesIn('en') },
    interpolation: { escapeValue: false },
    // Looked for by every test of a page.
    parseMissingKeyHandler: (key) => `⟦${key}⟧`,
  });
  document.documentElement.lang = languageTag();
  addEventListener('storage', ({ key, newValue }) => {
    if (key === remembered && (newValue === 'zh' || newValue === 'en')) void show(newValue);
  });
}

const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** For the server and for the browser (BCP 47). */
export const languageTag = (): 'en' | 'zh-CN' => (language() === 'en' ? 'en' : 'zh-CN');

/** Here, and in the browser's other windows. */
export async function speak(chosen: Language): Promise<void> {
  localStorage.setItem(remembered, chosen);
  await show(chosen);
}

async function show(chosen: Language): Promise<void> {
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = languageTag();
}

/** What the server says in both languages, for components, which are drawn anew when the language changes. */
export function useText(): (text: Text) => string {
  const { i18n } = useTranslation();
  const chosen = i18n.language === 'en' ? 'en' : 'zh';
  return (text) => textIn(chosen, text);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}
