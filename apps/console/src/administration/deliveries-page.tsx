import { Alert, App, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { Instant } from '../time/instant.tsx';
import styles from './administration.module.css';
import { SystemPage } from './system-page.tsx';

type Delivery = components['schemas']['Delivery'];

const states = [
  { state: 'given-up', word: 'givenUp' },
  { state: 'failed', word: 'failedOnce' },
  { state: 'queued', word: 'queued' },
  { state: 'sent', word: 'sent' },
  { state: 'dropped', word: 'dropped' },
] as const;
const mails = { server: 'mailServer', files: 'mailFiles', off: 'mailOff' } as const;

/** What became of mails and messages. */
export function DeliveriesPage() {
  const { t } = useTranslation('system');
  const [address, setAddress] = useSearchParams();
  const { state } = states.find((known) => known.state === address.get('state')) ?? states[0];
  const deliveries = api.useQuery('get', '/api/operations/deliveries', { params: { query: { state } } });
  return (
    <SystemPage part="deliveries" about={t('deliveriesAbout')}>
      <div className={styles.scrolled}>
        <Segmented<Delivery['state']>
          value={state}
          aria-label={t('deliveryState')}
          options={states.map(({ state: value, word }) => ({ value, label: t(word) }))}
          onChange={(chosen) => setAddress({ state: chosen }, { replace: true })}
        />
      </div>
      <Answer of={deliveries}>
        {({ mail, items }) => (
          <>
            <p className={styles.about}>{t(mails[mail])}</p>
            <div className={styles.card}>
              {items.length === 0 ? (
                <Empty title={t('noDeliveries')} hint={t('noDeliveriesHint')} />
              ) : (
                <ul className={styles.rows}>
                  {items.map((delivery) => (
                    <DeliveryRow key={delivery.id} delivery={delivery} />
                  ))}
                </ul>
              )}
            </div>
          </>
        )}
      </Answer>
    </SystemPage>
  );
}

function DeliveryRow({
  delivery: { id, via, state, recipient, mail, notices, attempts, error, createdAt, sentAt },
}: {
  readonly delivery: Delivery;
}) {
  const { t } = useTranslation('system');
  const said = useSaid();
  const { message } = App.useApp();
  const retry = api.useMutation('post', '/api/operations/deliveries/{id}/retry', { onSuccess: () => void message.success(t('retried')) });
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Tag>{t(via === 'mail' ? 'viaMail' : 'viaWebhook')}</Tag>
          <strong>{recipient ?? mail}</strong>
          {recipient !== null && mail !== null && <span className={styles.small}>{mail}</span>}
        </p>
        {error !== null && <p>{error}</p>}
        <p className={styles.small}>
          {t('noticesIn', { count: notices })} · {t('attempts', { count: attempts })} · <Instant at={sentAt ?? createdAt} />
        </p>
      </div>
      {state === 'given-up' && (
        <Button loading={retry.isPending} onClick={() => retry.mutate({ params: { path: { id } } })}>
          {t('sendAgain')}
        </Button>
      )}
      {retry.error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(retry.error)} />}
    </li>
  );
}
