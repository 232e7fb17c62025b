import { Alert, Checkbox, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { OrganisationPicker } from './organisation-picker.tsx';

type Schemas = components['schemas'];
type Draft = Omit<Schemas['ChannelDraft'], 'organisation' | 'secret' | 'key'> & {
  readonly organisation: string | undefined;
  readonly secret: string;
};

const formats = ['wecom', 'dingtalk', 'feishu', 'json'] as const;
const kinds = ['escalation', 'urge', 'reminder', 'task-opened', 'message'] as const;

const beginning = (channel: Schemas['Channel'] | undefined): Draft => ({
  organisation: channel?.organisation.id,
  name: channel?.name ?? '',
  format: channel?.format ?? 'wecom',
  address: '',
  secret: '',
  language: channel?.language ?? 'zh-CN',
  kinds: [...(channel?.kinds ?? kinds)],
  isEnabled: channel?.isEnabled ?? true,
});

interface ChannelDialogProps {
  /** The one to change; without it, a new one. */
  readonly channel: Schemas['Channel'] | undefined;
  readonly onClose: () => void;
}

/** What a webhook is, where it leads, what it gets. */
export function ChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const { t } = useTranslation(['system', 'frame']);
  const said = useSaid();
  const [draft, setDraft] = useState(() => beginning(channel));
  const put = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const create = api.useMutation('post', '/api/channels', { onSuccess: onClose });
  const change = api.useMutation('put', '/api/channels/{id}', { onSuccess: onClose });
  const save = (): void => {
    const { organisation = '', address, secret, ...rest } = draft;
    const body = { ...rest, organisation };
    if (channel === undefined) create.mutate({ body: { ...body, address, secret: secret === '' ? null : secret } });
    else {
      const given = { ...(address !== '' && { address }), ...(secret !== '' && { secret }), key: channel.key };
      change.mutate({ params: { path: { id: channel.id } }, body: { ...body, ...given } });
    }
  };
  const isComplete = draft.organisation !== undefined && draft.name.trim() !== '' && (channel !== undefined || draft.address !== '');
  const error = create.error ?? change.error;
  return (
    <Modal
      open
      title={t(channel === undefined ? 'addChannel' : 'changeChannel')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !isComplete, loading: create.isPending || change.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <ChannelFields of={draft} before={channel} put={put} />
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
      </div>
    </Modal>
  );
}

interface ChannelFieldsProps {
  readonly of: Draft;
  readonly before: Schemas['Channel'] | undefined;
  readonly put: (change: Partial<Draft>) => void;
}

function ChannelFields({ of: draft, before, put }: ChannelFieldsProps) {
  const { t } = useTranslation('system');
  return (
    <>
      <Field name={t('channelName')}>
        <Input aria-label={t('channelName')} value={draft.name} maxLength={100} onChange={({ target }) => put({ name: target.value })} />
      </Field>
      <Field name={t('organisation')}>
        <OrganisationPicker label={t('organisation')} value={draft.organisation} onChange={(organisation) => put({ organisation })} />
      </Field>
      <Field name={t('format')}>
        <Select
          aria-label={t('format')}
          value={draft.format}
          options={formats.map((value) => ({ value, label: t(value) }))}
          onChange={(format) => put({ format })}
        />
      </Field>
      <Field name={t('webhookAddress')}>
        <Input
          aria-label={t('webhookAddress')}
          type="url"
          value={draft.address}
          placeholder={before === undefined ? 'https://' : t('asItWas', { origin: before.origin })}
          onChange={({ target }) => put({ address: target.value.trim() })}
        />
      </Field>
      <Field name={t('secret')}>
        <Input.Password
          aria-label={t('secret')}
          autoComplete="off"
          value={draft.secret}
          placeholder={before?.hasSecret === true ? t('secretKept') : t('secretHint')}
          onChange={({ target }) => put({ secret: target.value })}
        />
      </Field>
      <Field name={t('kinds')}>
        <Checkbox.Group
          aria-label={t('kinds')}
          value={draft.kinds}
          options={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
          onChange={(chosen) => put({ kinds: chosen })}
        />
      </Field>
      <label>
        <Switch size="small" checked={draft.isEnabled} onChange={(isEnabled) => put({ isEnabled })} /> {t('enabled')}
      </label>
    </>
  );
}
