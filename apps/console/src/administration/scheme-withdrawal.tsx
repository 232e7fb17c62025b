import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ReasonDialog } from '../definition/reason-dialog.tsx';

interface SchemeWithdrawalProps {
  readonly of: components['schemas']['ReportScheme'];
  readonly onClose: () => void;
}

/** Takes back a change that is still to come. */
export function SchemeWithdrawal({ of, onClose }: SchemeWithdrawalProps) {
  const { t } = useTranslation('rules');
  const withdraw = api.useMutation('post', '/api/report-schemes/{key}/withdrawal', { onSuccess: onClose });
  return (
    <ReasonDialog
      title={t('withdrawChange')}
      hint={t('withdrawChangeHint')}
      label={t('reason')}
      longest={300}
      okText={t('withdrawChange')}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onOk={(reason) => withdraw.mutate({ params: { path: { key: of.key }, header: { 'If-Match': of.version } }, body: { reason } })}
      onClose={onClose}
    />
  );
}
