import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { type Kind, kindsBelow, OrganisationDialog } from './organisation-dialog.tsx';

type Organisation = components['schemas']['OrganisationWithPeople'];

interface OrganisationHeadProps {
  readonly organisation: Organisation;
  readonly choose: (id: string) => void;
}

/** What an organisation is, and what can be done with it. */
export function OrganisationHead({ organisation, choose }: OrganisationHeadProps) {
  const { t } = useTranslation('organisations');
  const [doing, setDoing] = useState<'add' | 'rename' | 'close'>();
  const { name, kind, type, closedOn } = organisation;
  const stop = (): void => setDoing(undefined);
  return (
    <section className={styles.card} aria-labelledby="organisation-title">
      <header className={styles.cardHead}>
        <div className={styles.line}>
          <h2 id="organisation-title">{name}</h2>
          <Tag>{t((type in typeWords ? type : kind) as Kind)}</Tag>
          {closedOn !== null && <Tag tone="bad">{t('closedOn', { day: closedOn })}</Tag>}
        </div>
        {closedOn === null && (
          <div className={styles.actions}>
            {kindsBelow(kind).length > 0 && <Button onClick={() => setDoing('add')}>{t('addOrganisation')}</Button>}
            <Button onClick={() => setDoing('rename')}>{t('rename')}</Button>
            {organisation.parent !== null && (
              <Button danger onClick={() => setDoing('close')}>
                {t('close')}
              </Button>
            )}
          </div>
        )}
      </header>
      {doing === 'add' && <OrganisationDialog above={organisation} onAdded={choose} onClose={stop} />}
      {doing === 'rename' && <RenameDialog organisation={organisation} onClose={stop} />}
      {doing === 'close' && <CloseDialog organisation={organisation} onClose={stop} />}
    </section>
  );
}

const typeWords = { higher_vocational: 0, applied_undergraduate: 0, secondary_provincial: 0, secondary_local: 0 };

interface DialogProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

function RenameDialog({ organisation: { id, name }, onClose }: DialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const [typed, setTyped] = useState(name);
  const rename = api.useMutation('put', '/api/directory/organisations/{id}', { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('rename')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: typed.trim() === '' || typed.trim() === name, loading: rename.isPending }}
      onOk={() => rename.mutate({ params: { path: { id } }, body: { name: typed.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Field name={t('name')}>
          <Input aria-label={t('name')} value={typed} maxLength={100} onChange={({ target }) => setTyped(target.value)} />
        </Field>
        {rename.error !== null && <Alert type="error" showIcon role="alert" title={said(rename.error)} />}
      </div>
    </Modal>
  );
}

function CloseDialog({ organisation: { id, name }, onClose }: DialogProps) {
  const { t } = useTranslation(['organisations', 'frame']);
  const said = useSaid();
  const [comment, setComment] = useState('');
  const params = { path: { id } };
  const outlook = api.useQuery('get', '/api/directory/organisations/{id}/closing', { params }, { staleTime: 0 });
  const close = api.useMutation('post', '/api/directory/organisations/{id}/closing', { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('closeOrganisation', { name })}
      okText={t('close')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ danger: true, disabled: outlook.data?.isPossible !== true || comment.trim() === '', loading: close.isPending }}
      onOk={() => close.mutate({ params, body: { comment: comment.trim() } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Answer of={outlook} lines={2}>
          {(seen) => <Left of={seen} />}
        </Answer>
        {outlook.data?.isPossible === true && (
          <Field name={t('reason')}>
            <Input aria-label={t('reason')} value={comment} maxLength={1000} onChange={({ target }) => setComment(target.value)} />
          </Field>
        )}
        {close.error !== null && <Alert type="error" showIcon role="alert" title={said(close.error)} />}
      </div>
    </Modal>
  );
}

/** What is left in an organisation that is to be closed. */
function Left({ of: { isPossible, tasks, posts, organisations } }: { readonly of: components['schemas']['OrganisationClosing'] }) {
  const { t } = useTranslation('organisations');
  if (isPossible) return <p>{t('closable')}</p>;
  return (
    <div>
      <p>{t('notClosable')}</p>
      <ul className={styles.dots}>
        {tasks > 0 && <li>{t('leftTasks', { count: tasks })}</li>}
        {organisations > 0 && <li>{t('leftOrganisations', { count: organisations })}</li>}
        {posts > 0 && <li>{t('leftPosts', { count: posts })}</li>}
      </ul>
    </div>
  );
}
