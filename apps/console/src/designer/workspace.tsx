import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../state/loading.tsx';
import { useWide } from '../theme/media.ts';
import { Canvas } from './canvas/canvas.tsx';
import { Palette } from './canvas/palette.tsx';
import { useCommentTotal } from './comments/comments.ts';
import { CommentsPanel } from './comments/comments-panel.tsx';
import styles from './designer.module.css';
import { useDesigned } from './document/designed.ts';
import { isDrawable } from './document/drawable.ts';
import { type Part, useSelection, type View, views } from './document/selection.ts';
import { FindingsList, Standing } from './findings/findings-list.tsx';
import { OutlineTree } from './outline/outline-tree.tsx';
import { Properties } from './panels/properties.tsx';
import { CounterPlayer } from './player/counter-player.tsx';
import { usePlayer, usePlaysUntilChanged } from './player/player.ts';

interface WorkspaceProps {
  /** Whether what is changed is kept. */
  readonly mayKeep: boolean;
  readonly processKey: string | null;
}

/** The views of the one document, side by side where there is room for them. */
export function Workspace(props: WorkspaceProps) {
  const document = useDesigned((state) => state.document);
  const isWide = useWide();
  usePlaysUntilChanged();
  if (document === undefined) return <Loading lines={6} />;
  if (!isDrawable(document)) return <Undrawable />;
  return isWide ? <SideBySide {...props} /> : <OneAtATime {...props} />;
}

function SideBySide(props: WorkspaceProps) {
  const { t } = useTranslation('designer');
  const view = useSelection((state) => state.view);
  const turnTo = useSelection((state) => state.turnTo);
  const tabs = (
    <Segmented<View>
      className={styles.views ?? ''}
      size="small"
      value={view}
      aria-label={t('views')}
      options={views.map((value) => ({ value, label: t(`part-${value}`) }))}
      onChange={turnTo}
    />
  );
  return (
    <div className={styles.wide}>
      <Standing />
      {view === 'try' ? (
        <div className={styles.whole}>
          <div className={styles.bar}>{tabs}</div>
          <Try {...props} />
        </div>
      ) : (
        <div className={styles.columns}>
          <OutlineTree />
          <div className={styles.middle}>
            <div className={styles.bar}>
              {view === 'canvas' && <Palette />}
              {tabs}
            </div>
            {view === 'canvas' ? <Canvas /> : <Source />}
          </div>
          <Beside />
        </div>
      )}
      {view !== 'try' && <FindingsList />}
    </div>
  );
}

/** What can be said of the selection, what people say of it, or what is played. */
function Beside() {
  const { t } = useTranslation('designer');
  const isPlaying = usePlayer(({ playing }) => playing !== undefined);
  const beside = useSelection((state) => state.beside);
  const turnTo = useSelection((state) => state.turnTo);
  const count = useCommentTotal();
  if (isPlaying) return <CounterPlayer />;
  return (
    <div className={styles.beside}>
      <Segmented<'properties' | 'comments'>
        block
        size="small"
        value={beside}
        aria-label={t('beside')}
        options={[
          { value: 'properties', label: t('part-properties') },
          { value: 'comments', label: count === 0 ? t('part-comments') : t('commentsCount', { count }) },
        ]}
        onChange={turnTo}
      />
      {beside === 'properties' ? <Properties /> : <CommentsPanel />}
    </div>
  );
}

const parts: readonly Part[] = ['outline', 'canvas', 'properties', 'findings', 'comments', 'source', 'try'];

function OneAtATime(props: WorkspaceProps) {
  const { t } = useTranslation('designer');
  const part = useSelection((state) => state.part);
  const turnTo = useSelection((state) => state.turnTo);
  return (
    <div className={styles.narrow}>
      <Standing />
      <Segmented<Part>
        className={styles.parts ?? ''}
        value={part}
        aria-label={t('views')}
        options={parts.map((value) => ({ value, label: t(`part-${value}`) }))}
        onChange={turnTo}
      />
      <CounterPlayer />
      <div className={styles.one}>
        {part === 'outline' && <OutlineTree />}
        {part === 'canvas' && <Palette />}
        {part === 'canvas' && <Canvas />}
        {part === 'source' && <Source />}
        {part === 'try' && <Try {...props} />}
        {part === 'properties' && <Properties />}
        {part === 'comments' && <CommentsPanel />}
        {part === 'findings' && <FindingsList />}
      </div>
    </div>
  );
}

/** A document that is none yet can be mended as its source. */
function Undrawable() {
  const { t } = useTranslation('designer');
  return (
    <div className={styles.narrow}>
      <Standing />
      <p>{t('undrawable')}</p>
      <div className={styles.one}>
        <Source />
      </div>
    </div>
  );
}

const SourceView = lazy(() => import('./source/source-view.tsx'));

const Source = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <SourceView />
  </Suspense>
);

const Trying = lazy(() => import('./trying/trying.tsx'));

const Try = (props: WorkspaceProps) => (
  <Suspense fallback={<Loading lines={6} />}>
    <Trying {...props} />
  </Suspense>
);
