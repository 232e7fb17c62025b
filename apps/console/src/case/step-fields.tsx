import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { useDraft } from './drafts.ts';
import { FieldInput } from './field-input.tsx';
import { type Case, type Field, fieldsOf, isLong, type OwnTask } from './form-fields.ts';

/** What this step has to fill in, or may. Kept as a draft until the decision takes it along. */
export function StepFields({ of, task }: { readonly of: Case; readonly task: OwnTask }) {
  const { t } = useTranslation('case');
  const { draft, write } = useDraft(task.id);
  const own = fieldsOf(of.form).filter(({ name, schema }) => isOwn(task.access[name]) && schema['x-calc'] === undefined);
  if (own.length === 0) return null;
  const valueOf = (name: string): unknown =>
    draft.fields !== undefined && name in draft.fields ? draft.fields[name] : of.form.fields[name];
  return (
    <section className={`${styles.paper} ${styles.fill}`} aria-labelledby={`fill-${task.id}`}>
      <h2 id={`fill-${task.id}`}>{t('fillHere')}</h2>
      <div className={styles.inputs}>
        {own.map((field) => (
          <StepField
            key={field.name}
            field={field}
            isRequired={task.access[field.name] === 'required'}
            value={valueOf(field.name)}
            onChange={(value) => write({ fields: { ...draft.fields, [field.name]: value } })}
          />
        ))}
      </div>
    </section>
  );
}

const isOwn = (access: OwnTask['access'][string] | undefined): boolean => access === 'write' || access === 'required';

interface StepFieldProps {
  readonly field: Field;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function StepField({ field: { name, title, schema }, isRequired, value, onChange }: StepFieldProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const id = `field-${name}`;
  return (
    <div className={isLong(schema) ? styles.long : undefined}>
      <label htmlFor={id}>
        {text(title)} {!isRequired && <span className={styles.faint}>{t('optional')}</span>}
      </label>
      <FieldInput id={id} label={text(title)} schema={schema} value={value} onChange={onChange} />
      {schema.description !== undefined && <p className={styles.faint}>{schema.description}</p>}
    </div>
  );
}
