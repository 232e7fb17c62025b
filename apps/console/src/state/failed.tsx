import { CloudServerOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.ts';
import { NotFound } from './not-found.tsx';
import { Place } from './place.tsx';

interface FailedProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
}

/** In place of what was asked for, when it was refused or could not be had. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useTranslation('states');
  const said = useSaid();
  const status = error instanceof ProblemError ? error.status : undefined;
  if (status === 403) return <Place icon={<LockOutlined aria-hidden />} title={t('notPermitted')} hint={said(error)} />;
  if (status === 404) return <NotFound hint={said(error)} />;
  return (
    <Place icon={<CloudServerOutlined aria-hidden />} title={t('failed')} hint={said(error)}>
      {retry && <Button onClick={retry}>{t('retry')}</Button>}
    </Place>
  );
}

/** The sentence for an error: the server's own where it answered. */
export function useSaid(): (error: unknown) => string {
  const { t } = useTranslation('states');
  return (error) => {
    if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
    return error.detail === '' ? t('connectionLost') : error.detail;
  };
}
