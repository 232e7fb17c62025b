import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EditableForm } from '../form/editable-form.tsx';
import { isOwn } from '../form/shape.ts';
import styles from './case.module.css';
import { type Draft, useDraft } from './drafts.ts';
import { useDryRun } from './dry-run.ts';
import { type Case, fieldsOf, type OwnTask } from './form-fields.ts';

type Values = Case['form']['fields'];
type Fields = NonNullable<Draft['fields']>;

/** What this step has to fill in, or may. Kept as a draft until the decision takes it along. */
export function StepFields({ of, task }: { readonly of: Case; readonly task: OwnTask }) {
  const { t } = useTranslation('case');
  const { draft, write } = useDraft(task.id);
  const foretold = useDryRun(of, task, draft);
  const own = useMemo(
    () => fieldsOf(of.form).filter(({ name, schema }) => isOwn(task.access[name]) && schema['x-calc'] === undefined),
    [of.form, task.access],
  );
  const now = useMemo(() => filled({ ...of.form.fields, ...draft.fields }), [of.form.fields, draft.fields]);
  if (own.length === 0) return null;
  const names = own.map(({ name }) => name);
  return (
    <section className={`${styles.paper} ${styles.fill}`} aria-labelledby={`fill-${task.id}`}>
      <h2 id={`fill-${task.id}`}>{t('fillHere')}</h2>
      <EditableForm
        name={`fill-${task.id}`}
        form={of.form}
        access={task.access}
        fields={now}
        problems={foretold.error?.fields}
        isWanted={foretold.error?.code === 'form.invalid'}
        calculated={foretold.data?.calculated ?? of.form.fields}
        onChange={(fields) => write({ fields: differing(names, of.form.fields, fields) })}
      />
    </section>
  );
}

const filled = (fields: Values): Values => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Only what is not as the case has it; null for what was emptied. */
export function differing(names: readonly string[], was: Values, is: Fields): Fields {
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return Object.fromEntries(changed.map((name) => [name, is[name] ?? null]));
}
