import { Alert, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BpmnWishes, ImportedBpmn } from '#engine';
import styles from '../administration/administration.module.css';
import { Field } from '../administration/field.tsx';
import { api } from '../api/client.ts';
import { CarriedOver } from '../exchange/carried-over.tsx';
import { useText } from '../words/language.ts';
import { remarked } from '../words/punctuation.ts';
import { isKey, NameAndKey, Starter } from './origin-fields.tsx';
import type { Process } from './parts.tsx';

interface DiagramOriginProps {
  readonly processes: readonly Process[];
  readonly carry: (wishes: BpmnWishes) => ImportedBpmn;
  readonly put: (document: Readonly<Record<string, unknown>> | undefined) => void;
}

/** What the person importing has put in place of what the file says. */
interface Wished {
  readonly process?: string;
  readonly name?: string;
  readonly key?: string;
  readonly post?: string;
}

/** A diagram on its way to a draft: what of it was understood, what was not, and what the process is to be called. */
export function DiagramOrigin({ processes, carry, put }: DiagramOriginProps) {
  const text = useText();
  const surroundings = api.useQuery('get', '/api/definitions/surroundings', {}, { staleTime: 300_000 }).data;
  const [wished, setWished] = useState<Wished>({});
  const imported = useMemo(() => surroundings && carry(wishesOf(wished, surroundings)), [carry, surroundings, wished]);
  const document = imported?.kind === 'carried' && isComplete(wished) ? imported.document : undefined;
  useEffect(() => put(document), [document, put]);
  switch (imported?.kind) {
    case undefined:
      return null;
    case 'refused':
      return <Alert type="error" showIcon role="alert" title={text(imported.because)} />;
    case 'several':
      return <Choice processes={imported.processes} choose={(process) => setWished({ process })} />;
    case 'carried':
      return (
        <Carried of={imported} wished={wished} processes={processes} change={(more) => setWished((before) => ({ ...before, ...more }))} />
      );
  }
}

const isComplete = ({ name = '…', key = 'key' }: Wished): boolean => name.trim() !== '' && isKey(key);

interface ChoiceProps {
  readonly processes: Extract<ImportedBpmn, { kind: 'several' }>['processes'];
  readonly choose: (process: string) => void;
}

function Choice({ processes, choose }: ChoiceProps) {
  const { t } = useTranslation('exchange');
  return (
    <Field name={t('several')}>
      <Select
        aria-label={t('several')}
        placeholder={t('chooseProcess')}
        options={processes.map(({ id, name, steps }) => ({ value: id, label: remarked(name || id, t('steps', { count: steps })) }))}
        onChange={choose}
      />
    </Field>
  );
}

interface CarriedProps {
  readonly of: Extract<ImportedBpmn, { kind: 'carried' }>;
  readonly wished: Wished;
  readonly processes: readonly Process[];
  readonly change: (more: Wished) => void;
}

function Carried({ of: { title, key, start, steps, losses }, wished, processes, change }: CarriedProps) {
  const { t } = useTranslation('exchange');
  const called = { name: wished.name ?? title, key: wished.key ?? key };
  return (
    <>
      <NameAndKey of={called} put={change} />
      {processes.some((process) => process.key === called.key) && <Alert type="info" showIcon title={t('keyTaken')} />}
      <Starter value={start.post} put={change} />
      <CarriedOver steps={steps} losses={losses} />
      <p className={styles.small}>{t('checkedLater')}</p>
    </>
  );
}

type Surroundings = {
  readonly posts: readonly { readonly key: string; readonly title: { zh: string; en?: string }; readonly at: string }[];
};

function wishesOf({ process, name, key, post }: Wished, { posts }: Surroundings): BpmnWishes {
  const known = posts as BpmnWishes['posts'];
  const starter = known.find((one) => one.key === post);
  return {
    posts: known,
    ...(process !== undefined && { process }),
    ...(name !== undefined && name.trim() !== '' && { title: name.trim() }),
    ...(key !== undefined && isKey(key) && { key }),
    ...(starter !== undefined && { start: { post: starter.key, at: starter.at } }),
  };
}
