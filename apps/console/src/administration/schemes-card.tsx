import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Tag } from '../state/tag.tsx';
import { dayOf } from '../time/zone.ts';
import { useLanguage, useText } from '../words/language.ts';
import { labelled, listed, remarked, stated } from '../words/punctuation.ts';
import styles from './administration.module.css';
import { SchemeDialog } from './scheme-dialog.tsx';
import { SchemeWithdrawal } from './scheme-withdrawal.tsx';

type Scheme = components['schemas']['ReportScheme'];

/** What schools report, and what changes it. */
export function SchemesCard() {
  const { t } = useTranslation('rules');
  const schemes = api.useQuery('get', '/api/report-schemes');
  const [doing, setDoing] = useState<{ readonly what: 'change' | 'withdraw'; readonly key: string }>();
  const close = (): void => setDoing(undefined);
  return (
    <Answer of={schemes}>
      {({ items }) => {
        const chosen = items.find(({ key }) => key === doing?.key);
        return (
          <section className={styles.card} aria-labelledby="schemes-title">
            <header className={styles.cardHead}>
              <h2 id="schemes-title">{t('schemes')}</h2>
            </header>
            <ul className={styles.rows}>
              {items.map((scheme) => (
                <SchemeRow key={scheme.key} of={scheme} onDoing={(what) => setDoing({ what, key: scheme.key })} />
              ))}
            </ul>
            {chosen && doing?.what === 'change' && <SchemeDialog of={chosen} onClose={close} />}
            {chosen && doing?.what === 'withdraw' && <SchemeWithdrawal of={chosen} onClose={close} />}
          </section>
        );
      }}
    </Answer>
  );
}

interface SchemeRowProps {
  readonly of: Scheme;
  readonly onDoing: (what: 'change' | 'withdraw') => void;
}

function SchemeRow({ of: { title, documents, reports, onCause, rule, latest }, onDoing }: SchemeRowProps) {
  const { t } = useTranslation('rules');
  const text = useText();
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{text(title)}</strong>
          {latest?.isPending && <Tag tone="soon">{t('changesFrom', { since: latest.since })}</Tag>}
        </p>
        <p className={styles.small}>{documents.join(' · ')}</p>
        <ul className={styles.dots}>
          {reports.map((report) => (
            <li key={`${report.report} ${report.since ?? ''}`}>
              <ReportRule of={report} />
            </li>
          ))}
        </ul>
        <p className={styles.small}>{remarked(t(onCause), rule)}</p>
      </div>
      {latest?.isPending ? (
        <Button onClick={() => onDoing('withdraw')}>{t('withdrawChange')}</Button>
      ) : (
        <Button onClick={() => onDoing('change')}>{t('changeScheme')}</Button>
      )}
    </li>
  );
}

function ReportRule({ of: { title, every, due, basis, streak, since, until } }: { readonly of: Scheme['reports'][number] }) {
  const { t } = useTranslation('rules');
  const text = useText();
  const weekday = new Intl.DateTimeFormat(useLanguage() === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const days = listed(due.map((day) => (every === 'week' ? weekday.format(Date.UTC(2024, 0, day)) : String(day))));
  return (
    <>
      {since !== undefined && since > dayOf(present()) && `${t('fromThen', { since })} `}
      {stated([
        labelled(text(title), t(every, { days })),
        ...(streak === undefined ? [] : [t(streak.missMeans, { limit: streak.limit, rule: streak.rule })]),
      ])}
      {until !== undefined && ` ${t('untilThen', { until })}`} <span className={styles.small}>{basis.join(' ')}</span>
    </>
  );
}
