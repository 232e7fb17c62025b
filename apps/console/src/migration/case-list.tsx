import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tag } from '../state/tag.tsx';
import { useText } from '../words/language.ts';
import { Comparison } from './comparison.tsx';
import styles from './migration.module.css';
import type { CaseVerdict, Plan, Preview } from './migration-preview.ts';

const verdicts = ['safe', 'chosen', 'choice', 'stays'] as const;
const tones = { safe: 'good', chosen: 'good', choice: 'soon', stays: undefined } as const;
/** More are shown when they are asked for. */
const firstShown = 30;

interface CaseListProps {
  readonly definition: string;
  readonly plan: Plan;
  readonly preview: Preview;
}

/** The verdict on each case, with its reasons. */
export function CaseList({ definition, plan, preview: { cases, counts, hasMore } }: CaseListProps) {
  const { t } = useTranslation('migration');
  const [shown, show] = useState<'all' | (typeof verdicts)[number]>('all');
  const [limit, setLimit] = useState(firstShown);
  const listed = cases.filter(({ verdict }) => shown === 'all' || verdict === shown);
  return (
    <section className={styles.card} aria-labelledby="cases-title">
      <header className={styles.cardHead}>
        <h2 id="cases-title">{t('cases')}</h2>
        <div className={styles.scrolled}>
          <Segmented
            aria-label={t('cases')}
            value={shown}
            options={[
              { value: 'all' as const, label: `${t('all')} ${cases.length}` },
              ...verdicts.filter((verdict) => counts[verdict] > 0).map((value) => ({ value, label: `${t(value)} ${counts[value]}` })),
            ]}
            onChange={show}
          />
        </div>
        {hasMore && <p className={styles.small}>{t('hasMore')}</p>}
      </header>
      <ul className={styles.rows}>
        {listed.slice(0, limit).map((each) => (
          <CaseRow key={each.id} of={each} definition={definition} plan={plan} />
        ))}
      </ul>
      {listed.length > limit && (
        <div className={styles.foot}>
          <button type="button" className={styles.link} onClick={() => setLimit(listed.length)}>
            {t('all')} {listed.length}
          </button>
        </div>
      )}
    </section>
  );
}

function CaseRow({ of, definition, plan }: { readonly of: CaseVerdict; readonly definition: string; readonly plan: Plan }) {
  const { t } = useTranslation('migration');
  const text = useText();
  const [isCompared, compare] = useState(false);
  const { id, number, title, version, states, verdict, reasons, refusal } = of;
  return (
    <li data-case={number}>
      <div className={styles.verdict}>
        <p className={styles.line}>
          <Link to={`/cases/${id}`}>{text(title)}</Link>
          <span className={styles.small}>
            {number} · {t('version', { version })}
          </span>
          {states.map(({ path, title: state }) => (
            <Tag key={path}>{text(state)}</Tag>
          ))}
        </p>
        <p className={styles.line}>
          <Tag tone={tones[verdict]}>{t(verdict)}</Tag>
          <button type="button" className={styles.link} aria-expanded={isCompared} onClick={() => compare(!isCompared)}>
            {t('compare')}
          </button>
        </p>
      </div>
      {reasons.length > 0 ? (
        <ul className={styles.reasons}>
          {reasons.map(({ message }) => (
            <li key={message.zh}>{text(message)}</li>
          ))}
        </ul>
      ) : (
        <p className={styles.small}>{refusal?.detail ?? <Changes of={of} />}</p>
      )}
      {isCompared && <Comparison definition={definition} plan={plan} instance={id} />}
    </li>
  );
}

function Changes({ of: { changes } }: { readonly of: CaseVerdict }) {
  const { t } = useTranslation('migration');
  if (changes === undefined) return null;
  const told = [changes.asked > 0 && t('asked', { count: changes.asked }), changes.dues > 0 && t('dues', { count: changes.dues })];
  const words = told.filter((each) => each !== false);
  return <>{words.length === 0 ? t('unchanged') : words.join(' · ')}</>;
}
