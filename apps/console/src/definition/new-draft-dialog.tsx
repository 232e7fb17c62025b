import { Alert, Modal, Segmented, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '../administration/administration.module.css';
import { Field } from '../administration/field.tsx';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import own from './definition.module.css';
import { FileOrigin } from './file-origin.tsx';
import { isKey, NameAndKey, type Part, Starter } from './origin-fields.tsx';
import type { Process } from './parts.tsx';

type Origin = components['schemas']['DraftOrigin'];
type Kind = Origin['kind'];

interface NewDraftDialogProps {
  readonly processes: readonly Process[];
  readonly onClose: () => void;
}

/** What has been filled in so far, whatever it is begun from. */
interface Filled {
  readonly name: string;
  readonly key: string;
  readonly post?: string;
  readonly template?: string;
  readonly from?: string;
  readonly document?: Readonly<Record<string, unknown>>;
}

const kinds = ['blank', 'template', 'version', 'document'] as const satisfies readonly Kind[];

/** Begins a draft: from blank, from a template, from a process there is, or from a file. */
export function NewDraftDialog({ processes, onClose }: NewDraftDialogProps) {
  const { t } = useTranslation(['definitions', 'frame']);
  const said = useSaid();
  const goTo = useNavigate();
  const [kind, setKind] = useState<Kind>('blank');
  const [filled, setFilled] = useState<Filled>({ name: '', key: '' });
  const put = (change: Partial<Filled>) => setFilled((before) => ({ ...before, ...change }));
  const putDocument = useCallback((document: Filled['document']) => setFilled((before) => ({ ...before, document })), []);
  const create = api.useMutation('post', '/api/definitions/drafts', { onSuccess: ({ id }) => void goTo(`/definitions/drafts/${id}`) });
  const origin = originOf(kind, filled, processes);
  return (
    <Modal
      open
      width={kind === 'document' ? 680 : 520}
      title={t('newDraft')}
      okText={t('create')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: origin === undefined, loading: create.isPending }}
      onOk={() => origin && create.mutate({ body: origin })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Segmented
          block
          className={own.origins ?? ''}
          aria-label={t('origin')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(value) }))}
          onChange={(chosen) => {
            create.reset();
            setKind(chosen);
          }}
        />
        {kind === 'template' && <Template value={filled.template} put={put} />}
        {(kind === 'blank' || kind === 'template') && <NameAndKey of={filled} put={put} />}
        {kind === 'blank' && <Starter value={filled.post} put={put} />}
        {kind === 'version' && <Existing processes={processes} value={filled.from} put={put} />}
        {kind === 'document' && <FileOrigin processes={processes} put={putDocument} />}
        {create.error !== null && <Alert type="error" showIcon role="alert" title={said(create.error)} />}
      </div>
    </Modal>
  );
}

/** Undefined while something is missing. */
function originOf(kind: Kind, filled: Filled, processes: readonly Process[]): Origin | undefined {
  if (kind === 'document') return filled.document && { kind, document: filled.document };
  if (kind === 'version') return latestOf(processes.find((process) => process.key === filled.from));
  return newProcess(kind, filled);
}

function latestOf(process: Process | undefined): Origin | undefined {
  const version = process?.versions.find(({ state }) => state === 'in-force') ?? process?.versions[0];
  return version && { kind: 'version', key: version.key, version: version.version };
}

function newProcess(kind: 'blank' | 'template', { name, key, post, template }: Filled): Origin | undefined {
  const title = { zh: name.trim() };
  if (title.zh === '' || !isKey(key)) return undefined;
  if (kind === 'blank') return post === undefined ? undefined : { kind, key, title, post };
  return template === undefined ? undefined : { kind, key, title, template };
}

function Template({ value, put }: Part<string, Filled>) {
  const { t } = useTranslation('definitions');
  const text = useText();
  const templates = api.useQuery('get', '/api/definitions/templates').data?.items ?? [];
  const chosen = templates.find(({ key }) => key === value)?.description;
  return (
    <Field name={t('template')}>
      <Select
        aria-label={t('chooseTemplate')}
        placeholder={t('chooseTemplate')}
        value={value}
        options={templates.map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChange={(template) => put({ template })}
      />
      {chosen !== undefined && <span className={styles.small}>{text(chosen)}</span>}
    </Field>
  );
}

function Existing({ processes, value, put }: Part<string, Filled> & { readonly processes: readonly Process[] }) {
  const { t } = useTranslation('definitions');
  const text = useText();
  return (
    <Field name={t('version')}>
      <Select
        aria-label={t('chooseProcess')}
        placeholder={t('chooseProcess')}
        value={value}
        options={processes.map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChange={(from) => put({ from })}
      />
    </Field>
  );
}
