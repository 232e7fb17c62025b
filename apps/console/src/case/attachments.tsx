import { DownloadOutlined, FileOutlined, FilePdfOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sized } from '../time/formats.ts';
import { type Text, useLanguage, useText } from '../words/language.ts';
import { addressOf, useFile } from './attachment.ts';
import { AttachmentView } from './attachment-view.tsx';
import styles from './case.module.css';
import { type Case, type FieldSchema, fieldsOf } from './form-fields.ts';

interface Named {
  readonly id: string;
  /** The field that it stands in. */
  readonly title: Text;
}

/** The files of the form, those in its tables included, looked at where they stand. */
export function Attachments({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const files = filesOf(of);
  if (files.length === 0) return null;
  return (
    <section className={styles.paper} aria-labelledby="files-title">
      <h2 id="files-title">{t('files', { count: files.length })}</h2>
      <ul className={styles.files}>
        {files.map((file) => (
          <Attached key={file.id} of={file} />
        ))}
      </ul>
    </section>
  );
}

const signs = { image: <PictureOutlined aria-hidden />, pdf: <FilePdfOutlined aria-hidden />, other: <FileOutlined aria-hidden /> };

/** A picture stands there at once; a PDF when it is asked for; anything else is saved. */
function Attached({ of: { id, title } }: { readonly of: Named }) {
  const { t } = useTranslation('case');
  const text = useText();
  const language = useLanguage();
  const { data } = useFile(id);
  const [isChosen, choose] = useState<boolean>();
  if (data === undefined) return null;
  const { name, shownAs, size } = data;
  const isOpen = isChosen ?? shownAs === 'image';
  return (
    <li>
      <div className={styles.fileHead}>
        {signs[shownAs ?? 'other']}
        <p>
          <strong>{text(title)}</strong> <span>{name}</span> <span className={styles.faint}>{sized(size, language)}</span>
        </p>
        {shownAs !== undefined && (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'fold' : 'look')}${t('colon')}${name}`}
            onClick={() => choose(!isOpen)}
          >
            {t(isOpen ? 'fold' : 'look')}
          </Button>
        )}
        <a href={addressOf(id)} download={name} aria-label={`${t('download')}${t('colon')}${name}`}>
          <DownloadOutlined aria-hidden /> {t('download')}
        </a>
      </div>
      {shownAs !== undefined && isOpen && <AttachmentView id={id} name={name} shownAs={shownAs} />}
    </li>
  );
}

function filesOf({ form }: Case): readonly Named[] {
  const found = fieldsOf(form).flatMap(({ name, title, schema }) => filesIn(schema, form.fields[name]).map((id) => ({ id, title })));
  return [...new Map(found.map((file) => [file.id, file])).values()];
}

function filesIn(schema: FieldSchema, value: unknown): readonly string[] {
  if (schema['x-kind'] === 'file') return typeof value === 'string' ? [value] : [];
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    return value.flatMap((each) => filesIn(items, each));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, column]) => filesIn(column, (value as Record<string, unknown>)[name]));
}
