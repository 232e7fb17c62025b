import { ReloadOutlined, RollbackOutlined, SaveOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compile, type Example, type Problem, type Surroundings, standsIn, type Workflow } from '#engine';
import { present } from '../session/session.ts';
import { Loading } from '../state/loading.tsx';
import { useText } from '../words/language.ts';
import { Asked } from './asked.tsx';
import { Beginning } from './beginning.tsx';
import { Clock } from './clock.tsx';
import { Log } from './log.tsx';
import { type NamedPost, Posts, useNames } from './names.ts';
import { Others } from './others.tsx';
import { pictureOf } from './picture-of.ts';
import { useRun } from './run.ts';
import { SaveDialog } from './save-dialog.tsx';
import styles from './simulator.module.css';
import { World } from './world.tsx';

const Picture = lazy(async () => ({ default: (await import('../case/path/picture.tsx')).Picture }));

export interface SimulatorProps {
  /** Any document; one that does not compile cannot be tried, and says why. */
  readonly document: unknown;
  readonly surroundings: Surroundings;
  readonly posts: readonly NamedPost[];
  /** Keeps a run with the definition; without it runs cannot be kept. */
  readonly onSave?: ((example: Example) => Promise<void>) | undefined;
}

/** Tries a process on the engine that runs the real cases, in an invented world. Nothing of it is sent anywhere. */
export function Simulator({ document, surroundings, posts, onSave }: SimulatorProps) {
  const compiled = useMemo(() => compile(document, surroundings), [document, surroundings]);
  if (compiled.kind === 'faulty') return <Faulty problems={compiled.problems} />;
  return (
    <Posts value={posts}>
      <Trying workflow={compiled.workflow} onSave={onSave} />
    </Posts>
  );
}

function Faulty({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const list = (
    <ul>
      {problems.map(({ pointer, code, message }) => (
        <li key={`${pointer} ${code}`}>{text(message)}</li>
      ))}
    </ul>
  );
  return <Alert type="warning" showIcon title={t('faulty', { count: problems.length })} description={list} />;
}

interface TryingProps extends Pick<SimulatorProps, 'onSave'> {
  readonly workflow: Workflow;
}

function Trying({ workflow, onSave }: TryingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  // To the minute: a run that is kept says when it begins.
  const [scene] = useState(() => ({ at: new Date(Math.floor(present() / 60_000) * 60_000).toISOString() }));
  const run = useRun(workflow, scene);
  const { simulation } = run;
  const names = useNames(workflow);
  const [isSaving, setSaving] = useState(false);
  const isBegun = simulation.state !== undefined;
  const isDone = simulation.state?.machine.status === 'done';
  return (
    <>
      <div className={styles.bar}>
        <output className={styles.standing}>
          {isBegun ? t(isDone ? 'ended' : 'stands', { place: standsIn(simulation).map(names.place).join(t('comma')) }) : t('notBegun')}
        </output>
        <div className={styles.buttons}>
          <Button icon={<RollbackOutlined aria-hidden />} disabled={!run.canGoBack} onClick={run.back}>
            {t('back')}
          </Button>
          <Button icon={<ReloadOutlined aria-hidden />} disabled={!run.canGoBack} onClick={() => run.again()}>
            {t('again')}
          </Button>
          {onSave !== undefined && (
            <Button icon={<SaveOutlined aria-hidden />} disabled={!isBegun} onClick={() => setSaving(true)}>
              {t('saveAs')}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.machine}>
          <Suspense fallback={<Loading lines={8} />}>
            <Picture isFollowed graph={pictureOf(simulation, names)} title={text(workflow.definition.title)} />
          </Suspense>
        </div>
        <div className={styles.side}>
          {isBegun ? <Asked run={run} names={names} /> : <Beginning run={run} names={names} />}
          {isDone && <p className={styles.done}>{t('endedHint')}</p>}
          {isBegun && <Others run={run} names={names} />}
          {isBegun && <Clock run={run} names={names} />}
          <World run={run} names={names} />
          <Log run={run} names={names} />
        </div>
      </div>
      {isSaving && onSave !== undefined && (
        <SaveDialog simulation={simulation} names={names} onSave={onSave} onClose={() => setSaving(false)} />
      )}
    </>
  );
}
