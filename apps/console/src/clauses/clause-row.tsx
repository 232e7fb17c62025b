import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import type { components } from '../api/schema.d.ts';
import { Tag } from '../state/tag.tsx';
import { useText } from '../words/language.ts';
import own from './clauses.module.css';

type Clause = components['schemas']['CoveredClause'];
type Citation = components['schemas']['ClauseCitation'];

/** A clause: what it says, and what carries it out. */
export function ClauseRow({ of: { number, article, text: said, isForProcesses, isCovered, citations } }: { readonly of: Clause }) {
  const { t } = useTranslation('clauses');
  const text = useText();
  return (
    <li>
      <div>
        <p>{text(said)}</p>
        <p className={styles.small}>
          {t('article', { article })} · {number}
        </p>
      </div>
      <div>
        <Standing isForProcesses={isForProcesses} isCovered={isCovered} isNamed={citations.length > 0} />
        <Citations of={citations} />
      </div>
    </li>
  );
}

/** A number that no notice has. */
export function UnknownRow({ of: { number, citations } }: { readonly of: Pick<Clause, 'number' | 'citations'> }) {
  return (
    <li>
      <p>{number}</p>
      <Citations of={citations} />
    </li>
  );
}

function Standing({ isForProcesses, isCovered, isNamed }: Pick<Clause, 'isForProcesses' | 'isCovered'> & { readonly isNamed: boolean }) {
  const { t } = useTranslation('clauses');
  if (isCovered) {
    return (
      <Tag tone="good">
        <CheckCircleOutlined aria-hidden /> {t('isCovered')}
      </Tag>
    );
  }
  if (isForProcesses) {
    return (
      <Tag tone="soon">
        <ExclamationCircleOutlined aria-hidden /> {t(isNamed ? 'isNamed' : 'isUncovered')}
      </Tag>
    );
  }
  return (
    <Tag>
      <MinusCircleOutlined aria-hidden /> {t('isElsewhere')}
    </Tag>
  );
}

function Citations({ of }: { readonly of: readonly Citation[] }) {
  return (
    <ul className={own.citations}>
      {of.map((citation) => (
        <li key={JSON.stringify(citation)}>
          <Cited of={citation} />
        </li>
      ))}
    </ul>
  );
}

function Cited({ of: { kind, definition, process, state, title, examples } }: { readonly of: Citation }) {
  const { t } = useTranslation('clauses');
  const text = useText();
  const place = title === undefined ? '' : ` · ${text(title)}`;
  const said = `${text(process)}${place}`;
  const shown = examples > 0 ? t('examples', { count: examples }) : '';
  return (
    <>
      {definition === undefined ? (
        said
      ) : (
        <Link to={`/definitions/${definition}/guide${state === undefined ? '' : `#${state}`}`}>{said}</Link>
      )}{' '}
      <span className={styles.small}>
        {t(`kind-${kind}`)}
        {shown !== '' && ` · ${shown}`}
      </span>
    </>
  );
}
