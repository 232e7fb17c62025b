import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addWay, type Definition, type OutlinePlace } from '#engine';
import { useText } from '../../words/language.ts';
import { rename } from '../document/deeds.ts';
import { change, useAt } from '../document/designed.ts';
import { Section, Wrong } from '../inputs/labelled.tsx';
import { NameInput } from '../inputs/name-input.tsx';
import { PlaceLink } from '../inputs/place-link.tsx';
import { TitleInput } from '../inputs/plain.tsx';
import { TargetSelect } from '../outline/target-select.tsx';
import { useWayWord } from '../words/ways.ts';
import { ActionsInput } from './actions-input.tsx';
import { ErrandSections } from './errand-sections.tsx';
import { HolderInput } from './holder-input.tsx';
import styles from './panels.module.css';
import { StepSections } from './step-sections.tsx';
import { TimersSection } from './timers-section.tsx';

/** A state: what it is called, what people do there, and where it leads. */
export function StatePanel({ place }: { readonly place: OutlinePlace }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const { pointer, path, kind } = place;
  const isStep = kind === 'step';
  const meta = useAt<Definition['machine']['meta']>(`${pointer}/meta`);
  return (
    <>
      <div className={styles.head}>
        <h2>{text(place.title)}</h2>
        <span className={styles.kind}>{t(`kind-${kind}`)}</span>
      </div>
      <TitleInput pointer={titleAt(place, meta)} label={t('title')} isFirst />
      <NameInput name={place.key} label={t('stateName')} hint={t('stateNameHint')} onRename={(key) => rename(path, key)} />
      <HolderInput path={path} />
      {isStep && <StepSections place={place} />}
      {kind === 'errand' && <ErrandSections place={place} />}
      {kind !== 'end' && kind !== 'history' && <WaysSection place={place} />}
      {kind !== 'end' && kind !== 'history' && <TimersSection place={place} />}
      <Section title={t('onEntry')}>
        <ActionsInput pointer={`${pointer}/entry`} />
      </Section>
      <Wrong pointer={pointer} />
    </>
  );
}

const titleAt = ({ pointer, kind }: OutlinePlace, meta: Definition['machine']['meta']): string => {
  if (kind === 'step') return `${pointer}/meta/step/title`;
  if (kind !== 'errand') return `${pointer}/meta/title`;
  return `${pointer}/meta/${meta?.children === undefined ? 'call' : 'children'}/title`;
};

function WaysSection({ place }: { readonly place: OutlinePlace }) {
  const { t } = useTranslation('designer');
  const wayWord = useWayWord();
  if (place.ways.length === 0) return null;
  return (
    <Section title={t('ways')} isOpen>
      <ul className={styles.ways}>
        {place.ways.map((way) => (
          <li key={way.pointer} className={styles.head}>
            <PlaceLink to={way.pointer}>
              {wayWord(way)}
              {way.isGuarded && ` · ${t('guarded')}`}
            </PlaceLink>
            <TargetSelect place={place} way={way} />
            {way.trigger === 'on' && way.isWritten && (
              <Button type="text" size="small" onClick={() => change((document) => addWay(document, way.pointer.replace(/\/\d+$/, '')))}>
                {t('addAlternative')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
