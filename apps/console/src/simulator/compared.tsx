import { CheckCircleOutlined, DiffOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { useOutcome } from '../case/outcome.ts';
import { useText } from '../words/language.ts';
import styles from './what-if.module.css';

type Schemas = components['schemas'];
type Case = Schemas['ComparedCase'];
type Course = Schemas['ComparedCourse'];
type Unknown = Schemas['UnknownOfCase'];

/** A closed case: in a line what would differ, opened all of it. */
export function Compared({ of: { id, number, title, version, compared } }: { readonly of: Case }) {
  const { t } = useTranslation('simulator');
  const text = useText();
  return (
    <li className={styles.case}>
      <details>
        <summary>
          <span className={styles.name}>
            {text(title)} <span className={styles.faint}>{t('caseOf', { number, version })}</span>
          </span>
          {compared === undefined ? <span className={styles.faint}>{t('unreadable')}</span> : <Verdict of={compared} />}
        </summary>
        {compared !== undefined && (
          <>
            <div className={styles.courses}>
              <CourseView of={compared.was} word="was" />
              <CourseView of={compared.would} word="would" />
            </div>
            {compared.unknown.length > 0 && <Unknowns of={compared.unknown} />}
          </>
        )}
        <p>
          <Link to={`/cases/${id}`}>{t('openCase')}</Link>
        </p>
      </details>
    </li>
  );
}

function Verdict({ of: { differs, unknown, was, would } }: { readonly of: NonNullable<Case['compared']> }) {
  const { t } = useTranslation('simulator');
  const length = ({ days }: Course): string => (days === null ? t('endless') : t('days', { count: days }));
  const words = [
    ...(differs.route ? [t('routeDiffers')] : []),
    ...(differs.days ? [t('daysDiffer', { was: length(was), would: length(would) })] : []),
    ...(differs.asked ? [t('askedDiffers')] : []),
  ];
  return (
    <span className={styles.verdict}>
      {words.length === 0 ? (
        <span className={styles.same}>
          <CheckCircleOutlined aria-hidden /> {t('noDifference')}
        </span>
      ) : (
        words.map((word) => (
          <span key={word} className={styles.differs}>
            <DiffOutlined aria-hidden /> {word}
          </span>
        ))
      )}
      {unknown.length > 0 && (
        <span className={styles.unknown}>
          <QuestionCircleOutlined aria-hidden /> {t('someUnknown', { count: unknown.length })}
        </span>
      )}
    </span>
  );
}

function CourseView({ of: { route, asked, days }, word }: { readonly of: Course; readonly word: 'was' | 'would' }) {
  const { t } = useTranslation('simulator');
  const text = useText();
  return (
    <section>
      <h3>{t(word)}</h3>
      <p className={styles.faint}>{days === null ? t('doesNotEnd') : t('tookDays', { count: days })}</p>
      <p>{route.map(({ title }) => text(title)).join(' → ')}</p>
      <ul className={styles.faint}>
        {asked.map(({ step, who }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: somebody may be asked in a step twice, and the order never changes
          <li key={index}>{t('taskOpened', { who: text(who), place: text(step.title) })}</li>
        ))}
      </ul>
    </section>
  );
}

function Unknowns({ of }: { readonly of: readonly Unknown[] }) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const outcomeOf = useOutcome();
  return (
    <section className={styles.unknowns}>
      <h3>{t('unknownTitle')}</h3>
      <ul>
        {of.map(({ kind, step, outcome = '', rules = [], fact = '', code = '' }) => {
          const place = step === undefined ? '' : text(step.title);
          const why = rules.length > 0 ? rules.join(t('comma')) : code;
          return (
            <li key={`${kind} ${place} ${outcome} ${why} ${fact}`}>
              {t(`unknown-${kind}`, { place, outcome: outcomeOf(outcome), why, fact })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
