import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';
import { Field } from '../administration/field.tsx';
import { useSaid } from '../state/failed.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly label: string;
  /** In characters; without it, 1,000. */
  readonly longest?: number;
  readonly okText: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why, before something is done that goes on record. */
export function ReasonDialog({ title, hint, label, longest = 1000, okText, isPending, error, onOk, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('frame');
  const said = useSaid();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: isPending }}
      onOk={() => onOk(reason.trim())}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {hint !== undefined && <p>{hint}</p>}
        <Field name={label}>
          <Input.TextArea
            autoFocus
            aria-label={label}
            rows={2}
            value={reason}
            maxLength={longest}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
      </div>
    </Modal>
  );
}
