import { useTranslation } from 'react-i18next';
import { useWritten } from '../time/formats.ts';
import styles from './administration.module.css';
import { type ChangeLine, changeLines } from './change-lines.ts';

interface ChangesProps {
  readonly before: unknown;
  readonly after: unknown;
}

/** What there was and what there is now, name by name. */
export function Changes({ before, after }: ChangesProps) {
  const { t } = useTranslation('system');
  const lines = changeLines(before, after, useChangeWords());
  if (lines.length === 0) return null;
  return (
    <details className={styles.changes}>
      <summary>{t('details')}</summary>
      <dl>
        {lines.map((line) => (
          <Change key={line.name} of={line} />
        ))}
      </dl>
    </details>
  );
}

/** Names and values are kept by words of the audit log, of organisations, and of channels. */
function useChangeWords() {
  const { t, i18n } = useTranslation(['audit', 'organisations', 'system']);
  const written = useWritten();
  const places = (key: string): readonly string[] => [`audit:${key}`, `organisations:${key}`, `system:kind-${key}`, `system:${key}`];
  const wordOf = (key: string): string | undefined => {
    const known = places(key).find((place) => i18n.exists(place));
    return known === undefined ? undefined : t(known as 'audit:name');
  };
  return { wordOf, instant: (at: string) => written(at, 'exact') };
}

function Change({ of: { name, before, after } }: { readonly of: ChangeLine }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {before !== '' && before !== after && <del>{before}</del>} {after}
      </dd>
    </>
  );
}
