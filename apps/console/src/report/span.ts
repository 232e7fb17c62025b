import { useTranslation } from 'react-i18next';
import { useWritten } from '../time/formats.ts';

/** A day of the business zone as an instant within it. */
export const noonOf = (day: string): string => `${day}T12:00:00+08:00`;

/** The days of a period in words: 2 月 28 日—3 月 12 日. */
export function useSpan(): (period: { readonly from: string; readonly to: string }) => string {
  const { t } = useTranslation('reports');
  const written = useWritten();
  return ({ from, to }) => t('span', { from: written(noonOf(from), 'day'), to: written(noonOf(to), 'day') });
}
