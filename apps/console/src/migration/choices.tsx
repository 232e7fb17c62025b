import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import styles from './migration.module.css';
import type { Plan, Preview } from './migration-preview.ts';

interface ChoicesProps {
  readonly preview: Preview;
  /** What has been confirmed. */
  readonly mapping: Plan['mapping'];
  readonly confirm: (mapping: Plan['mapping']) => void;
}

/** For each state that is different: what takes its place, with what is suggested filled in. */
export function Choices({ preview: { choices, targets }, mapping, confirm }: ChoicesProps) {
  const { t } = useTranslation('migration');
  const text = useText();
  const [edited, setEdited] = useState<Plan['mapping']>({});
  const valueOf = ({ path, proposal, chosen }: Preview['choices'][number]) => edited[path] ?? chosen ?? proposal ?? undefined;
  const drafted = Object.fromEntries(
    choices.flatMap((choice) => (valueOf(choice) === undefined ? [] : [[choice.path, valueOf(choice) ?? '']])),
  );
  const isConfirmed = choices.every(({ path }) => mapping[path] !== undefined && mapping[path] === drafted[path]);
  return (
    <section className={styles.card} aria-labelledby="choices-title">
      <header className={styles.cardHead}>
        <h2 id="choices-title">{t('choices')}</h2>
        <p className={styles.small}>{t('choicesHint')}</p>
      </header>
      <ul className={styles.rows}>
        {choices.map((choice) => (
          <li key={choice.path} className={styles.choice}>
            <p className={styles.line}>
              <strong>{text(choice.title)}</strong>
              <span className={styles.small}>{t('casesThere', { count: choice.cases })}</span>
            </p>
            <Select
              aria-label={t('choiceFor', { state: text(choice.title) })}
              placeholder={t('noProposal')}
              value={valueOf(choice)}
              options={targets.map(({ path, title }) => ({
                value: path,
                label: `${text(title)}${path === choice.proposal ? ` · ${t('isProposal')}` : ''}`,
              }))}
              onChange={(path: string) => setEdited((before) => ({ ...before, [choice.path]: path }))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {isConfirmed ? (
          <output className={styles.good}>
            <CheckCircleFilled aria-hidden /> {t('confirmed')}
          </output>
        ) : (
          <Button disabled={Object.keys(drafted).length === 0} onClick={() => confirm({ ...mapping, ...drafted })}>
            {t('confirmChoices')}
          </Button>
        )}
      </div>
    </section>
  );
}
