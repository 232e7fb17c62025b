import type { FieldTemplateProps, ObjectFieldTemplateProps, TemplatesType } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { type FieldSchema, isLong } from '../case/form-fields.ts';
import { stated } from '../words/punctuation.ts';
import { partIds } from './field-aria.ts';
import styles from './form.module.css';
import { LinesTemplate, LineTemplate } from './lines.tsx';

/** A field with what is wrong with it. A cell of a table has its name in the head of its column. */
function FieldTemplate(props: FieldTemplateProps) {
  const { id, children, rawErrors, schema, fieldPathId } = props;
  if (schema.type === 'object') return children;
  const filled = (
    <>
      {children}
      <Faults id={id} said={rawErrors} />
    </>
  );
  return fieldPathId.path.length > 1 ? filled : <NamedField {...props}>{filled}</NamedField>;
}

/** Its name above it, its help below. */
function NamedField({ id, label, required, children, rawDescription = '', uiSchema, ...props }: FieldTemplateProps) {
  const { t } = useTranslation('form');
  const schema = props.schema as FieldSchema;
  const isReckoned = schema['x-calc'] !== undefined;
  const name = (
    <>
      {label} {!required && !isReckoned && <span className={styles.faint}>{t('optional')}</span>}
    </>
  );
  return (
    <div className={styles.field} data-long={(!isReckoned && isLong(schema)) || undefined} data-widget={uiSchema?.['ui:widget']}>
      {schema.items?.type === 'object' ? (
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
    </div>
  );
}

function Faults({ id, said }: { readonly id: string; readonly said: readonly string[] | undefined }) {
  if (said === undefined || said.length === 0) return null;
  return (
    <p id={partIds.problem(id)} className={styles.fault}>
      {stated(said)}
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
