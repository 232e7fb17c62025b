import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../administration/field.tsx';
import { useAddress } from '../state/address.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import figures from '../state/figures.module.css';
import { CaseList } from './case-list.tsx';
import { Choices } from './choices.tsx';
import { Confirmation } from './confirmation.tsx';
import styles from './migration.module.css';
import { type Plan, type Preview, useMigrationPreview } from './migration-preview.ts';

interface PlanningProps {
  readonly definition: string;
  readonly latest: number;
  /** On which versions cases run. */
  readonly versions: Preview['versions'];
  readonly onBegun: (id: string) => void;
}

/** From which versions to which, and what would become of each case. */
export function Planning({ definition, latest, versions, onBegun }: PlanningProps) {
  const { t } = useTranslation('migration');
  const [address, look] = useAddress<'from' | 'to'>();
  const to = Number(address.get('to') ?? latest);
  const others = versions.map(({ version }) => version).filter((version) => version !== to);
  const named = new Set((address.get('from') ?? '').split(',').map(Number));
  const chosen = others.filter((version) => named.has(version));
  const from = chosen.length > 0 ? chosen : others;
  return (
    <>
      <section className={`${styles.card} ${styles.versions}`} aria-label={t('to')}>
        <Field name={t('from')}>
          <Select
            aria-label={t('from')}
            mode="multiple"
            placeholder={t('noneRuns')}
            disabled={others.length === 0}
            value={from}
            options={versions
              .filter(({ version }) => version !== to)
              .map(({ version, cases: count }) => ({ value: version, label: t('versionWith', { version, count }) }))}
            onChange={(wanted: number[]) => look({ from: wanted.length === 0 ? undefined : wanted.join(',') })}
          />
        </Field>
        <Field name={t('to')}>
          <Select
            aria-label={t('to')}
            value={to}
            options={Array.from({ length: latest }, (_, index) => latest - index).map((version) => ({
              value: version,
              label: `${t('version', { version })}${version === latest ? ` · ${t('latest')}` : ''}`,
            }))}
            onChange={(version) => look({ to: String(version), from: undefined })}
          />
        </Field>
      </section>
      {from.length === 0 ? (
        <section className={styles.card}>
          <Empty title={t('nothing')} hint={t('nothingHint')} />
        </section>
      ) : (
        <Outlook key={`${from.join()} ${to}`} definition={definition} from={from} to={to} onBegun={onBegun} />
      )}
    </>
  );
}

interface OutlookProps {
  readonly definition: string;
  readonly from: number[];
  readonly to: number;
  readonly onBegun: (id: string) => void;
}

function Outlook({ definition, from, to, onBegun }: OutlookProps) {
  const [mapping, setMapping] = useState<Plan['mapping']>({});
  const plan = { from, to, mapping };
  const preview = useMigrationPreview(definition, plan);
  return (
    <Answer of={preview}>
      {(seen) => (
        <>
          <Figures counts={seen.counts} />
          {seen.choices.length > 0 && <Choices preview={seen} mapping={mapping} confirm={setMapping} />}
          <CaseList definition={definition} plan={plan} preview={seen} />
          <Confirmation definition={definition} plan={plan} preview={seen} onBegun={onBegun} refresh={() => void preview.refetch()} />
        </>
      )}
    </Answer>
  );
}

const tones = { safe: 'good', chosen: 'good', choice: 'soon', stays: 'faint' } as const;

function Figures({ counts }: { readonly counts: Preview['counts'] }) {
  const { t } = useTranslation('migration');
  return (
    <ul className={figures.figures}>
      {(['safe', 'chosen', 'choice', 'stays'] as const).map((verdict) => (
        <li key={verdict} className={figures.figure} data-tone={tones[verdict]}>
          <strong>{counts[verdict]}</strong>
          {t(verdict)}
        </li>
      ))}
    </ul>
  );
}
