import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addField, type FormField, fieldNames, fieldPointer, keysOf, moveField, renameField } from '#engine';
import { EditableForm } from '../../form/editable-form.tsx';
import type { Values } from '../../form/fields-form.tsx';
import { useText } from '../../words/language.ts';
import { remove } from '../document/deeds.ts';
import { change, useAt, useDefinition } from '../document/designed.ts';
import { select } from '../document/selection.ts';
import { Section, Wrong } from '../inputs/labelled.tsx';
import { NameInput } from '../inputs/name-input.tsx';
import { PlaceLink } from '../inputs/place-link.tsx';
import { FieldInputs, fieldKinds, freshField } from './field-inputs.tsx';
import styles from './panels.module.css';

/** The form: all of it, or one of its fields. */
export function FormPanel({ pointer }: { readonly pointer: string }) {
  const [, , , name] = keysOf(pointer);
  return name === undefined ? <WholeForm /> : <OneField name={name} />;
}

function WholeForm() {
  const { t } = useTranslation('designer');
  const text = useText();
  const definition = useDefinition();
  const add = (kind: (typeof fieldKinds)[number]): void => {
    let name = '';
    change((document) => {
      const added = addField(document, freshField(kind, t(`field-${kind}`)));
      name = added.name;
      return added.definition;
    });
    select(fieldPointer(name));
  };
  return (
    <>
      <h2>{t('form')}</h2>
      <ul className={styles.ways}>
        {fieldNames(definition).map((name) => {
          const field = definition.form.schema.properties[name];
          const { title, 'x-en': en } = field ?? { title: name };
          const isConditional = field?.['x-shown'] !== undefined || field?.['x-required'] !== undefined;
          return (
            <li key={name} className={styles.head}>
              <span>
                <PlaceLink to={fieldPointer(name)}>{text({ zh: title, ...(en !== undefined && { en }) })}</PlaceLink>
                {isConditional && <span className={styles.kind}> {t('conditional')}</span>}
              </span>
              <Moves name={name} />
            </li>
          );
        })}
      </ul>
      <Section title={t('addField')} isOpen>
        <div className={styles.kinds}>
          {fieldKinds.map((kind) => (
            <Button key={kind} id={kind === 'line' ? 'designer-first' : undefined} size="small" onClick={() => add(kind)}>
              {t(`field-${kind}`)}
            </Button>
          ))}
        </div>
      </Section>
      <Preview />
      <Wrong pointer="/form" />
    </>
  );
}

function Moves({ name }: { readonly name: string }) {
  const { t } = useTranslation('designer');
  return (
    <span>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('fieldUp', { name })}
        onClick={() => change((document) => moveField(document, name, -1))}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('fieldDown', { name })}
        onClick={() => change((document) => moveField(document, name, 1))}
      />
    </span>
  );
}

/** The form as applicants fill it in. */
function Preview() {
  const { t } = useTranslation('designer');
  const { form } = useDefinition();
  const [fields, fill] = useState<Values>({});
  const access = Object.fromEntries(Object.keys(form.schema.properties).map((name) => [name, 'write' as const]));
  return (
    <Section title={t('preview')}>
      <div className={styles.preview}>
        <EditableForm name="preview" form={form} access={access} fields={fields} onChange={fill} />
      </div>
    </Section>
  );
}

function OneField({ name }: { readonly name: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const at = fieldPointer(name);
  const field = useAt<FormField>(at);
  if (field === undefined) return null;
  const rename = (to: string): void => {
    change((document) => renameField(document, name, to));
    select(fieldPointer(to));
  };
  return (
    <>
      <div className={styles.head}>
        <h2>{text({ zh: field.title, ...(field['x-en'] !== undefined && { en: field['x-en'] }) })}</h2>
        <PlaceLink to="/form">{t('backToForm')}</PlaceLink>
      </div>
      <FieldInputs at={at} name={name} />
      <NameInput name={name} label={t('fieldName')} hint={t('fieldNameHint')} onRename={rename} />
      <Button icon={<DeleteOutlined aria-hidden />} onClick={() => remove(at)}>
        {t('removeField')}
      </Button>
      <Wrong pointer={at} />
    </>
  );
}
