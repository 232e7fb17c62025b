import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Tag } from '../state/tag.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { WindowsDialog } from './windows-dialog.tsx';
import { WindowsWithdrawal } from './windows-withdrawal.tsx';
import { useYear, YearSteps } from './year-steps.tsx';

/** The windows of a year, and what changes them. */
export function WindowsCard() {
  const { t } = useTranslation('rules');
  const [year, go] = useYear();
  const [doing, setDoing] = useState<'change' | 'withdraw'>();
  const close = (): void => setDoing(undefined);
  const windows = api.useQuery('get', '/api/calendars/{year}/windows', { params: { path: { year } } });
  return (
    <section className={styles.card} aria-labelledby="windows-title">
      <header className={styles.cardHead}>
        <h2 id="windows-title">{t('windowsOf', { year })}</h2>
        <YearSteps year={year} go={go} />
      </header>
      <Answer of={windows}>
        {(shown) => (
          <>
            {shown.items.length === 0 ? (
              <Empty title={t('noWindows')} hint={t('noWindowsHint')} />
            ) : (
              <ul className={styles.rows}>
                {shown.items.map((window) => (
                  <WindowRow key={`${window.season} ${window.role}`} of={window} />
                ))}
              </ul>
            )}
            <footer className={styles.cardFoot}>
              <Button onClick={() => setDoing('change')}>{t(shown.entered ? 'changeWindows' : 'enterWindows')}</Button>
              {shown.entered && (
                <>
                  <Button onClick={() => setDoing('withdraw')}>{t('withdraw')}</Button>
                  <span className={styles.small}>
                    {t('enteredBy', { by: shown.entered.by })} · <Instant at={shown.entered.at} />
                  </span>
                </>
              )}
            </footer>
            {doing === 'change' && <WindowsDialog year={year} of={shown} onClose={close} />}
            {doing === 'withdraw' && <WindowsWithdrawal year={year} version={shown.version} onClose={close} />}
          </>
        )}
      </Answer>
    </section>
  );
}

function WindowRow({
  of: { season, role, from, to, opens, closes, notice, isAssumed, warning },
}: {
  readonly of: components['schemas']['ApplicationWindow'];
}) {
  const { t } = useTranslation('rules');
  const text = useText();
  const isOpen = Date.parse(opens) <= present() && present() < Date.parse(closes);
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>
            {t(season)} · {t(role)}
          </strong>
          {isOpen && <Tag tone="good">{t('isOpen')}</Tag>}
          {isAssumed && <Tag tone="soon">{t('isAssumed')}</Tag>}
        </p>
        <p className={styles.small}>{notice}</p>
        {warning && <p className={styles.small}>{text(warning)}</p>}
      </div>
      <p>{t('fromTo', { from, to })}</p>
    </li>
  );
}
