import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { FieldValue } from './field-value.tsx';
import { type Case, type FieldSchema, isEmpty } from './form-fields.ts';

interface RoundChangesProps {
  readonly of: Case;
  readonly from: number;
  readonly to: number;
}

/** What somebody has changed in the form with what they did, shown when it is asked for. */
export function RoundChanges({ of, from, to }: RoundChangesProps) {
  const { t } = useTranslation('case');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        type="link"
        size="small"
        className={styles.attachment}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hideChanges' : 'showChanges', { version: to })}
      </Button>
      <div id={id}>{isOpen && <Changes of={of} from={from} to={to} />}</div>
    </div>
  );
}

function Changes({ of, from, to }: RoundChangesProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const found = api.useQuery('get', '/api/instances/{id}/changes', { params: { path: { id: of.id }, query: { from, to } } });
  const { properties = {} } = of.form.schema as FieldSchema;
  const shown = (field: string, value: unknown) =>
    isEmpty(value) ? t('nothingThere') : <FieldValue schema={properties[field] ?? { type: 'string' }} value={value} />;
  return (
    <Answer of={found} lines={2}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className={styles.faint}>{t('noChanges')}</p>
        ) : (
          <dl className={styles.changes}>
            {changes.map(({ field, title, was, is }) => (
              <div key={field}>
                <dt>{text(title)}</dt>
                <dd>
                  <del>
                    <span className="unseen">{t('before')}</span> {shown(field, was)}
                  </del>
                  <ins>
                    <span className="unseen">{t('since')}</span> {shown(field, is)}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </Answer>
  );
}
