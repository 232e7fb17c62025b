import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useMe } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import own from './definition.module.css';
import { type Process, useMayDefine } from './parts.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Proposal = components['schemas']['DefinitionProposalSummary'];

/** What waits for a second person; nothing where nothing does. */
export function Proposals({ processes, of }: { readonly processes: readonly Process[]; readonly of?: string }) {
  const { t } = useTranslation('definitions');
  const proposals = api.useQuery('get', '/api/definitions/proposals');
  const items = (proposals.data?.items ?? []).filter(({ key }) => of === undefined || key === of);
  if (items.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="proposals-title">
      <header className={styles.cardHead}>
        <h2 id="proposals-title">{t('proposals')}</h2>
      </header>
      <ul className={styles.rows}>
        {items.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={proposal}
            newest={processes.find(({ key }) => key === proposal.key)?.versions[0]?.version ?? 0}
          />
        ))}
      </ul>
    </section>
  );
}

function ProposalRow({ proposal, newest }: { readonly proposal: Proposal; readonly newest: number }) {
  const { t } = useTranslation('definitions');
  const text = useText();
  const written = useWritten();
  const { id, key, title, note, by, at, effectiveAt } = proposal;
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{text(title)}</strong>
          <span className={styles.small}>
            {t('proposedBy', { name: by.name })} <Instant at={at} />
          </span>
        </p>
        <p className={own.note}>{note}</p>
        <p className={styles.small}>
          {effectiveAt === undefined ? t('atOnce') : t('takesEffect', { day: written(effectiveAt, 'date') })}
          {newest > 0 && (
            <>
              {' · '}
              <Link to={`/definitions/${key}/compare?one=${newest}&other=proposal:${id}`}>{t('seeChanges')}</Link>
            </>
          )}
        </p>
      </div>
      <ProposalVerbs proposal={proposal} newest={newest} />
    </li>
  );
}

function ProposalVerbs({ proposal: { id, by }, newest }: { readonly proposal: Proposal; readonly newest: number }) {
  const { t } = useTranslation('definitions');
  const said = useSaid();
  const { message } = App.useApp();
  const { person } = useMe();
  const { mayPublish } = useMayDefine();
  const [isDeclining, setDeclining] = useState(false);
  const params = { path: { id } };
  const confirm = api.useMutation('post', '/api/definitions/proposals/{id}/confirmation', {
    onSuccess: ({ version }) => void message.success(t('confirmed', { version })),
  });
  const decline = api.useMutation('post', '/api/definitions/proposals/{id}/decline', { onSuccess: () => setDeclining(false) });
  const isOwn = by.id === person.id;
  const verb = isOwn ? t('takeBack') : t('decline');
  return (
    <>
      <div className={styles.actions}>
        {isOwn && <span className={styles.small}>{t('ownProposal')}</span>}
        {(isOwn || mayPublish) && <Button onClick={() => setDeclining(true)}>{verb}</Button>}
        {!isOwn && mayPublish && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ params, body: { newest } })}>
            {t('confirm')}
          </Button>
        )}
      </div>
      {confirm.error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(confirm.error)} />}
      {isDeclining && (
        <ReasonDialog
          title={verb}
          label={t('declineWhy')}
          okText={verb}
          isPending={decline.isPending}
          error={decline.error}
          onOk={(comment) => decline.mutate({ params, body: { comment } })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}
