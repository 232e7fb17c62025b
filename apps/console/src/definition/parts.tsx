import { CheckCircleOutlined, ClockCircleOutlined, HistoryOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { useMe } from '../session/session.ts';
import { Tag } from '../state/tag.tsx';

type Schemas = components['schemas'];
export type Draft = Schemas['DefinitionDraftSummary'];
export type Version = Schemas['DefinitionVersion'];
export type Process = Schemas['DefinitionProcess'];

const signs: Readonly<Record<Version['state'], { readonly icon: ReactNode; readonly tone?: 'good' | 'soon' }>> = {
  'in-force': { icon: <CheckCircleOutlined aria-hidden />, tone: 'good' },
  upcoming: { icon: <ClockCircleOutlined aria-hidden />, tone: 'soon' },
  former: { icon: <HistoryOutlined aria-hidden /> },
  retired: { icon: <StopOutlined aria-hidden /> },
};

export function StateTag({ state }: { readonly state: Version['state'] }) {
  const { t } = useTranslation('definitions');
  const { icon, tone } = signs[state];
  return (
    <Tag tone={tone}>
      {icon} {t(state)}
    </Tag>
  );
}

/** From what belongs to a process back to it, in the same words everywhere. */
export function ToProcess({ of: key }: { readonly of: string }) {
  const { t } = useTranslation('definitions');
  return <Link to={`/definitions/${key}`}>{t('toProcess')}</Link>;
}

/** What of definitions whoever is signed in may do. */
export function useMayDefine() {
  const { permissions } = useMe();
  const mayEdit = permissions.includes('definition.edit');
  const mayPublish = permissions.includes('definition.publish');
  return { mayEdit, mayPublish, mayEither: mayEdit || mayPublish };
}
