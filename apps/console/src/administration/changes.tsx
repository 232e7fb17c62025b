import { useTranslation } from 'react-i18next';
import styles from './administration.module.css';

interface ChangesProps {
  readonly before: unknown;
  readonly after: unknown;
}

/** What there was and what there is now, name by name. */
export function Changes({ before, after }: ChangesProps) {
  const { t } = useTranslation('system');
  const [old, present] = [recordOf(before), recordOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(present)])];
  if (names.length === 0) return null;
  return (
    <details className={styles.changes}>
      <summary>{t('details')}</summary>
      <dl>
        {names.map((name) => (
          <Change key={name} name={name} before={written(old[name])} after={written(present[name])} />
        ))}
      </dl>
    </details>
  );
}

function Change({ name, before, after }: { readonly name: string; readonly before: string; readonly after: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {before !== '' && before !== after && <del>{before}</del>} {after}
      </dd>
    </>
  );
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
