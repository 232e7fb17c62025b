import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import { Field } from '../administration/field.tsx';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useStaffingCheck } from '../assignability/staffing-check.tsx';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useSaid } from '../state/failed.tsx';
import { dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import own from './definition.module.css';
import { type Draft, useMayDefine } from './parts.tsx';

interface PublishDialogProps {
  /** As it was saved last. */
  readonly draft: Pick<Draft, 'id' | 'key' | 'title' | 'revision' | 'basedOn'>;
  readonly onClose: () => void;
  /** Afterwards the draft is done with, unless another has to confirm it first. */
  readonly onDone: (published: components['schemas']['DraftPublished']) => void;
}

/** What is wrong with a draft, why it is published and from when; or proposed, where it takes two. */
export function PublishDialog({ draft: { id, key, title, revision, basedOn }, onClose, onDone }: PublishDialogProps) {
  const { t } = useTranslation(['definitions', 'frame']);
  const text = useText();
  const said = useSaid();
  const { message } = App.useApp();
  const { newest, proposes, isKnown, mayPublish } = useCircumstances(key);
  const [note, setNote] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const fitness = useFitness(id);
  const publish = api.useMutation('post', '/api/definitions/drafts/{id}/publication', {
    onSuccess: (published) => {
      void message.success(published.kind === 'proposed' ? t('proposed') : t('published', { version: published.version }));
      onDone(published);
    },
    onError: fitness.lookAgain,
  });
  const isReady = fitness.isFit && note.trim() !== '' && isKnown;
  const body = { revision, newest, note: note.trim(), ...fitness.accepts, ...(effectiveOn !== '' && { effectiveOn }) };
  return (
    <Modal
      open
      title={t('publishTitle', { title: title === null ? t('untitled') : text(title) })}
      okText={proposes ? t('propose') : t('publish')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !isReady, loading: publish.isPending }}
      onOk={() => publish.mutate({ params: { path: { id } }, body })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {fitness.shown}
        {basedOn?.key === key && <Overtaken id={id} basedOn={basedOn} newest={newest} />}
        <p>
          {t('willBe', { version: newest + 1 })} {proposes && t(mayPublish ? 'needsSecond' : 'proposesOnly')}
        </p>
        <NoteAndDay note={note} setNote={setNote} effectiveOn={effectiveOn} setEffectiveOn={setEffectiveOn} />
        {publish.error !== null && <Alert type="error" showIcon role="alert" title={said(publish.error)} />}
      </div>
    </Modal>
  );
}

/** What is wrong with a draft; where nothing is, who would be asked by it. */
function useFitness(id: string) {
  const params = { path: { id } };
  const findings = api.useQuery('get', '/api/definitions/drafts/{id}/verification', { params }, { staleTime: 0 });
  const isSound = findings.data?.problems.every(({ severity }) => severity !== 'error') === true;
  const asked = api.useQuery('get', '/api/definitions/drafts/{id}/assignability', { params }, { staleTime: 0, enabled: isSound });
  const { isClear, accepts, shown } = useStaffingCheck(asked);
  return {
    isFit: isSound && isClear,
    accepts,
    lookAgain: () => void asked.refetch(),
    shown: (
      <>
        <Answer of={findings} lines={2}>
          {({ problems }) => <Findings problems={problems} />}
        </Answer>
        {isSound && shown}
      </>
    ),
  };
}

/** The newest version there is of a process, and whether it takes another to publish one. */
function useCircumstances(key: string | null) {
  const { mayPublish } = useMayDefine();
  const overview = api.useQuery('get', '/api/definitions/overview', {}, { staleTime: 0 });
  const second = api.useQuery('get', '/api/definitions/second-person');
  const isSecondNeeded = second.data?.items.some((item) => item.key === undefined || item.key === key) === true;
  return {
    mayPublish,
    newest: overview.data?.items.find((process) => process.key === key)?.versions[0]?.version ?? 0,
    proposes: !mayPublish || isSecondNeeded,
    isKnown: overview.data !== undefined && second.data !== undefined,
  };
}

interface OvertakenProps {
  readonly id: string;
  readonly basedOn: NonNullable<Draft['basedOn']> | undefined;
  readonly newest: number;
}

/** Another version has come since the draft was begun. */
function Overtaken({ id, basedOn, newest }: OvertakenProps) {
  const { t } = useTranslation('definitions');
  if (basedOn === undefined || basedOn.version >= newest) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('overtaken', { based: basedOn.version, newest })}
      action={<Link to={`/definitions/${basedOn.key}/compare?one=${newest}&other=draft:${id}`}>{t('compare')}</Link>}
    />
  );
}

interface NoteAndDayProps {
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly effectiveOn: string;
  readonly setEffectiveOn: (day: string) => void;
}

function NoteAndDay({ note, setNote, effectiveOn, setEffectiveOn }: NoteAndDayProps) {
  const { t } = useTranslation('definitions');
  return (
    <>
      <Field name={t('note')}>
        <Input.TextArea
          aria-label={t('note')}
          placeholder={t('noteHint')}
          rows={3}
          value={note}
          maxLength={1000}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <Field name={t('effectiveOn')}>
        <Input
          type="date"
          aria-label={t('effectiveOn')}
          value={effectiveOn}
          min={dayOf(present() + 86_400_000)}
          onChange={({ target }) => setEffectiveOn(target.value)}
        />
      </Field>
    </>
  );
}

type Finding = components['schemas']['Findings']['problems'][number];

/** Green, amber or red, and what for. */
function Findings({ problems }: { readonly problems: readonly Finding[] }) {
  const { t } = useTranslation('definitions');
  const text = useText();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (problems.length === 0) return <Alert type="success" showIcon title={t('findingsNone')} />;
  const isFaulty = errors.length > 0;
  const shown = isFaulty ? errors : problems;
  return (
    <Alert
      type={isFaulty ? 'error' : 'warning'}
      showIcon
      title={isFaulty ? t('findingsErrors', { count: errors.length }) : t('findingsWarnings', { count: problems.length })}
      description={
        <ul className={own.findings}>
          {shown.map(({ code, pointer, message, severity }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice at a place
            <li key={`${code} ${pointer} ${index}`} data-severity={severity}>
              {text(message)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
