import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { SystemPage } from './system-page.tsx';
import { isSound, useVerification } from './verification.ts';

/** Of those that are sound, as many as are shown. */
const shown = 20;

/** Reckons the hash chains of histories anew, case by case. */
export function HistoriesPage() {
  const { t } = useTranslation('system');
  const said = useSaid();
  const { state, verified, error, start, stop } = useVerification();
  const unsound = verified.filter((one) => !isSound(one));
  const latest = verified.filter(isSound).slice(-shown).reverse();
  return (
    <SystemPage part="histories" about={t('historiesAbout')}>
      <section className={styles.card} aria-label={t('histories')}>
        <div className={styles.cardHead}>
          <p aria-live="polite">
            {state === 'running' && <LoadingOutlined aria-hidden />} {state !== 'not-begun' && t('verified', { count: verified.length })}
            {state === 'done' && unsound.length === 0 && (
              <span className={styles.good}>
                {' '}
                <CheckCircleFilled aria-hidden /> {t('allIntact')}
              </span>
            )}
            {unsound.length > 0 && (
              <span className={styles.bad}>
                {' '}
                <CloseCircleFilled aria-hidden /> {t('broken', { count: unsound.length })}
              </span>
            )}
          </p>
          {state === 'running' ? (
            <Button onClick={stop}>{t('stop')}</Button>
          ) : (
            <Button type="primary" onClick={() => void start()}>
              {t('verifyAll')}
            </Button>
          )}
        </div>
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
        {verified.length === 0 && state !== 'running' && <Empty title={t('notVerified')} hint={t('notVerifiedHint')} />}
        <ul className={styles.rows}>
          {[...unsound, ...latest].map((one) => (
            <VerifiedRow key={one.id} of={one} />
          ))}
        </ul>
      </section>
    </SystemPage>
  );
}

function VerifiedRow({ of: verified }: { readonly of: components['schemas']['VerifiedCase'] }) {
  const { t } = useTranslation('system');
  const text = useText();
  const { id, title, number, rows, brokenAt, lastHash } = verified;
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/cases/${id}`}>{text(title)}</Link>
          <span className={styles.small}>#{number}</span>
        </p>
        <p className={styles.small}>
          {brokenAt === undefined ? t('lastHash', { hash: lastHash.slice(0, 16) }) : t('brokenAt', { row: brokenAt })}
        </p>
      </div>
      {isSound(verified) ? (
        <p className={styles.good}>
          <CheckCircleFilled aria-hidden /> {t('intact', { count: rows })}
        </p>
      ) : (
        <p className={styles.bad}>
          <CloseCircleFilled aria-hidden /> {t(brokenAt === undefined ? 'notRebuilt' : 'notIntact')}
        </p>
      )}
    </li>
  );
}
