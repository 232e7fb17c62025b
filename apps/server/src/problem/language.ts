export type Language = 'zh' | 'en';

/** The caller's language by RFC 9110 §12.5.4: English if it is preferred to Chinese, otherwise Chinese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) };
  });
  const weightOf = (language: Language) =>
    Math.max(0, ...weights.filter((entry) => entry.language === language).map(({ weight }) => weight));
  return weightOf('en') > weightOf('zh') ? 'en' : 'zh';
}
