import { UploadOutlined } from '@ant-design/icons';
import type { WidgetProps } from '@rjsf/utils';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/upload.ts';
import { AttachmentLink } from '../case/attachment-link.tsx';
import { useSaid } from '../state/failed.tsx';
import { ariaOf } from './field-aria.ts';
import styles from './form.module.css';

/** A file: sent at once, so that what is kept in the form is only its id. */
export function FileWidget(props: WidgetProps) {
  const { id, label, value, onChange } = props;
  const { t } = useTranslation('form');
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
      <Button
        id={id}
        {...ariaOf({ ...props, label: [label, t(isThere ? 'replaceFile' : 'chooseFile')].join(' ') })}
        icon={<UploadOutlined />}
        loading={sending.isPending}
        onClick={() => chooser.current?.click()}
      >
        {isThere ? t('replaceFile') : t('chooseFile')}
      </Button>
      {isThere && (
        <Button type="text" onClick={() => onChange(undefined)}>
          {t('removeFile')}
        </Button>
      )}
      {sending.isPending && <Progress percent={Math.round(share * 100)} size="small" aria-label={label} />}
      {sending.error !== null && (
        <p role="alert" className={styles.fault}>
          {said(sending.error)}
        </p>
      )}
    </div>
  );
}
