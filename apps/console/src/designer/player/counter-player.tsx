import {
  CaretRightFilled,
  CloseOutlined,
  FastBackwardOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Posts } from '../../simulator/names.ts';
import { usePosts } from '../surroundings.ts';
import type { Playing } from './marks.ts';
import { Moves } from './moves.tsx';
import styles from './player.module.css';
import { goToMove, stopPlaying, toggle, usePlayer } from './player.ts';

/** How long each move is looked at when it goes on by itself, in milliseconds. */
const pace = 1500;

/** How the process goes wrong, move by move; undefined while nothing is played. */
export function CounterPlayer() {
  const playing = usePlayer((state) => state.playing);
  const posts = usePosts();
  if (playing === undefined) return null;
  return (
    <Posts value={posts}>
      <Player key={playing.finding.pointer} playing={playing} />
    </Posts>
  );
}

function Player({ playing }: { readonly playing: Playing }) {
  const { t } = useTranslation('designer');
  const region = useRef<HTMLElement>(null);
  const { isRunning } = playing;
  useEffect(() => {
    const opener = document.activeElement;
    const { current } = region;
    current?.focus();
    current?.addEventListener('keydown', pressed);
    return () => {
      current?.removeEventListener('keydown', pressed);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => goToMove((at) => at + 1), pace);
    return () => clearInterval(timer);
  }, [isRunning]);
  return (
    <section ref={region} className={styles.player} aria-label={t('player')} data-part="player" tabIndex={-1}>
      <header className={styles.head}>
        <h2>{t('player')}</h2>
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('closePlayer')} onClick={stopPlaying} />
      </header>
      <Controls playing={playing} />
      <Moves playing={playing} />
    </section>
  );
}

const keys: Readonly<Record<string, () => void>> = {
  ArrowRight: () => goToMove((at) => at + 1),
  ArrowLeft: () => goToMove((at) => at - 1),
  Home: () => goToMove(() => 0),
  End: () => goToMove(() => Number.POSITIVE_INFINITY),
  Escape: stopPlaying,
  ' ': toggle,
};

function pressed(event: KeyboardEvent): void {
  // A button is pressed with the space bar itself.
  const isOwn = event.key === ' ' && event.target instanceof HTMLButtonElement;
  const deed = keys[event.key];
  if (deed === undefined || isOwn || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  deed();
}

function Controls({ playing: { at, stages, isRunning } }: { readonly playing: Playing }) {
  const { t } = useTranslation('designer');
  const isLast = at === stages.length - 1;
  return (
    <div className={styles.controls} role="toolbar" aria-label={t('playerControls')}>
      <Control label={t('playStart')} keys="Home" icon={<FastBackwardOutlined aria-hidden />} isOff={at === 0} onClick={keys['Home']} />
      <Control
        label={t('playBack')}
        keys="ArrowLeft"
        icon={<StepBackwardOutlined aria-hidden />}
        isOff={at === 0}
        onClick={keys['ArrowLeft']}
      />
      <Button
        type="primary"
        icon={isRunning ? <PauseOutlined aria-hidden /> : <CaretRightFilled aria-hidden />}
        aria-keyshortcuts="Space"
        disabled={stages.length < 2}
        onClick={toggle}
      >
        {t(isRunning ? 'pause' : 'play')}
      </Button>
      <Control
        label={t('playForward')}
        keys="ArrowRight"
        icon={<StepForwardOutlined aria-hidden />}
        isOff={isLast}
        onClick={keys['ArrowRight']}
      />
      <span className={styles.count}>{t('playCount', { number: at + 1, count: stages.length })}</span>
    </div>
  );
}

interface ControlProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly isOff: boolean;
  readonly onClick: (() => void) | undefined;
}

/** Off it keeps the focus, so that the keys go on being heard. */
const Control = ({ label, keys: shortcut, icon, isOff, onClick }: ControlProps) => (
  <Tooltip title={`${label} (${shortcut})`}>
    <Button
      type="text"
      icon={icon}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    />
  </Tooltip>
);
