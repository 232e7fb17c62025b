import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface RetiringProps {
  readonly of: string;
  /** Without it, all of the process. */
  readonly version?: number;
  readonly onClose: () => void;
}

export function Retiring({ of: key, version, onClose }: RetiringProps) {
  const { t } = useTranslation('definitions');
  const retire = api.useMutation('post', '/api/definitions/{key}/retirement', { onSuccess: onClose });
  return (
    <ReasonDialog
      title={version === undefined ? t('retireProcess') : t('retireVersion', { version })}
      hint={t('retireHint')}
      label={t('retireWhy')}
      okText={t('retire')}
      isPending={retire.isPending}
      error={retire.error}
      onOk={(note) => retire.mutate({ params: { path: { key } }, body: { note, ...(version !== undefined && { version }) } })}
      onClose={onClose}
    />
  );
}

export function Restoring({ of: key, version, onClose }: Required<RetiringProps>) {
  const { t } = useTranslation('definitions');
  const restore = api.useMutation('post', '/api/definitions/{key}/versions/{version}/restoration', { onSuccess: onClose });
  return (
    <ReasonDialog
      title={t('restoreVersion', { version })}
      label={t('restoreWhy')}
      okText={t('restore')}
      isPending={restore.isPending}
      error={restore.error}
      onOk={(note) => restore.mutate({ params: { path: { key, version: String(version) } }, body: { note } })}
      onClose={onClose}
    />
  );
}
