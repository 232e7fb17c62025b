import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Place } from '../state/place.tsx';
import { useMe } from './session.ts';

/** Whether a post of mine allows it somewhere. */
const useMay = (permission: string): boolean => useMe().permissions.includes(permission);

/** What needs a permission, or in its place that one's posts have it not. */
export function Permitted({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const { t } = useTranslation('states');
  if (useMay(to)) return children;
  return <Place icon={<LockOutlined aria-hidden />} title={t('notPermitted')} hint={t('notPermittedHint')} />;
}
