import { Alert, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';

type Draft = components['schemas']['OrganisationDraft'];
export type Kind = Draft['kind'];

const below: Readonly<Record<string, readonly Kind[]>> = { province: ['city', 'school'], city: ['school'], school: ['department'] };
const schools = ['higher_vocational', 'applied_undergraduate', 'secondary_provincial', 'secondary_local'] as const;

/** What may stand below an organisation of a kind. */
export const kindsBelow = (kind: string): readonly Kind[] => below[kind] ?? [];

interface OrganisationDialogProps {
  readonly above: { readonly id: string; readonly kind: string; readonly name: string };
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** Founds an organisation below another. */
export function OrganisationDialog({ above, onAdded, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const kinds = kindsBelow(above.kind);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'department');
  const [type, setType] = useState<(typeof schools)[number]>('higher_vocational');
  const [name, setName] = useState('');
  const add = api.useMutation('post', '/api/directory/organisations', {
    onSuccess: ({ id }) => {
      onAdded(id);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`${t('addOrganisation')} · ${above.name}`}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: add.isPending }}
      onOk={() => add.mutate({ body: { parent: above.id, kind, type: kind === 'school' ? type : kind, name: name.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Field name={t('kind')}>
          <Select aria-label={t('kind')} value={kind} options={kinds.map((value) => ({ value, label: t(value) }))} onChange={setKind} />
        </Field>
        {kind === 'school' && (
          <Field name={t('type')}>
            <Select aria-label={t('type')} value={type} options={schools.map((value) => ({ value, label: t(value) }))} onChange={setType} />
          </Field>
        )}
        <Field name={t('name')}>
          <Input aria-label={t('name')} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </Field>
        {add.error !== null && <Alert type="error" showIcon role="alert" title={said(add.error)} />}
      </div>
    </Modal>
  );
}
