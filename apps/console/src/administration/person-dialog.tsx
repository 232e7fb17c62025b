import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { dayOf } from '../time/zone.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { OncePassword } from './once-password.tsx';
import { type PostingDraft, PostingFields, postingOf } from './posting-fields.tsx';

interface PersonDialogProps {
  readonly organisation: { readonly id: string };
  readonly onClose: () => void;
}

/** Adds somebody with a first post, and shows the password they sign in with once. */
export function PersonDialog({ organisation, onClose }: PersonDialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const [draft, setDraft] = useState({ name: '', account: '', mail: '' });
  const [posting, setPosting] = useState<PostingDraft>({
    post: undefined,
    organisation: organisation.id,
    from: dayOf(present()),
    until: '',
  });
  const add = api.useMutation('post', '/api/directory/people');
  if (add.data !== undefined) return <OncePassword newcomer={add.data} onClose={onClose} />;
  const asked = postingOf(posting);
  const { mail, ...named } = draft;
  const field = (name: keyof typeof draft, hint?: string) => (
    <Field name={t(name)}>
      <Input
        aria-label={t(name)}
        placeholder={hint}
        autoComplete="off"
        value={draft[name]}
        maxLength={100}
        onChange={({ target }) => setDraft((before) => ({ ...before, [name]: target.value.trim() }))}
      />
    </Field>
  );
  return (
    <Modal
      open
      title={t('addPerson')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: asked === undefined || draft.name === '' || draft.account === '', loading: add.isPending }}
      onOk={() => asked && add.mutate({ body: { ...named, ...(mail !== '' && { mail }), posting: asked } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {field('name')}
        {field('account', t('accountHint'))}
        {field('mail')}
        <PostingFields of={posting} put={(change) => setPosting((before) => ({ ...before, ...change }))} />
        {add.error !== null && <Alert type="error" showIcon role="alert" title={said(add.error)} />}
      </div>
    </Modal>
  );
}
