import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/upload.ts';
import { useSaid } from '../state/failed.tsx';
import { AttachmentLink } from './attachment-link.tsx';
import styles from './case.module.css';
import type { FieldInputProps } from './field-input.tsx';

/** A file: sent at once, so that what is kept in the form is only its id. */
export function FileInput({ id, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation('case');
  const said = useSaid();
  const chooser = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const sending = useMutation({ mutationFn: (file: File) => upload(file, setShare), onSuccess: (attachment) => onChange(attachment.id) });
  const isThere = typeof value === 'string';
  return (
    <div className={styles.file}>
      {isThere && <AttachmentLink id={value} />}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) sending.mutate(file);
          target.value = '';
        }}
      />
      <Button id={id} icon={<UploadOutlined />} loading={sending.isPending} onClick={() => chooser.current?.click()}>
        {isThere ? t('replaceFile') : t('chooseFile')}
      </Button>
      {sending.isPending && <Progress percent={Math.round(share * 100)} size="small" aria-label={label} />}
      {sending.error !== null && <p className={styles.fault}>{said(sending.error)}</p>}
    </div>
  );
}
