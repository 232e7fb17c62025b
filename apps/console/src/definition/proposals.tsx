import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useMe } from '../session/session.ts';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { Confirming } from './confirming.tsx';
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

function ProposalVerbs({ proposal, newest }: { readonly proposal: Proposal; readonly newest: number }) {
  const { t } = useTranslation('definitions');
  const { person } = useMe();
  const { mayPublish } = useMayDefine();
  const [asked, ask] = useState<'confirm' | 'decline'>();
  const close = () => ask(undefined);
  const { id, by } = proposal;
  const params = { path: { id } };
  const decline = api.useMutation('post', '/api/definitions/proposals/{id}/decline', { onSuccess: close });
  const isOwn = by.id === person.id;
  const verb = isOwn ? t('takeBack') : t('decline');
  return (
    <>
      <div className={styles.actions}>
        {isOwn && <span className={styles.small}>{t('ownProposal')}</span>}
        {(isOwn || mayPublish) && <Button onClick={() => ask('decline')}>{verb}</Button>}
        {!isOwn && mayPublish && (
          <Button type="primary" onClick={() => ask('confirm')}>
            {t('confirm')}
          </Button>
        )}
      </div>
      {asked === 'confirm' && <Confirming proposal={proposal} newest={newest} onClose={close} />}
      {asked === 'decline' && (
        <ReasonDialog
          title={verb}
          label={t('declineWhy')}
          okText={verb}
          isPending={decline.isPending}
          error={decline.error}
          onOk={(comment) => decline.mutate({ params, body: { comment } })}
          onClose={close}
        />
      )}
    </>
  );
}
