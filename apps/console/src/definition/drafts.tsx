import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { type Draft, useMayDefine } from './parts.tsx';
import { PublishDialog } from './publish-dialog.tsx';

/** What is being drafted; of one process, where its key is given. */
export function Drafts({ of }: { readonly of?: string }) {
  const { t } = useTranslation('definitions');
  const drafts = api.useQuery('get', '/api/definitions/drafts', { params: { query: { key: of } } });
  return (
    <section className={styles.card} aria-labelledby="drafts-title">
      <header className={styles.cardHead}>
        <h2 id="drafts-title">{t('drafts')}</h2>
        <span className={styles.small}>{t('draftsHint')}</span>
      </header>
      <Answer of={drafts} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('noDrafts')} hint={t('noDraftsHint')} />
          ) : (
            <ul className={styles.rows}>
              {items.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation(['definitions', 'frame']);
  const text = useText();
  const said = useSaid();
  const { mayEdit, mayPublish } = useMayDefine();
  const [isPublishing, setPublishing] = useState(false);
  const { id, title, basedOn, revision, changedBy, changedAt, openComments } = draft;
  const close = () => setPublishing(false);
  const discard = api.useMutation('delete', '/api/definitions/drafts/{id}');
  const params = { path: { id }, header: { 'If-Match': String(revision) } };
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/definitions/drafts/${id}`}>
            <strong>{title === null ? t('untitled') : text(title)}</strong>
          </Link>
          <Tag>{basedOn === undefined ? t('brandNew') : t('basedOn', { version: basedOn.version })}</Tag>
          {openComments > 0 && <Tag tone="soon">{t('comments', { count: openComments })}</Tag>}
        </p>
        <p className={styles.small}>
          {t('changedBy', { name: changedBy.name })} <Instant at={changedAt} />
        </p>
      </div>
      <div className={styles.actions}>
        {mayEdit && (
          <Popconfirm
            title={t('discardDraft')}
            description={t('discardHint')}
            okText={t('discard')}
            cancelText={t('frame:cancel')}
            onConfirm={() => discard.mutate({ params })}
          >
            <Button loading={discard.isPending}>{t('discard')}</Button>
          </Popconfirm>
        )}
        <Button onClick={() => setPublishing(true)}>{t(mayPublish ? 'publish' : 'propose')}</Button>
      </div>
      {isPublishing && <PublishDialog draft={draft} onClose={close} onDone={close} />}
      {discard.error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(discard.error)} />}
    </li>
  );
}
