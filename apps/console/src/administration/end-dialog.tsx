import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useSaid } from '../state/failed.tsx';
import { dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';

type Schemas = components['schemas'];

interface EndDialogProps {
  readonly person: Schemas['AdministeredPerson'];
  readonly held: Schemas['HeldPost'];
  readonly onClose: () => void;
}

/** Ends a post, after saying what would be left behind; where that is something, it leads to the hand-over. */
export function EndDialog({ person, held, onClose }: EndDialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const text = useText();
  const said = useSaid();
  const [lastDay, setLastDay] = useState(() => dayOf(present()));
  const [comment, setComment] = useState('');
  const path = { id: person.id, holding: held.id };
  const outlook = api.useQuery(
    'get',
    '/api/directory/people/{id}/posts/{holding}/ending',
    { params: { path, query: { lastDay } } },
    { staleTime: 0, enabled: lastDay !== '' },
  );
  const end = api.useMutation('post', '/api/directory/people/{id}/posts/{holding}/ending', { onSuccess: onClose });
  const body = { lastDay, ...(comment.trim() !== '' && { comment: comment.trim() }) };
  return (
    <Modal
      open
      title={t('endPost', { post: text(held.post.title) })}
      okText={t('end')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: outlook.data?.isPossible !== true, loading: end.isPending }}
      onOk={() => end.mutate({ params: { path }, body })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>
          {person.name} · {held.organisation.name}
        </p>
        <Field name={t('lastDay')}>
          <Input
            type="date"
            aria-label={t('lastDay')}
            value={lastDay}
            min={held.from}
            onChange={({ target }) => setLastDay(target.value)}
          />
        </Field>
        <Answer of={outlook} lines={2}>
          {(seen) => <Behind of={seen} person={person.id} />}
        </Answer>
        <Field name={t('reason')}>
          <Input aria-label={t('reason')} value={comment} maxLength={1000} onChange={({ target }) => setComment(target.value)} />
        </Field>
        {end.error !== null && <Alert type="error" showIcon role="alert" title={said(end.error)} />}
      </div>
    </Modal>
  );
}

/** What would be left behind. */
function Behind({ of: { isPossible, personal, unheld }, person }: { readonly of: Schemas['PostEndingOutlook']; readonly person: string }) {
  const { t } = useTranslation('organisations');
  if (isPossible) return <p>{personal + unheld === 0 ? t('endable') : t('endableLater', { personal, unheld })}</p>;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={personal > 0 ? t('personalLeft', { count: personal }) : t('unheldLeft', { count: unheld })}
      action={personal > 0 && <Link to={`/organisations/people/${person}/handover`}>{t('toHandover')}</Link>}
    />
  );
}
