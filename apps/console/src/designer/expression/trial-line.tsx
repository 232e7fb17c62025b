import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Json, type Placed, type TrialResult, trialOf } from '#engine';
import { EditableForm } from '../../form/editable-form.tsx';
import type { Values } from '../../form/fields-form.tsx';
import { present } from '../../session/session.ts';
import { useWritten } from '../../time/formats.ts';
import { useText } from '../../words/language.ts';
import styles from './expression.module.css';

interface TrialLineProps {
  readonly label: string;
  readonly written: string;
  readonly placed: Placed;
}

/** 试算: what an expression comes to with sample values, which can be changed; nothing while there is something wrong with it. */
export function TrialLine({ label, written, placed }: TrialLineProps) {
  const { t } = useTranslation('designer');
  const [now] = useState(() => new Date(present()).toISOString());
  const [typed, type] = useState<Values>({});
  const [isOpen, setOpen] = useState(false);
  const trial = useMemo(() => trialOf(written, placed, now), [written, placed, now]);
  if (trial === undefined) return null;
  const { form, samples, run } = trial;
  const names = Object.keys(form.schema.properties);
  const fields = Object.fromEntries(
    Object.entries({ ...samples, ...typed }).filter(([name, value]) => names.includes(name) && value !== undefined),
  );
  const change = (values: Values): void => type({ ...typed, ...Object.fromEntries(names.map((name) => [name, values[name]])) });
  if (names.length === 0 && (!placed.place.isText || !written.includes('{'))) return null;
  const result = <Result result={run(fields as Readonly<Record<string, Json>>)} />;
  if (names.length === 0) return <p className={styles.trial}>{result}</p>;
  return (
    <details className={styles.trial} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={t('trialOf', { label })}>
        {t('trial')}
        {result}
      </summary>
      {isOpen && (
        <div className={styles.samples}>
          <p>{t('trialHint')}</p>
          <EditableForm
            name="trial"
            form={form}
            access={Object.fromEntries(names.map((name) => [name, 'write' as const]))}
            fields={fields}
            onChange={change}
          />
        </div>
      )}
    </details>
  );
}

const isInstantText = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function Result({ result }: { readonly result: TrialResult }) {
  const { t } = useTranslation('designer');
  const written = useWritten();
  const text = useText();
  if (result.kind === 'failed') return <output data-result="failed">{t('trialFailed', { reason: text(result.reason) })}</output>;
  const { value } = result;
  if (typeof value === 'string' && isInstantText.test(value)) return <output>{written(value, 'exact')}</output>;
  if (typeof value !== 'boolean') return <output>{typeof value === 'string' ? value : JSON.stringify(value)}</output>;
  return <output data-result={String(value)}>{t(value ? 'trialHolds' : 'trialFails')}</output>;
}
