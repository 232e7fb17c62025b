import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';

type Document = Readonly<Record<string, unknown>>;

/** A definition out of a file, read here: it is checked as any draft is. */
export function FileOrigin({ put }: { readonly put: (document: Document | undefined) => void }) {
  const { t } = useTranslation('definitions');
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ readonly name: string; readonly isReadable: boolean }>();
  const read = async (file: File): Promise<void> => {
    const document = documentIn(await file.text());
    setChosen({ name: file.name, isReadable: document !== undefined });
    put(document);
  };
  return (
    <div className={styles.form}>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={t('chooseFile')}
        onChange={({ target }) => target.files?.[0] && void read(target.files[0])}
      />
      <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
        {t('chooseFile')}
      </Button>
      {chosen?.isReadable === true && <p>{t('fileChosen', { name: chosen.name })}</p>}
      {chosen?.isReadable === false && <Alert type="error" showIcon role="alert" title={t('fileUnreadable')} />}
    </div>
  );
}

function documentIn(text: string): Document | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Document) : undefined;
  } catch {
    return undefined;
  }
}
