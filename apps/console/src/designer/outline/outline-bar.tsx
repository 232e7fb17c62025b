import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, FlagOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { add, move, remove } from '../document/deeds.ts';
import type { Item } from './items.ts';
import styles from './outline.module.css';

/** What can be done in the outline, for whoever does not know its keys. */
export function OutlineBar({ current }: { readonly current: Item | undefined }) {
  const { t } = useTranslation('designer');
  const place = current?.kind === 'place' || current?.kind === 'way' ? current.place : undefined;
  const isMovable = current?.kind === 'place' && place?.kind !== 'end';
  const isRemovable = current !== undefined && current.kind !== 'process' && current.kind !== 'form';
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('outlineDeeds')}>
      <Deed label={t('add-step')} keys="A" icon={<UserAddOutlined aria-hidden />} onClick={() => add('step', place?.path)} />
      <Deed label={t('add-end')} keys="E" icon={<FlagOutlined aria-hidden />} onClick={() => add('end', place?.path)} />
      <Deed
        label={t('earlier')}
        keys="Alt+↑"
        icon={<ArrowUpOutlined aria-hidden />}
        isOff={!isMovable}
        onClick={() => move(place?.path ?? '', 'earlier')}
      />
      <Deed
        label={t('later')}
        keys="Alt+↓"
        icon={<ArrowDownOutlined aria-hidden />}
        isOff={!isMovable}
        onClick={() => move(place?.path ?? '', 'later')}
      />
      <Deed
        label={t('remove')}
        keys="Delete"
        icon={<DeleteOutlined aria-hidden />}
        isOff={!isRemovable}
        onClick={() => remove(current?.pointer ?? '')}
      />
    </div>
  );
}

interface DeedProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

const Deed = ({ label, keys, icon, isOff = false, onClick }: DeedProps) => (
  <Tooltip title={`${label} (${keys})`}>
    <Button type="text" size="small" icon={icon} aria-label={label} aria-keyshortcuts={keys} disabled={isOff} onClick={onClick} />
  </Tooltip>
);
