import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { labelled, stated } from '../words/punctuation.ts';
import styles from './administration.module.css';

interface SchemePreviewProps {
  readonly params: { readonly path: { readonly key: string }; readonly header: { readonly 'If-Match': string } };
  readonly body: paths['/api/report-schemes/{key}/preview']['post']['requestBody']['content']['application/json'];
}

/** What a change would come to, by the server's own reckoning, which also says what is wrong with it. */
export function SchemePreview({ params, body }: SchemePreviewProps) {
  const { t } = useTranslation(['rules', 'audit']);
  const preview = api.useQuery('post', '/api/report-schemes/{key}/preview', { params, body });
  return (
    <section className={styles.preview} aria-label={t('whatChanges')}>
      <Answer of={preview} lines={2}>
        {({ schools, periods, ended }) => (
          <>
            <p>{t('schoolsBy', { count: schools })}</p>
            <ul className={styles.dots}>
              {periods.map(({ report, periods: first }) => (
                <li key={report}>{labelled(t(`audit:${report}`), stated(first.map(({ from, to }) => t('fromTo', { from, to }))))}</li>
              ))}
              {ended.map(({ report, until }) => (
                <li key={report}>{t('endsWith', { report: t(`audit:${report}`), until })}</li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
