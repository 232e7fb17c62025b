import type { FieldTemplateProps, ObjectFieldTemplateProps, TemplatesType } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { type FieldSchema, isLong } from '../case/form-fields.ts';
import { partIds } from './field-aria.ts';
import styles from './form.module.css';
import { LinesTemplate, LineTemplate } from './lines.tsx';

/** A field: its name, its input, its help, what is wrong with it. A cell of a table has its name in the column's head. */
function FieldTemplate({
  id,
  label,
  required,
  children,
  rawErrors = [],
  rawDescription = '',
  schema,
  uiSchema,
  fieldPathId,
}: FieldTemplateProps) {
  const { t } = useTranslation('form');
  const depth = fieldPathId.path.length;
  if (schema.type === 'object') return children;
  const isReckoned = (schema as FieldSchema)['x-calc'] !== undefined;
  const isTable = (schema as FieldSchema).items?.type === 'object';
  const faults = <Faults id={id} said={rawErrors} />;
  if (depth > 1) {
    return (
      <>
        {children}
        {faults}
      </>
    );
  }
  const name = (
    <>
      {label} {!required && !isReckoned && <span className={styles.faint}>{t('optional')}</span>}
    </>
  );
  return (
    <div
      className={styles.field}
      data-long={(!isReckoned && isLong(schema as FieldSchema)) || undefined}
      data-widget={uiSchema?.['ui:widget']}
    >
      {isTable ? (
        <p id={`${id}__title`} className={styles.label}>
          {name}
        </p>
      ) : (
        <label htmlFor={id} className={styles.label}>
          {name}
        </label>
      )}
      {children}
      {rawDescription !== '' && (
        <p id={partIds.help(id)} className={styles.help}>
          {rawDescription}
        </p>
      )}
      {faults}
    </div>
  );
}

function Faults({ id, said }: { readonly id: string; readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <p id={partIds.problem(id)} className={styles.fault}>
      {said.join('；')}
    </p>
  );
}

/** The form itself, or a line of a table in it. */
function ObjectTemplate({ properties, fieldPathId }: ObjectFieldTemplateProps) {
  if (fieldPathId.path.length === 0) return <div className={styles.fields}>{properties.map(({ content }) => content)}</div>;
  return properties.map(({ name, content }) => <td key={name}>{content}</td>);
}

const nothing = (): null => null;

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: LinesTemplate,
  ArrayFieldItemTemplate: LineTemplate,
  FieldErrorTemplate: nothing,
  FieldHelpTemplate: nothing,
  DescriptionFieldTemplate: nothing,
  ErrorListTemplate: nothing,
};
