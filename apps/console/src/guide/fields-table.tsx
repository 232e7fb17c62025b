import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import styles from './guide.module.css';
import { type Guide, Part } from './part.tsx';

/** What to fill in, or what to attach; nothing where there is none. */
export function FieldsTable({ title, fields }: { readonly title: string; readonly fields: Guide['fields'] }) {
  const { t } = useTranslation('guide');
  const text = useText();
  if (fields.length === 0) return null;
  const hasHelp = fields.some(({ help }) => help !== undefined);
  return (
    <Part title={title}>
      <table className={styles.table}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col" className={styles.narrow}>
              {t('required')}
            </th>
            {hasHelp && <th scope="col">{t('help')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, title: label, isRequired, shownWhen, requiredWhen, help }) => (
            <tr key={name}>
              <th scope="row">
                {text(label)}
                {shownWhen && <p className={styles.condition}>{t('onlyWhen', { condition: text(shownWhen) })}</p>}
                {requiredWhen && <p className={styles.condition}>{t('requiredWhen', { condition: text(requiredWhen) })}</p>}
              </th>
              <td data-label={t('required')}>{t(isRequired ? 'required' : requiredWhen ? 'sometimes' : 'optional')}</td>
              {hasHelp && <td data-label={t('help')}>{help ?? t('none')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
