import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';

interface SchemeWithdrawalProps {
  readonly of: components['schemas']['ReportScheme'];
  readonly onClose: () => void;
}

/** Takes back a change that is still to come. */
export function SchemeWithdrawal({ of, onClose }: SchemeWithdrawalProps) {
  const { t } = useTranslation(['rules', 'frame']);
  const said = useSaid();
  const [reason, setReason] = useState('');
  const withdraw = api.useMutation('post', '/api/report-schemes/{key}/withdrawal', { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('withdrawChange')}
      okText={t('withdrawChange')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: withdraw.isPending }}
      onOk={() =>
        withdraw.mutate({ params: { path: { key: of.key }, header: { 'If-Match': of.version } }, body: { reason: reason.trim() } })
      }
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('withdrawChangeHint')}</p>
        <Field name={t('reason')}>
          <Input aria-label={t('reason')} value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {withdraw.error !== null && <Alert type="error" showIcon role="alert" title={said(withdraw.error)} />}
      </div>
    </Modal>
  );
}
