import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#engine';
import { api } from '../../api/client.ts';
import { SurroundingsContext } from '../../designer/surroundings.ts';
import { Answer } from '../../state/answer.tsx';
import { Loading } from '../../state/loading.tsx';
import { useText } from '../../words/language.ts';
import { ChangeMark } from './change-mark.tsx';
import styles from './compared.module.css';
import { type Difference, type Merged, merged, placesOf, wayOf } from './merged.ts';

const ComparedPicture = lazy(() => import('./compared-picture.tsx'));

interface ChangesProps {
  readonly before: Definition;
  readonly after: Definition;
}

/** What is different in sentences, and where in the picture; each leads to the other. */
export function Changes({ before, after }: ChangesProps) {
  const both = useMemo(() => merged(before, after), [before, after]);
  const [chosen, choose] = useState<readonly Difference[]>([]);
  const surroundings = api.useQuery('get', '/api/definitions/surroundings');
  const [first] = chosen;
  const places = first === undefined ? [] : placesOf(both, first);
  const way = first === undefined ? undefined : wayOf(both, first)?.pointer;
  return (
    <div className={styles.both}>
      <Sentences of={both} chosen={chosen} onChosen={(difference) => choose([difference])} />
      <div className={styles.side}>
        <Legend />
        <Answer of={surroundings}>
          {(around) => (
            <SurroundingsContext value={around}>
              <Suspense fallback={<Loading lines={6} />}>
                <ComparedPicture
                  merged={both}
                  after={after}
                  chosen={{ places, way }}
                  onChosen={(of) =>
                    choose(
                      both.differences.filter((each) =>
                        'way' in of ? wayOf(both, each)?.pointer === of.way : placesOf(both, each).includes(of.place),
                      ),
                    )
                  }
                />
              </Suspense>
            </SurroundingsContext>
          )}
        </Answer>
      </div>
    </div>
  );
}

interface SentencesProps {
  readonly of: Merged;
  readonly chosen: readonly Difference[];
  readonly onChosen: (difference: Difference) => void;
}

function Sentences({ of, chosen, onChosen }: SentencesProps) {
  const { t } = useTranslation('definitions');
  const text = useText();
  return (
    <ul className={styles.said} aria-label={t('what')}>
      {of.differences.map((difference) => {
        const { kind, before, after, message } = difference;
        const isChosen = chosen.includes(difference);
        const said = (
          <>
            <ChangeMark change={kind} />
            <span className={styles.sentence} title={after ?? before}>
              {text(message)}
            </span>
          </>
        );
        return (
          <li
            key={`${kind} ${before} ${after} ${message.zh}`}
            ref={isChosen ? shown : undefined}
            aria-current={isChosen ? 'true' : undefined}
          >
            {placesOf(of, difference).length === 0 ? (
              <div>{said}</div>
            ) : (
              <button type="button" onClick={() => onChosen(difference)}>
                {said}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What was chosen in the picture is brought into sight. */
function shown(line: HTMLLIElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

function Legend() {
  const { t } = useTranslation('definitions');
  return (
    <p className={styles.legend}>
      {t('pictureHint')}
      {(['added', 'removed', 'changed'] as const).map((change) => (
        <ChangeMark key={change} change={change} />
      ))}
    </p>
  );
}
