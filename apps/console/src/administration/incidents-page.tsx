import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { StaffingList } from '../assignability/staffing-list.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { SystemPage } from './system-page.tsx';

/** What the system could not do by itself. */
export function IncidentsPage() {
  const { t } = useTranslation('system');
  const incidents = api.useQuery('get', '/api/incidents');
  return (
    <SystemPage part="incidents" about={t('incidentsAbout')}>
      <div className={styles.card}>
        <Answer of={incidents}>
          {({ items, processes }) =>
            items.length + processes.length === 0 ? (
              <Empty title={t('noIncidents')} hint={t('noIncidentsHint')} />
            ) : (
              <ul className={styles.rows}>
                {processes.map((incident) => (
                  <ProcessRow key={incident.id} incident={incident} />
                ))}
                {items.map((incident) => (
                  <IncidentRow key={incident.id} incident={incident} />
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </SystemPage>
  );
}

function ProcessRow({
  incident: { key, version, title, level, findings, openedAt },
}: {
  readonly incident: components['schemas']['ProcessIncident'];
}) {
  const { t } = useTranslation(['system', 'assignability']);
  const text = useText();
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/definitions/${key}`}>{text(title)}</Link>
          <Tag tone="system">{t('processVersion', { version })}</Tag>
        </p>
        <StaffingList findings={findings} level={level} />
        <p className={styles.small}>
          {t('processIncident')} · <Instant at={openedAt} />
        </p>
      </div>
      <Link to={`/definitions/${key}/assignability?only=findings`}>{t('assignability:seeAll')}</Link>
    </li>
  );
}

function IncidentRow({
  incident: { id, instance, title, step, code, detail, openedAt },
}: {
  readonly incident: components['schemas']['Incident'];
}) {
  const { t } = useTranslation('system');
  const text = useText();
  const said = useSaid();
  const { message } = App.useApp();
  const retry = api.useMutation('post', '/api/incidents/{id}/retry', { onSuccess: () => void message.success(t('retried')) });
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/cases/${instance}`}>{text(title)}</Link>
          <Tag tone="system">{step}</Tag>
        </p>
        <p>{detail ?? code}</p>
        <p className={styles.small}>
          {code} · <Instant at={openedAt} />
        </p>
      </div>
      <Button loading={retry.isPending} onClick={() => retry.mutate({ params: { path: { id } } })}>
        {t('tryAgain')}
      </Button>
      {retry.error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(retry.error)} />}
    </li>
  );
}
