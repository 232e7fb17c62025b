import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';

interface WindowsWithdrawalProps {
  readonly year: number;
  readonly version: string;
  readonly onClose: () => void;
}

/** Takes back what was entered for a year. */
export function WindowsWithdrawal({ year, version, onClose }: WindowsWithdrawalProps) {
  const { t } = useTranslation(['rules', 'frame']);
  const said = useSaid();
  const [reason, setReason] = useState('');
  const withdraw = api.useMutation('post', '/api/calendars/{year}/windows/withdrawal', { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('withdrawWindows', { year })}
      okText={t('withdraw')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: withdraw.isPending }}
      onOk={() => withdraw.mutate({ params: { path: { year }, header: { 'If-Match': version } }, body: { reason: reason.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('withdrawHint')}</p>
        <Field name={t('reason')}>
          <Input aria-label={t('reason')} value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {withdraw.error !== null && <Alert type="error" showIcon role="alert" title={said(withdraw.error)} />}
      </div>
    </Modal>
  );
}
