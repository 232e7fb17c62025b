import { ClockCircleOutlined, ExclamationCircleOutlined, FieldTimeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { present } from '../session/session.ts';
import { useSpecialDays } from './calendar.ts';
import styles from './due.module.css';
import { useWritten } from './formats.ts';
import { workingDaysBetween } from './working-days.ts';
import { dayOf } from './zone.ts';

type Urgency = 'late' | 'soon' | 'waiting';

const signs: Readonly<Record<Urgency, ReactNode>> = {
  late: <ExclamationCircleOutlined aria-hidden />,
  soon: <FieldTimeOutlined aria-hidden />,
  waiting: <ClockCircleOutlined aria-hidden />,
};

/** How long there is, in working days, with the exact time for whoever points at it. */
export function Due({ at }: { readonly at: string | undefined }) {
  const { t } = useTranslation('time');
  const written = useWritten();
  const told = useTold();
  if (at === undefined) return <span className={styles.none}>{t('noDue')}</span>;
  const { urgency, text } = told(Date.parse(at));
  return (
    <time dateTime={at} title={written(at, 'exact')} className={styles[urgency]}>
      {signs[urgency]} {text}
    </time>
  );
}

/** The same as text, and how pressing it is. */
function useTold(): (due: number) => { readonly urgency: Urgency; readonly text: string } {
  const { t } = useTranslation('time');
  const written = useWritten();
  const special = useSpecialDays();
  return (due) => {
    const now = present();
    const names = { day: written(due, 'day'), clock: written(due, 'clock') };
    if (due <= now) {
      const count = workingDaysBetween(dayOf(due), dayOf(now), special);
      const text = count === 0 ? t('overdueToday', names) : t('overdueDays', { ...names, count: count ?? 400 });
      return { urgency: 'late', text };
    }
    if (dayOf(due) === dayOf(now)) return { urgency: 'soon', text: t('dueToday', names) };
    const left = workingDaysBetween(dayOf(now), dayOf(due), special);
    if (left === undefined) return { urgency: 'waiting', text: written(due, 'date') };
    return { urgency: left <= 1 ? 'soon' : 'waiting', text: t('workingDaysLeft', { ...names, count: left }) };
  };
}
