import { useTranslation } from 'react-i18next';
import { ledTo, type OutlinePlace, type OutlineWay } from '#engine';
import { useText } from '../../words/language.ts';
import { change } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { useWayWord } from '../words/ways.ts';
import styles from './outline.module.css';

interface TargetSelectProps {
  readonly place: OutlinePlace;
  readonly way: OutlineWay;
}

/** Where a way leads, and to be led elsewhere. The browser's own, which every screen reader knows. */
export function TargetSelect({ place, way }: TargetSelectProps) {
  const { t } = useTranslation('designer');
  const text = useText();
  const wayWord = useWayWord();
  const targets = useOutline().filter(({ kind, path }) => kind !== 'process' && !place.path.startsWith(`${path}.`));
  const [target = ''] = way.targets;
  const isSeveral = way.targets.length > 1;
  return (
    <select
      id={`way ${way.pointer}`}
      className={styles.target}
      tabIndex={-1}
      data-open={target === '' && (way.isBroken || !way.isWritten)}
      value={isSeveral ? '*' : target}
      disabled={isSeveral}
      aria-label={t('leadsTo', { from: text(place.title), way: wayWord(way) })}
      onClick={(event) => event.stopPropagation()}
      onChange={({ target: { value } }) => change((document) => ledTo(document, way.pointer, place.path, value))}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus();
        }
        event.stopPropagation();
      }}
    >
      {isSeveral && <option value="*">{t('severalTargets', { count: way.targets.length })}</option>}
      {target === '' && (
        <option value="" disabled>
          {way.isBroken ? t('brokenTarget') : way.isWritten ? t('stays') : t('leadsNowhere')}
        </option>
      )}
      {targets.map(({ path, title, key }) => (
        <option key={path} value={path}>
          {text(title)}
          {text(title) !== key && targets.some((other) => other.path !== path && text(other.title) === text(title)) && ` (${key})`}
        </option>
      ))}
    </select>
  );
}
