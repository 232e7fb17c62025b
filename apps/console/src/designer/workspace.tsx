import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../state/loading.tsx';
import { useWide } from '../theme/media.ts';
import { Canvas } from './canvas/canvas.tsx';
import styles from './designer.module.css';
import { useDesigned } from './document/designed.ts';
import { isDrawable } from './document/drawable.ts';
import { type Part, useSelection } from './document/selection.ts';
import { FindingsList, Standing } from './findings/findings-list.tsx';
import { OutlineTree } from './outline/outline-tree.tsx';
import { Properties } from './panels/properties.tsx';

/** The views of the one document, side by side where there is room for them. */
export function Workspace() {
  const document = useDesigned((state) => state.document);
  const isWide = useWide();
  if (document === undefined) return <Loading lines={6} />;
  if (!isDrawable(document)) return <Undrawable />;
  return isWide ? <SideBySide /> : <OneAtATime />;
}

function SideBySide() {
  const { t } = useTranslation('designer');
  const view = useSelection((state) => state.view);
  const turnTo = useSelection((state) => state.turnTo);
  return (
    <div className={styles.wide}>
      <Standing />
      <div className={styles.columns}>
        <OutlineTree />
        <div className={styles.middle}>
          <Segmented<'canvas' | 'source'>
            className={styles.views ?? ''}
            size="small"
            value={view}
            aria-label={t('views')}
            options={(['canvas', 'source'] as const).map((value) => ({ value, label: t(`part-${value}`) }))}
            onChange={turnTo}
          />
          {view === 'canvas' ? <Canvas /> : <Source />}
        </div>
        <Properties />
      </div>
      <FindingsList />
    </div>
  );
}

const parts: readonly Part[] = ['outline', 'canvas', 'properties', 'findings', 'source'];

function OneAtATime() {
  const { t } = useTranslation('designer');
  const part = useSelection((state) => state.part);
  const turnTo = useSelection((state) => state.turnTo);
  return (
    <div className={styles.narrow}>
      <Standing />
      <Segmented<Part>
        block
        size="small"
        value={part}
        aria-label={t('views')}
        options={parts.map((value) => ({ value, label: t(`part-${value}`) }))}
        onChange={turnTo}
      />
      <div className={styles.one}>
        {part === 'outline' && <OutlineTree />}
        {part === 'canvas' && <Canvas />}
        {part === 'source' && <Source />}
        {part === 'properties' && <Properties />}
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
