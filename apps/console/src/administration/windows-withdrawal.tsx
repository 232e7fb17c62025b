import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { ReasonDialog } from '../definition/reason-dialog.tsx';

interface WindowsWithdrawalProps {
  readonly year: number;
  readonly version: string;
  readonly onClose: () => void;
}

/** Takes back what was entered for a year. */
export function WindowsWithdrawal({ year, version, onClose }: WindowsWithdrawalProps) {
  const { t } = useTranslation('rules');
  const withdraw = api.useMutation('post', '/api/calendars/{year}/windows/withdrawal', { onSuccess: onClose });
  return (
    <ReasonDialog
      title={t('withdrawWindows', { year })}
      hint={t('withdrawHint')}
      label={t('reason')}
      longest={300}
      okText={t('withdraw')}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onOk={(reason) => withdraw.mutate({ params: { path: { year }, header: { 'If-Match': version } }, body: { reason } })}
      onClose={onClose}
    />
  );
}
