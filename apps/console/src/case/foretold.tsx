import { useTranslation } from 'react-i18next';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import type { Preview } from './dry-run.ts';
import { useWho } from './who.ts';

/** What a command would do, before it is confirmed. */
export function Foretold({ preview: { entered, asked, states, isFinished, cancelled, notices } }: { readonly preview: Preview }) {
  const { t } = useTranslation('case');
  const text = useText();
  const who = useWho();
  const comma = t('comma');
  const askedIn = (path: string): string =>
    asked
      .filter(({ step }) => step.path === path)
      .map(({ assignee }) => who(assignee))
      .join(comma);
  const told = [...new Set(notices.flatMap(({ to }) => to.map(who)))];
  return (
    <div className={styles.foretold}>
      <h3>{t('whatHappens')}</h3>
      <ul>
        {entered.map(({ path, title, dueAt }) => (
          <li key={path}>
            {askedIn(path) === '' ? t('goesTo', { step: text(title) }) : t('goesToAsked', { step: text(title), who: askedIn(path) })}
            {dueAt !== undefined && (
              <>
                {comma}
                <Due at={dueAt} />
              </>
            )}
          </li>
        ))}
        {isFinished && <li>{t('ends', { state: states.map(({ title }) => text(title)).join(comma) })}</li>}
        {entered.length === 0 && !isFinished && <li>{t('staysOpen')}</li>}
        {cancelled.length > 0 && <li>{t('alsoClosed', { count: cancelled.length })}</li>}
        {told.length > 0 && <li>{t('told', { who: told.join(comma) })}</li>}
      </ul>
    </div>
  );
}
