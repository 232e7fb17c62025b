import { UploadOutlined } from '@ant-design/icons';
import type { WidgetProps } from '@rjsf/utils';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type UploadState, upload } from '../api/upload.ts';
import { AttachmentLink } from '../case/attachment-link.tsx';
import { useSaid } from '../state/failed.tsx';
import { ariaOf } from './field-aria.ts';
import styles from './form.module.css';

const begun: UploadState = { share: 0, isCutOff: false };

/** A file: sent at once, so that what is kept in the form is only its id. */
export function FileWidget(props: WidgetProps) {
  const { id, label, value, onChange } = props;
  const { t } = useTranslation('form');
  const said = useSaid();
  const chooser = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<UploadState>(begun);
  const giveUp = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: (file: File) => {
      setState(begun);
      giveUp.current = new AbortController();
      return upload(file, setState, giveUp.current.signal);
    },
    onSuccess: (attachment) => onChange(attachment.id),
    retry: false,
  });
  const isGivenUp = sending.error instanceof DOMException;
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
      {sending.isPending && <Sending state={state} label={label} onGivenUp={() => giveUp.current?.abort()} />}
      {sending.error !== null && !isGivenUp && (
        <p role="alert" className={styles.fault}>
          {said(sending.error)}
        </p>
      )}
    </div>
  );
}

interface SendingProps {
  readonly state: UploadState;
  readonly label: string;
  readonly onGivenUp: () => void;
}

/** How far it is, and the way out. */
function Sending({ state: { share, isCutOff }, label, onGivenUp }: SendingProps) {
  const { t } = useTranslation('form');
  return (
    <>
      <Button type="text" onClick={onGivenUp}>
        {t('giveUp')}
      </Button>
      <Progress percent={Math.round(share * 100)} size="small" aria-label={label} />
      {isCutOff && <p className={styles.faint}>{t('cutOff')}</p>}
    </>
  );
}
