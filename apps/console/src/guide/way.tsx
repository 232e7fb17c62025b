import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import { listed } from '../words/punctuation.ts';
import { Citations } from './citations.tsx';
import styles from './guide.module.css';
import type { Guide } from './part.tsx';

type Step = Guide['steps'][number];
type Turn = Step['turns'][number];

/** The path in its order: what happens at each place, by whom, and how long it may take. */
export function Way({ of }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const others = of.steps.filter(({ isOnTheWay }) => !isOnTheWay);
  return (
    <>
      <Longest of={of} />
      <StepTable of={of} title={t('way')} steps={of.steps.filter(({ isOnTheWay }) => isOnTheWay)} isNumbered />
      {others.length > 0 && (
        <>
          <h3>{t('otherSteps')}</h3>
          <StepTable of={of} title={t('otherSteps')} steps={others} isNumbered={false} />
        </>
      )}
    </>
  );
}

function Longest({ of: { longest, steps } }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const text = useText();
  const { workingDays, days, unlimited } = longest;
  const lengths = [
    ...(workingDays > 0 ? [t('workingDays', { count: workingDays })] : []),
    ...(days > 0 ? [t('days', { count: days })] : []),
  ];
  const open = steps.filter(({ path }) => unlimited.includes(path)).map(({ title }) => text(title));
  return (
    <>
      {lengths.length > 0 && <p className={styles.longest}>{t('longest', { time: lengths.join(t('and')) })}</p>}
      {open.length > 0 && <p className={styles.faint}>{t('unlimited', { steps: listed(open) })}</p>}
    </>
  );
}

interface StepTableProps {
  readonly of: Guide;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly isNumbered: boolean;
}

function StepTable({ of, title, steps, isNumbered }: StepTableProps) {
  const { t } = useTranslation('guide');
  return (
    <table className={styles.table}>
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('body')}</th>
          <th scope="col">{t('decides')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col" className={styles.articles}>
            {t('basis')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <StepRow key={step.path} of={of} step={step} number={isNumbered ? index + 1 : undefined} />
        ))}
      </tbody>
    </table>
  );
}

interface StepRowProps {
  readonly of: Guide;
  readonly step: Step;
  readonly number: number | undefined;
}

function StepRow({ of, step, number }: StepRowProps) {
  const { t } = useTranslation('guide');
  const text = useText();
  const outcomes = listed(step.outcomes.map(text));
  return (
    <tr id={step.path}>
      <th scope="row">
        {number !== undefined && `${number}. `}
        {text(step.title)}
        {step.required.length > 0 && <span className={styles.note}>{t('fillsIn', { fields: listed(step.required.map(text)) })}</span>}
      </th>
      <td data-label={t('body')}>{step.bodies.length === 0 ? t('nobody') : listed(step.bodies.map(text))}</td>
      <td data-label={t('decides')}>
        {outcomes === '' ? t('none') : outcomes}
        {step.how && <span className={styles.note}>{text(step.how)}</span>}
      </td>
      <td data-label={t('due')} className={styles.due}>
        {step.due ? text(step.due) : t('none')}
      </td>
      <td data-label={t('basis')}>{step.basis.length === 0 ? t('none') : <Citations of={of} numbers={step.basis} />}</td>
    </tr>
  );
}

/** Where a case goes that does not go forward, and how it may end. */
export function Turns({ of: { steps, ends } }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const text = useText();
  const said = useSaid();
  const turns = steps.flatMap((step) => step.turns.map((turn) => ({ from: text(step.title), what: said(turn), to: text(turn.to) })));
  return (
    <>
      <ul className={styles.list}>
        {turns.map((turn) => (
          <li key={`${turn.from} ${turn.what} ${turn.to}`}>{t('turn', turn)}</li>
        ))}
      </ul>
      <p>{t('ends', { ends: listed(ends.map(text)) })}</p>
    </>
  );
}

function useSaid(): (turn: Turn) => string {
  const { t } = useTranslation('guide');
  const text = useText();
  return ({ kind, title }) => {
    if (title !== undefined) return text(title);
    if (kind === 'time') return t('byTime');
    return t(kind === 'withdraw' ? 'byWithdrawal' : 'byNews');
  };
}
