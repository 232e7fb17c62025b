import { Button, Select } from 'antd';
import { useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, type Surroundings, verify } from '#engine';
import { useText } from '../words/language.ts';
import styles from './simulator.module.css';

interface CounterExamplesProps {
  readonly document: unknown;
  readonly surroundings: Surroundings;
  readonly played: Finding | undefined;
  readonly onPlayed: (finding: Finding | undefined) => void;
}

/** Looks for ways in which the process goes wrong, when it is asked to: it takes a while. */
export function CounterExamples({ document, surroundings, played, onPlayed }: CounterExamplesProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const [found, setFound] = useState<readonly Finding[]>();
  const [isLooking, look] = useTransition();
  const search = (): void =>
    look(() => setFound(verify(document, surroundings).filter(({ counterExample }) => counterExample !== undefined)));
  if (found === undefined) {
    return (
      <p className={styles.about}>
        <Button loading={isLooking} onClick={search}>
          {t('findCounters')}
        </Button>
      </p>
    );
  }
  if (found.length === 0) return <p className={styles.about}>{t('noCounters')}</p>;
  const options = [{ value: -1, label: t('playNone') }, ...found.map(({ message }, index) => ({ value: index, label: text(message) }))];
  return (
    <p className={styles.about}>
      <Select
        className={styles.counters ?? ''}
        aria-label={t('counters', { count: found.length })}
        value={played === undefined ? -1 : found.indexOf(played)}
        onChange={(index) => onPlayed(found[index])}
        options={options}
      />
    </p>
  );
}
