import { useTranslation } from 'react-i18next';
import { present } from '../session/session.ts';
import { useWritten } from './formats.ts';
import { dayOf } from './zone.ts';

/** When something was: near the present by how long ago, otherwise by its day; exactly for whoever points at it. */
export function Instant({ at }: { readonly at: string }) {
  const { t } = useTranslation('time');
  const written = useWritten();
  const instant = Date.parse(at);
  const minutes = Math.floor((present() - instant) / 60_000);
  const isThisYear = dayOf(instant).slice(0, 4) === dayOf(present()).slice(0, 4);
  const ago = (): string => {
    if (minutes < 1) return t('justNow');
    if (minutes < 60) return t('minutesAgo', { count: minutes });
    if (minutes < 12 * 60) return t('hoursAgo', { count: Math.floor(minutes / 60) });
    return `${written(instant, isThisYear ? 'day' : 'date')} ${written(instant, 'clock')}`;
  };
  return (
    <time dateTime={at} title={written(at, 'exact')}>
      {ago()}
    </time>
  );
}
