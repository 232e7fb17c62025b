import { useTranslation } from 'react-i18next';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import type { Preview } from './dry-run.ts';
import { useWho } from './who.ts';

const handedOn: ReadonlySet<string> = new Set(['waiting', 'transferred', 'delegated', 'resolved']);

/** What a command would do, before it is confirmed. */
export function Foretold({ preview: { entered, left, asked, states, isFinished, cancelled, notices } }: { readonly preview: Preview }) {
  const { t } = useTranslation('case');
  const text = useText();
  const who = useWho();
  const comma = t('comma');
  const askedIn = (path: string): string =>
    asked
      .filter(({ step }) => step.path === path)
      .map(({ assignee }) => who(assignee))
      .join(comma);
  // Of those who hand a task on, that it is no longer theirs says nothing new.
  const closed = cancelled.filter(({ because }) => !handedOn.has(because));
  const here = asked.filter(({ step }) => !entered.some(({ path }) => path === step.path)).map(({ assignee }) => who(assignee));
  // Where nothing is asked of anybody, and it is not the end either.
  const isResting = entered.length === 0 && left.length > 0 && !isFinished;
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
        {here.length > 0 && <li>{t('goesToPeople', { who: here.join(comma) })}</li>}
        {isResting && <li>{t('goesTo', { step: states.map(({ title }) => text(title)).join(comma) })}</li>}
        {entered.length === 0 && here.length === 0 && !isFinished && !isResting && <li>{t('staysOpen')}</li>}
        {closed.length > 0 && <li>{t('alsoClosed', { count: closed.length })}</li>}
        {told.length > 0 && <li>{t('told', { who: told.join(comma) })}</li>}
      </ul>
    </div>
  );
}
