import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useText } from '../words/language.ts';
import { listed } from '../words/punctuation.ts';
import styles from './case.module.css';
import { FieldValue } from './field-value.tsx';
import { type Case, type Field, fieldsOf, isEmpty, isLong } from './form-fields.ts';

const columnLength = 24;

/** The form as it was filled in, with what is different from the version before. */
export function FormView({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const text = useText();
  const { fields } = of.form;
  const all = fieldsOf(of.form);
  const former = useFormer(of);
  // What was emptied in this round is a change, too.
  const isShown = (name: string): boolean => !isEmpty(fields[name]) || former.has(name);
  const filled = all.filter(({ name }) => isShown(name));
  const empty = all.filter(({ name, schema }) => !isShown(name) && schema['x-calc'] === undefined && !of.form.absent?.includes(name));
  return (
    <section className={styles.paper} aria-labelledby="form-title">
      <h2 id="form-title">{t('form')}</h2>
      <dl className={styles.fields}>
        {filled.map((field) => (
          <ReadField key={field.name} field={field} value={fields[field.name]} former={former.get(field.name)} />
        ))}
      </dl>
      {empty.length > 0 && (
        <details className={styles.empty}>
          <summary>{t('notFilled', { count: empty.length })}</summary>
          <p>{listed(empty.map(({ title }) => text(title)))}</p>
        </details>
      )}
    </section>
  );
}

/** What would be cramped in a column. */
const isWide = (schema: Field['schema'], value: unknown): boolean =>
  isLong(schema) && (typeof value !== 'string' || value.length > columnLength);

interface Former {
  readonly was: unknown;
}

/** What was on the table in the round before: when it was last sent back, and else one version ago. */
const formerVersion = ({ form: { version }, myTasks, returned }: Case): number =>
  myTasks.find(({ sinceReturn }) => sinceReturn !== undefined)?.sinceReturn?.formVersion ?? returned.at(-1)?.formVersion ?? version - 1;

/** What the changed fields held then; nothing is asked while nothing was before. */
function useFormer(of: Case): ReadonlyMap<string, Former> {
  const { version } = of.form;
  const from = formerVersion(of);
  const { data } = api.useQuery(
    'get',
    '/api/instances/{id}/changes',
    { params: { path: { id: of.id }, query: { from, to: version } } },
    { enabled: from > 0 && from < version },
  );
  return new Map((data?.changes ?? []).map(({ field, was }) => [field, { was }]));
}

function ReadField({
  field: { title, schema },
  value,
  former,
}: {
  readonly field: Field;
  readonly value: unknown;
  readonly former: Former | undefined;
}) {
  const { t } = useTranslation('case');
  const text = useText();
  return (
    <div className={isWide(schema, value) ? styles.long : undefined} data-changed={former === undefined ? undefined : true}>
      <dt>
        {text(title)}
        {former && <span className={styles.changed}>{t('changed')}</span>}
      </dt>
      <dd>
        {isEmpty(value) ? t('emptied') : <FieldValue schema={schema} value={value} />}
        {former && <Was former={former.was} schema={schema} />}
      </dd>
    </div>
  );
}

function Was({ former, schema }: { readonly former: unknown; readonly schema: Field['schema'] }) {
  const { t } = useTranslation('case');
  return (
    <div className={styles.was}>
      {isEmpty(former) ? (
        t('wasEmpty')
      ) : (
        <>
          {t('was', { value: '' })}
          <FieldValue schema={schema} value={former} />
        </>
      )}
    </div>
  );
}
