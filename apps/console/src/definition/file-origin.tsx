import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';
import type { ReadFile } from '../exchange/importing.ts';
import { useText } from '../words/language.ts';
import { DiagramOrigin } from './diagram-origin.tsx';
import type { Process } from './parts.tsx';

type Document = Readonly<Record<string, unknown>>;

interface FileOriginProps {
  readonly processes: readonly Process[];
  readonly put: (document: Document | undefined) => void;
}

/** A process out of a file, read here: a definition as it is, a diagram as far as it can be carried over. */
export function FileOrigin({ processes, put }: FileOriginProps) {
  const { t } = useTranslation('exchange');
  const text = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [chosen, setChosen] = useState<{ readonly name: string; readonly read: ReadFile }>();
  const choose = async (file: File): Promise<void> => {
    put(undefined);
    setReading(true);
    try {
      const { readFile } = await import('../exchange/importing.ts');
      const read = await readFile(file);
      setChosen({ name: file.name, read });
      if (read.kind === 'read') put(read.document);
    } finally {
      setReading(false);
    }
  };
  const read = chosen?.read;
  return (
    <div className={styles.form}>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".json,.bpmn,.xml,application/json,application/xml,text/xml"
        aria-label={t('chooseFile')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void choose(file);
          target.value = '';
        }}
      />
      <div>
        <Button icon={<UploadOutlined aria-hidden />} loading={isReading} onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </Button>
        <p className={styles.small}>{chosen === undefined ? t('fileHint') : t('fileChosen', { name: chosen.name })}</p>
      </div>
      {read?.kind === 'refused' && <Alert type="error" showIcon role="alert" title={text(read.because)} />}
      {read?.kind === 'diagram' && <DiagramOrigin key={chosen?.name} processes={processes} carry={read.carry} put={put} />}
    </div>
  );
}
