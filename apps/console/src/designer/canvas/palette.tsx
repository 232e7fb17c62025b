import { ApartmentOutlined, ApiOutlined, BranchesOutlined, FlagOutlined, NodeExpandOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type NewState, stateAround } from '#engine';
import { add } from '../document/deeds.ts';
import { useSelection } from '../document/selection.ts';
import { usePlayer } from '../player/player.ts';
import styles from './canvas.module.css';

export const paletteType = 'application/x-shenpi-state';

const kinds: readonly { readonly kind: NewState; readonly icon: ReactNode }[] = [
  { kind: 'step', icon: <UserOutlined aria-hidden /> },
  { kind: 'branches', icon: <ApartmentOutlined aria-hidden /> },
  { kind: 'choice', icon: <BranchesOutlined aria-hidden /> },
  { kind: 'children', icon: <NodeExpandOutlined aria-hidden /> },
  { kind: 'call', icon: <ApiOutlined aria-hidden /> },
  { kind: 'end', icon: <FlagOutlined aria-hidden /> },
];

/** What can be added: behind the selected state with a click, or where it is dropped. */
export function Palette() {
  const { t } = useTranslation('designer');
  const pointer = useSelection((state) => state.pointer);
  const isPlaying = usePlayer(({ playing }) => playing !== undefined);
  if (isPlaying) return null;
  return (
    <div className={styles.palette} role="toolbar" aria-label={t('palette')}>
      {kinds.map(({ kind, icon }) => (
        <Button
          key={kind}
          type="text"
          size="small"
          icon={icon}
          title={t(`add-${kind}`)}
          draggable
          onDragStart={(event) => event.dataTransfer.setData(paletteType, kind)}
          onClick={() => add(kind, stateAround(pointer))}
        >
          {t(`add-${kind}`)}
        </Button>
      ))}
    </div>
  );
}
