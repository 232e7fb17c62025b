import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CarriedBpmn } from '#engine';
import { useText } from '../words/language.ts';
import { labelled } from '../words/punctuation.ts';
import styles from './carried-over.module.css';

/** What of a diagram a draft will have, and what it will not. */
export function CarriedOver({ steps, losses }: Pick<CarriedBpmn, 'steps' | 'losses'>) {
  const { t } = useTranslation('exchange');
  const text = useText();
  return (
    <>
      <section className={styles.part} aria-label={t('understood')}>
        <h3>
          <CheckCircleOutlined className={styles.done} aria-hidden /> {labelled(t('understood'), t('steps', { count: steps.length }))}
        </h3>
        <ol className={styles.steps}>
          {steps.map(({ path, title }) => (
            <li key={path}>{title}</li>
          ))}
        </ol>
      </section>
      <section className={styles.part} aria-label={t('leftOut')}>
        <h3>
          {losses.length === 0 ? (
            <CheckCircleOutlined className={styles.done} aria-hidden />
          ) : (
            <ExclamationCircleOutlined className={styles.soon} aria-hidden />
          )}{' '}
          {losses.length === 0 ? t('leftOutNothing') : t('leftOutCount', { count: losses.length })}
        </h3>
        {losses.length > 0 && (
          // Longer than the dialog: scrolled by keyboard as well.
          <ul className={styles.losses} tabIndex={0} aria-label={t('leftOut')}>
            {losses.map(({ code, element, name, message }) => (
              <li key={`${code} ${element} ${message.zh}`}>
                <span className={styles.what}>
                  {name !== '' && <strong>{name}</strong>} {element !== '' && <code>{element}</code>}
                </span>
                {text(message)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
