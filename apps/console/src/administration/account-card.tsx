import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { OncePassword } from './once-password.tsx';

type Person = components['schemas']['AdministeredPerson'];

/** Somebody's account: locked or not, its sessions, its password. */
export function AccountCard({ person }: { readonly person: Person }) {
  const { t } = useTranslation('organisations');
  const { id, account, mail, isLocked, isNew } = person;
  return (
    <section className={styles.card} aria-labelledby="account-title">
      <header className={styles.cardHead}>
        <h2 id="account-title">{t('accountTitle')}</h2>
        <AccountActs id={id} isLocked={isLocked} />
      </header>
      <div className={`${styles.padded} ${styles.line}`}>
        <strong>{account}</strong>
        {mail !== null && <span>{mail}</span>}
        {isLocked && <Tag tone="bad">{t('locked')}</Tag>}
        {isNew && <Tag>{t('isNew')}</Tag>}
      </div>
    </section>
  );
}

function AccountActs({ id, isLocked }: Pick<Person, 'id' | 'isLocked'>) {
  const { t } = useTranslation('organisations');
  const said = useSaid();
  const { message } = App.useApp();
  const [isLocking, setLocking] = useState(false);
  const params = { path: { id } };
  const unlock = api.useMutation('post', '/api/directory/people/{id}/unlock');
  const signOut = api.useMutation('post', '/api/directory/people/{id}/sign-out', {
    onSuccess: () => void message.success(t('signOutDone')),
  });
  const renew = api.useMutation('post', '/api/directory/people/{id}/password');
  const error = unlock.error ?? signOut.error ?? renew.error;
  return (
    <div className={styles.actions}>
      {isLocked ? (
        <Button loading={unlock.isPending} onClick={() => unlock.mutate({ params })}>
          {t('unlock')}
        </Button>
      ) : (
        <>
          <Button loading={renew.isPending} onClick={() => renew.mutate({ params })}>
            {t('renewPassword')}
          </Button>
          <Button loading={signOut.isPending} onClick={() => signOut.mutate({ params })}>
            {t('signOut')}
          </Button>
          <Button danger onClick={() => setLocking(true)}>
            {t('lock')}
          </Button>
        </>
      )}
      {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
      {renew.data && <OncePassword newcomer={renew.data} onClose={renew.reset} />}
      {isLocking && <LockDialog id={id} onClose={() => setLocking(false)} />}
    </div>
  );
}

function LockDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const [comment, setComment] = useState('');
  const lock = api.useMutation('post', '/api/directory/people/{id}/lock', { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('lock')}
      okText={t('lock')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ danger: true, disabled: comment.trim() === '', loading: lock.isPending }}
      onOk={() => lock.mutate({ params: { path: { id } }, body: { comment: comment.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('lockHint')}</p>
        <Field name={t('reason')}>
          <Input aria-label={t('reason')} value={comment} maxLength={1000} onChange={({ target }) => setComment(target.value)} />
        </Field>
        {lock.error !== null && <Alert type="error" showIcon role="alert" title={said(lock.error)} />}
      </div>
    </Modal>
  );
}
