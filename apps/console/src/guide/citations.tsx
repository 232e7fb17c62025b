import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './guide.module.css';
import type { Guide } from './part.tsx';

/** The articles behind the numbers of rules, with the mark that their notice has at the end of the guide. */
export function Citations({ of: { sources }, numbers }: { readonly of: Guide; readonly numbers: readonly string[] }) {
  const { t } = useTranslation('guide');
  const cited = sources.flatMap(({ clauses }, index) =>
    clauses
      .filter(({ number }) => numbers.includes(number))
      .map(({ number, article }) => ({ number, article, mark: t('mark', { index: index + 1 }) })),
  );
  // What stands in none of the notices is still what the rule is known by.
  const others = numbers.filter((number) => !cited.some((each) => each.number === number));
  const articles = new Map(cited.map(({ article, mark }) => [`${mark}${article}`, { article, mark }]));
  return (
    <span className={styles.number}>
      {[...articles].map(([key, { article, mark }]) => (
        <Fragment key={key}>
          <span>
            {mark}
            {article}
          </span>{' '}
        </Fragment>
      ))}
      {others.join(' ')}
    </span>
  );
}
