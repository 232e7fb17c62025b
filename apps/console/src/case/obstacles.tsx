import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.ts';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import { labelled } from '../words/punctuation.ts';
import styles from './case.module.css';
import { type FormDocument, fieldsOf } from './form-fields.ts';

/** Why it cannot be done: each rule in its own words, and the fields that are wanted by their names. */
export function Obstacles({ error, of }: { readonly error: ProblemError; readonly of: { readonly form: FormDocument } }) {
  const { t } = useTranslation('case');
  const text = useText();
  const said = useSaid();
  const names = new Map(fieldsOf(of.form).map(({ name, title }) => [name, text(title)]));
  const fields = error.fields.map(({ path, message }) => ({ path, message, name: names.get(path.split('/')[1] ?? '') ?? '' }));
  const lines = [
    ...error.rules.map(({ rule, message }) => ({ key: rule + message, words: message, note: rule })),
    ...fields.map(({ path, name, message }) => ({ key: path + message, words: labelled(name, message), note: '' })),
  ];
  const list = (
    <ul className={styles.obstacles}>
      {lines.map(({ key, words, note }) => (
        <li key={key}>
          {words} {note !== '' && <span className={styles.rule}>{note}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={lines.length === 0 ? said(error) : t('notYet')}
      description={lines.length === 0 ? undefined : list}
    />
  );
}
