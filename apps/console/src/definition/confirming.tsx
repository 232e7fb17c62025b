import { Alert, App, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useStaffingCheck } from '../assignability/staffing-check.tsx';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';

interface ConfirmingProps {
  readonly proposal: components['schemas']['DefinitionProposalSummary'];
  readonly newest: number;
  readonly onClose: () => void;
}

/** Publishes what another has proposed, once whoever confirms has seen who would be asked. */
export function Confirming({ proposal: { id, title }, newest, onClose }: ConfirmingProps) {
  const { t } = useTranslation(['definitions', 'frame']);
  const text = useText();
  const said = useSaid();
  const { message } = App.useApp();
  const params = { path: { id } };
  const asked = api.useQuery('get', '/api/definitions/proposals/{id}/assignability', { params }, { staleTime: 0 });
  const staffing = useStaffingCheck(asked);
  const confirm = api.useMutation('post', '/api/definitions/proposals/{id}/confirmation', {
    onSuccess: ({ version }) => {
      void message.success(t('confirmed', { version }));
      onClose();
    },
    onError: () => void asked.refetch(),
  });
  return (
    <Modal
      open
      title={t('publishTitle', { title: text(title) })}
      okText={t('confirm')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !staffing.isClear, loading: confirm.isPending }}
      onOk={() => confirm.mutate({ params, body: { newest, ...staffing.accepts } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {staffing.shown}
        <p>{t('willBe', { version: newest + 1 })}</p>
        {confirm.error !== null && <Alert type="error" showIcon role="alert" title={said(confirm.error)} />}
      </div>
    </Modal>
  );
}
