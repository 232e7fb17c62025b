import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Definition, type Example, withValue } from '#engine';
import { surroundingsFrom } from '../../definition/surroundings.ts';
import { Simulator } from '../../simulator/simulator.tsx';
import { change, useDefinition } from '../document/designed.ts';
import { useSurroundings } from '../surroundings.ts';
import styles from './trying.module.css';

interface TryingProps {
  readonly mayKeep: boolean;
  /** Of the process whose next version it may become. */
  readonly processKey: string | null;
}

/** The draft as it stands, tried on the engine; runs are kept in it as examples. */
export default function Trying({ mayKeep, processKey }: TryingProps) {
  const { t } = useTranslation('simulator');
  const { id } = useParams();
  const around = useSurroundings();
  const surroundings = useMemo(() => surroundingsFrom(around), [around]);
  const process = useProcess();
  const keep = useKeeping();
  return (
    <section className={styles.trying} aria-label={t('page')} data-part="try">
      <div className={styles.about}>
        <p>{t('about')}</p>
        {processKey !== null && <Link to={`/definitions/${processKey}/what-if?draft=${id}`}>{t('whatIfPage')}</Link>}
      </div>
      <Simulator document={process} surroundings={surroundings} posts={around.posts} onSave={mayKeep ? keep : undefined} />
    </section>
  );
}

/** The document without its examples: to keep one more changes nothing of what is tried. */
function useProcess(): unknown {
  const { examples: _examples, ...process } = useDefinition();
  const written = JSON.stringify(process);
  return useMemo(() => JSON.parse(written) as unknown, [written]);
}

/** In the document, as any other change of it: saved by itself, and undone like one. */
function useKeeping(): (example: Example) => Promise<void> {
  const { t } = useTranslation('simulator');
  const { message } = App.useApp();
  return (example) => {
    change((document: Definition) => withValue(document, '/examples', [...(document.examples ?? []), example]));
    void message.success(t('kept'));
    return Promise.resolve();
  };
}
