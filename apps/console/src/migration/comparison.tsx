import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { labelled, listed } from '../words/punctuation.ts';
import styles from './migration.module.css';
import { type Plan, useCasePreview } from './migration-preview.ts';

type Standing = components['schemas']['CaseStanding'];

interface ComparisonProps {
  readonly definition: string;
  readonly plan: Plan;
  readonly instance: string;
}

/** The tasks and deadlines of a case before and after. */
export function Comparison({ definition, plan, instance }: ComparisonProps) {
  const { t } = useTranslation('migration');
  const preview = useCasePreview(definition, plan, instance);
  return (
    <Answer of={preview} lines={3}>
      {({ before, after }) => (
        <div className={styles.comparison}>
          <StandingCard title={t('before')} standing={before} />
          {after === undefined ? <p className={styles.faint}>{t('notPossible')}</p> : <StandingCard title={t('after')} standing={after} />}
        </div>
      )}
    </Answer>
  );
}

function StandingCard({ title, standing: { states, tasks, timers } }: { readonly title: string; readonly standing: Standing }) {
  const { t } = useTranslation('migration');
  const text = useText();
  const written = useWritten();
  return (
    <section className={styles.standing} aria-label={title}>
      <h3>{labelled(title, listed(states.map(({ title: state }) => text(state))))}</h3>
      <dl>
        <dt>{t('tasks')}</dt>
        {tasks.length === 0 && <dd className={styles.faint}>{t('none')}</dd>}
        {tasks.map(({ step, assignee, dueAt }) => {
          const who = [assignee.organisation, assignee.post && text(assignee.post.title), assignee.person?.name].filter(Boolean).join(' ');
          return (
            <dd key={`${step.path} ${who}`}>
              {who}
              {dueAt !== undefined && <span className={styles.small}> {written(dueAt, 'exact')}</span>}
            </dd>
          );
        })}
        <dt>{t('timers')}</dt>
        {timers.length === 0 && <dd className={styles.faint}>{t('none')}</dd>}
        {timers.map(({ kind, name, dueAt }) => (
          <dd key={`${kind} ${name} ${dueAt}`}>
            {kind === 'delay' ? t('delay', { name }) : t(kind)} <span className={styles.small}>{written(dueAt, 'exact')}</span>
          </dd>
        ))}
      </dl>
    </section>
  );
}
