import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessAtStart, type Fields, sampleStart } from '#engine';
import { EditableForm } from '../form/editable-form.tsx';
import { useEntries, withEntries } from './entries.ts';
import type { Names } from './names.ts';
import { Refusal } from './refusal.tsx';
import type { Run } from './run.ts';
import { triedForm } from './sample-form.ts';
import styles from './simulator.module.css';

/** What a case is begun with: made-up values to begin with, to be changed as one likes. */
export function Beginning({ run, names }: { readonly run: Run; readonly names: Names }) {
  const { t } = useTranslation('simulator');
  const { workflow } = run.simulation;
  const { form, start, subject } = workflow.definition;
  const entries = useEntries(form);
  const sample = useMemo(() => withEntries(sampleStart(run.simulation), form, entries), [run.simulation, form, entries]);
  const [typed, setTyped] = useState<Fields>();
  const fields = typed ?? sample;
  const shown = useMemo(() => triedForm(form), [form]);
  const access = useMemo(() => {
    const own = accessAtStart(workflow);
    return start.posts.length > 0 ? own : Object.fromEntries(Object.keys(own).map((name) => [name, 'write' as const]));
  }, [workflow, start.posts]);
  const [post] = start.posts;
  const who = post === undefined ? names.person('') : names.post(`${post}@${subject}`);
  return (
    <section className={styles.card} aria-labelledby="simulate-begin">
      <h2 id="simulate-begin">{t('begin', { who })}</h2>
      <details className={styles.fill}>
        <summary>{t('sampled')}</summary>
        <EditableForm name="simulate-begin-form" form={shown} access={access} fields={fields} onChange={setTyped} />
      </details>
      <Refusal of={run} at="start" />
      <Button type="primary" onClick={() => run.make({ kind: 'start', fields }, 'start')}>
        {t('start')}
      </Button>
    </section>
  );
}
