import { FullscreenOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Answer } from '../../state/answer.tsx';
import { Loading } from '../../state/loading.tsx';
import { Instant } from '../../time/instant.tsx';
import { useText } from '../../words/language.ts';
import type { Case } from '../form-fields.ts';
import { useOutcome } from '../outcome.ts';
import styles from './path.module.css';
import { type Graph, mannerOf, type Place, useBodies } from './places.ts';
import { signs } from './signs.tsx';

/** Only whoever wants to see it loads what draws it. */
const Picture = lazy(async () => ({ default: (await import('./picture.tsx')).Picture }));

/** The machine of a case as a line from its beginning to where it goes when all is agreed to; larger on request. */
export function Path({ of }: { readonly of: Case }) {
  const { t } = useTranslation('path');
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const graph = api.useQuery('get', '/api/instances/{id}/graph', { params: { path: { id: of.id } } });
  return (
    <section className={styles.paper} aria-labelledby="path-title">
      <div className={styles.head}>
        <h2 id="path-title">{t('title')}</h2>
        <Button type="link" size="small" icon={<FullscreenOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('enlarge')}
        </Button>
      </div>
      <Answer of={graph} lines={4}>
        {(drawn) => (
          <>
            <Line graph={drawn} />
            <Modal
              open={isOpen}
              onCancel={() => setOpen(false)}
              footer={null}
              width={1200}
              centered
              title={`${t('picture')} · ${text(of.definition.title)}`}
              destroyOnHidden
            >
              <Suspense fallback={<Loading />}>
                <Picture graph={drawn} title={text(of.definition.title)} />
              </Suspense>
            </Modal>
          </>
        )}
      </Answer>
    </section>
  );
}

function Line({ graph: { nodes } }: { readonly graph: Graph }) {
  const shown = nodes.filter(({ standing, visits, isOnTheWay }) => standing === 'here' || visits.length > 0 || isOnTheWay);
  return (
    <ol className={styles.line}>
      {shown.map((place) => (
        <OnTheWay key={place.path} place={place} />
      ))}
    </ol>
  );
}

function OnTheWay({ place }: { readonly place: Place }) {
  const { t } = useTranslation('path');
  const text = useText();
  const bodies = useBodies();
  const outcome = useOutcome();
  const manner = mannerOf(place);
  const last = place.visits.at(-1);
  const asked = bodies(place);
  return (
    <li data-manner={manner} aria-current={manner === 'here' ? 'step' : undefined}>
      <span className={styles.sign}>{signs[manner]}</span>
      <div>
        <p>
          <strong>{text(place.title)}</strong> <span className={styles.manner}>{t(manner)}</span>
          {place.visits.length > 1 && <span className={styles.faint}> {t('visits', { count: place.visits.length })}</span>}
        </p>
        {last?.leftAt === undefined || manner === 'here' ? (
          asked !== '' && <p className={styles.faint}>{asked}</p>
        ) : (
          <p className={styles.faint}>
            {last.by?.name ?? t('bySystem')} {last.outcome !== undefined && outcome(last.outcome)} <Instant at={last.leftAt} />
          </p>
        )}
      </div>
    </li>
  );
}
