import { Alert, App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import type { Field } from '../case/form-fields.ts';
import { EditableForm } from '../form/editable-form.tsx';
import { useSaid } from '../state/failed.tsx';
import styles from './report.module.css';
import { isWide, partsOf, requiredIn } from './report-fields.ts';
import { type Fields, useTyped } from './typed.ts';
import type { Key, Report } from './types.ts';

interface ReportFormProps {
  readonly of: Report;
  readonly name: Key;
}

/** A report being filled in: kept here while it is typed, on the server when it is saved or filed. */
export function ReportForm({ of, name }: ReportFormProps) {
  const { t } = useTranslation('reports');
  const { typed, write, drop } = useTyped(`${name.school} ${name.report} ${name.period}`);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const path = { params: { path: name } };
  const save = api.useMutation('put', '/api/schools/{school}/reports/{report}/{period}/draft', {
    onSuccess: () => {
      drop();
      void message.success(t('saved'));
    },
  });
  const submit = api.useMutation('post', '/api/schools/{school}/reports/{report}/{period}/submission', {
    onSuccess: () => {
      drop();
      void message.success(t('submitted'));
      void navigate(`/reports/${name.school}`);
    },
  });
  const fields = filledIn({ ...of.form.fields, ...typed });
  const error = [submit.error, save.error].find((one) => one instanceof ProblemError);
  const isTyped = Object.keys(typed).length > 0;
  const { words, figures } = useMemo(() => partsOf(of), [of]);
  const parts = { of, fields, error, onWrite: write };
  return (
    <form className={`${styles.card} ${styles.form}`} onSubmit={(event) => event.preventDefault()}>
      {of.state === 'missed' && <Alert type="warning" showIcon title={t('lateWarning')} />}
      {of.state === 'returned' && <Alert type="warning" showIcon title={t('returnedWarning')} />}
      <Part title={t('sectionText')} shown={words} {...parts} />
      {figures.length > 0 && <Part title={t('section')} shown={figures} {...parts} />}
      {error && <Refused error={error} />}
      <p className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={submit.isPending} onClick={() => submit.mutate({ ...path, body: { fields } })}>
          {t(of.state === 'missed' ? 'submitLate' : 'submit')}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate({ ...path, body: { fields } })}>
          {t('save')}
        </Button>
        {isTyped && <span className={styles.faint}>{t('typedHere')}</span>}
      </p>
    </form>
  );
}

/** A field that was emptied is none. */
const filledIn = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

interface PartProps {
  readonly of: Report;
  readonly title: string;
  readonly shown: readonly Field[];
  readonly fields: Fields;
  readonly error: ProblemError | undefined;
  readonly onWrite: (fields: Fields) => void;
}

function Part({ of, title, shown, fields, error, onWrite }: PartProps) {
  const { form, access } = useMemo(() => formPart(of, shown), [of, shown]);
  const write = (written: Fields): void => {
    const changed = shown.filter(({ name }) => JSON.stringify(written[name]) !== JSON.stringify(fields[name]));
    if (changed.length > 0) onWrite(Object.fromEntries(changed.map(({ name }) => [name, written[name] ?? null])));
  };
  return (
    <section>
      <h2>{title}</h2>
      <EditableForm name="field" form={form} access={access} fields={fields} problems={error?.fields} onChange={write} />
    </section>
  );
}

/** Some of a report's fields as a form of their own; texts without a limit get room. */
function formPart(of: Report, shown: readonly Field[]) {
  const required = requiredIn(of);
  const { schema, ui } = of.form;
  const properties = shown.map((field) => [field.name, isWide(field) ? { maxLength: 4000, ...field.schema } : field.schema] as const);
  const access = shown.map(({ name }) => [name, required.has(name) ? 'required' : 'write'] as const);
  return {
    form: { schema: { ...(schema as object), properties: Object.fromEntries(properties) }, ui },
    access: Object.fromEntries(access),
  };
}

/** What is in the way, in the rules' own words; what a field is about stands at the field. */
function Refused({ error }: { readonly error: ProblemError }) {
  const { t } = useTranslation('reports');
  const said = useSaid();
  const rules = error.rules.map(({ rule, message }) => (
    <li key={message}>
      {message} <span className={styles.faint}>{rule}</span>
    </li>
  ));
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={rules.length > 0 ? t('notYet') : said(error)}
      description={rules.length > 0 ? <ul>{rules}</ul> : undefined}
    />
  );
}
