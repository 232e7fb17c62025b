import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './meeting.module.css';
import { type Meeting, show } from './meetings.ts';

export function CancelDialog({ of: { id }, onClose }: { readonly of: Meeting; readonly onClose: () => void }) {
  const { t } = useTranslation(['meeting', 'frame']);
  const said = useSaid();
  const [reason, setReason] = useState('');
  const cancel = api.useMutation('post', '/api/meetings/{id}/cancellation', {
    onSuccess: (meeting) => {
      show(meeting);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('cancel')}
      okText={t('cancel')}
      cancelText={t('frame:back')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: cancel.isPending }}
      onOk={() => cancel.mutate({ params: { path: { id } }, body: { reason: reason.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p className={styles.faint}>{t('cancelHint')}</p>
        {cancel.error !== null && <Alert type="error" showIcon role="alert" title={said(cancel.error)} />}
        <Input.TextArea
          autoFocus
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={5000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  );
}
