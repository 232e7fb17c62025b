import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { dayOf } from '../time/zone.ts';
import styles from './administration.module.css';
import { type PostingDraft, PostingFields, postingOf } from './posting-fields.tsx';

interface AssignDialogProps {
  readonly person: components['schemas']['AdministeredPerson'];
  readonly onClose: () => void;
}

/** Gives somebody one more post. */
export function AssignDialog({ person: { id, name, posts }, onClose }: AssignDialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const [posting, setPosting] = useState<PostingDraft>({
    post: undefined,
    organisation: posts[0]?.organisation.id ?? '',
    from: dayOf(present()),
    until: '',
  });
  const assign = api.useMutation('post', '/api/directory/people/{id}/posts', { onSuccess: onClose });
  const body = postingOf(posting);
  return (
    <Modal
      open
      title={`${t('assign')} · ${name}`}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: body === undefined, loading: assign.isPending }}
      onOk={() => body && assign.mutate({ params: { path: { id } }, body })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <PostingFields of={posting} put={(change) => setPosting((before) => ({ ...before, ...change }))} />
        {assign.error !== null && <Alert type="error" showIcon role="alert" title={said(assign.error)} />}
      </div>
    </Modal>
  );
}
