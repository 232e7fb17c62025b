import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../words/language.ts';
import styles from './administration.module.css';
import type { Every, Report, ReportFields } from './scheme-draft.ts';

const cadences = ['half-month', 'month', 'week'] as const satisfies readonly Every[];

interface ReportRowProps {
  readonly report: Report;
  readonly of: ReportFields;
  readonly put: (change: Partial<ReportFields>) => void;
}

/** Whether a report is asked for, how often, on which days, and when misses are too many. */
export function ReportRow({ report, of, put }: ReportRowProps) {
  const { t } = useTranslation(['rules', 'audit']);
  const { isAsked, every, limit } = of;
  const name = t(`audit:${report}`);
  return (
    <fieldset className={styles.report}>
      <Checkbox checked={isAsked} onChange={({ target }) => put({ isAsked: target.checked })}>
        {name}
      </Checkbox>
      {isAsked && (
        <>
          <Select
            aria-label={t('howOften', { report: name })}
            value={every}
            options={cadences.map((value) => ({ value, label: t(`every-${value}`) }))}
            onChange={(chosen) => put({ every: chosen, first: chosen === 'week' ? 7 : chosen === 'month' ? 27 : 12, second: 27 })}
          />
          <DueDays name={name} of={of} put={put} />
          <label>
            <span>{t('limit')}</span>
            <InputNumber
              className={styles.number}
              aria-label={t('limitOf', { report: name })}
              min={1}
              max={12}
              value={limit}
              placeholder={t('noLimit')}
              onChange={(value) => put({ limit: value })}
            />
          </label>
        </>
      )}
    </fieldset>
  );
}

function DueDays({ name, of: { every, first, second }, put }: { readonly name: string } & Pick<ReportRowProps, 'of' | 'put'>) {
  const { t } = useTranslation('rules');
  const weekday = new Intl.DateTimeFormat(useLanguage() === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'long', timeZone: 'UTC' });
  if (every === 'week') {
    // 1 January 2024 was a Monday.
    const options = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekday.format(Date.UTC(2024, 0, value)) }));
    return (
      <Select aria-label={t('dueDay', { report: name })} value={first} options={options} onChange={(value) => put({ first: value })} />
    );
  }
  const day = (which: 'first' | 'second', value: number) => (
    <InputNumber
      className={styles.number}
      aria-label={t(which === 'first' ? 'dueDay' : 'secondDueDay', { report: name })}
      min={1}
      max={28}
      value={value}
      onChange={(chosen) => chosen !== null && put({ [which]: chosen })}
    />
  );
  return (
    <span className={styles.actions}>
      {day('first', first)}
      {every === 'half-month' && day('second', second)}
      <span>{t('daysOfMonth')}</span>
    </span>
  );
}
