import { PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { listed } from '../words/punctuation.ts';
import styles from './administration.module.css';
import { ChannelDialog } from './channel-dialog.tsx';
import { SystemPage } from './system-page.tsx';

type Channel = components['schemas']['Channel'];

/** The webhooks of organisations. */
export function ChannelsPage() {
  const { t } = useTranslation('system');
  const [edited, edit] = useState<Channel | 'new'>();
  const channels = api.useQuery('get', '/api/channels');
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => edit('new')}>
      {t('addChannel')}
    </Button>
  );
  return (
    <SystemPage part="channels" about={t('channelsAbout')} aside={add}>
      <div className={styles.card}>
        <Answer of={channels}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('noChannels')} hint={t('noChannelsHint')} />
            ) : (
              <ul className={styles.rows}>
                {items.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} edit={() => edit(channel)} />
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
      {edited !== undefined && <ChannelDialog channel={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
    </SystemPage>
  );
}

function ChannelRow({ channel, edit }: { readonly channel: Channel; readonly edit: () => void }) {
  const { t } = useTranslation(['system', 'frame']);
  const said = useSaid();
  const { message } = App.useApp();
  const { id, name, organisation, format, origin, isEnabled, kinds } = channel;
  const params = { path: { id } };
  const test = api.useMutation('post', '/api/channels/{id}/test', {
    onSuccess: ({ isDelivered, code }) =>
      void (isDelivered ? message.success(t('testDelivered')) : message.error(t('testFailed', { code: code ?? '' }))),
  });
  const remove = api.useMutation('delete', '/api/channels/{id}');
  const error = test.error ?? remove.error;
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{name}</strong>
          <Tag>{t(format)}</Tag>
          <Tag tone={isEnabled ? 'good' : 'soon'}>{t(isEnabled ? 'enabled' : 'paused')}</Tag>
        </p>
        <p>{organisation.name}</p>
        <p className={styles.small}>
          {origin} · {t('gets', { kinds: listed(kinds.map((kind) => t(`kind-${kind}`))) })}
        </p>
      </div>
      <div className={styles.actions}>
        <Button loading={test.isPending} disabled={!isEnabled} onClick={() => test.mutate({ params })}>
          {t('test')}
        </Button>
        <Button onClick={edit}>{t('change')}</Button>
        <Popconfirm
          title={t('removeChannel', { name })}
          description={t('removeChannelHint')}
          okText={t('remove')}
          cancelText={t('frame:cancel')}
          onConfirm={() => remove.mutate({ params })}
        >
          <Button danger loading={remove.isPending}>
            {t('remove')}
          </Button>
        </Popconfirm>
      </div>
      {error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(error)} />}
    </li>
  );
}
