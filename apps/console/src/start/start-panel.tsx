import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Progress, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { foresee } from '../case/drafts.ts';
import { Foretold } from '../case/foretold.tsx';
import { fieldsOf } from '../case/form-fields.ts';
import { Obstacles } from '../case/obstacles.tsx';
import type { Checked } from '../form/fields-form.tsx';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import type { useStartDryRun } from './dry-run.ts';
import styles from './start.module.css';
import type { StartDraft } from './start-draft.ts';
import type { StartForm } from './startable.ts';

interface StartPanelProps {
  readonly of: StartForm;
  readonly draft: StartDraft;
  readonly organisation: string;
  readonly foretold: ReturnType<typeof useStartDryRun>;
  /** What is still wrong with the form, or missing. */
  readonly checked: Checked;
  readonly onWanted: () => void;
}

/** Beside the form: for whom, how far it is, what starting would do, and the start itself. */
export function StartPanel({ of, draft, organisation, foretold, checked, onWanted }: StartPanelProps) {
  const { t } = useTranslation('start');
  const said = useSaid();
  const begin = useBeginning(of, draft, organisation, foretold.data?.expected);
  const refusal = foretold.error?.code === 'form.invalid' ? null : foretold.error;
  const isRefused = refusal !== null && !refusal.isUnanswered;
  const start = (): void => {
    onWanted();
    const [first] = checked.problems;
    if (first === undefined) begin.mutate();
    else goTo(first.path);
  };
  return (
    <aside className={styles.side} aria-label={t('start')}>
      <section className={styles.ask}>
        <WhereFor of={of} draft={draft} organisation={organisation} />
        <Completeness of={of} checked={checked} />
        {refusal && <Obstacles error={refusal} of={of} />}
        {foretold.data && foretold.error === null && <Foretold preview={foretold.data} />}
        {begin.error !== null && <Alert type="error" showIcon role="alert" title={said(begin.error)} />}
        <Button type="primary" block loading={begin.isPending} disabled={isRefused} onClick={start}>
          {t('start')}
        </Button>
        <p className={styles.afterwards}>{t('afterwards')}</p>
        <Discard draft={draft} />
      </section>
    </aside>
  );
}

function useBeginning(of: StartForm, { draft, end }: StartDraft, organisation: string, expected: string | undefined) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const { data } = await server.POST('/api/instances', {
        params: { header: { 'If-Match': expected } },
        body: { definition: of.key, organisation, fields: draft.fields },
      });
      const { instance } = data as components['schemas']['CommandRecord'];
      await end();
      await choosePass(instance);
      return instance;
    },
    onSuccess: (instance) => void navigate(`/cases/${instance}`),
  });
}

/** Where the one who starts has only to hand it in, that is chosen already: they see what it does and confirm. */
async function choosePass(instance: string): Promise<void> {
  const { data } = await server.GET('/api/instances/{id}', { params: { path: { id: instance } } });
  const [task] = data?.myTasks ?? [];
  const passing = task?.choices.filter(({ kind }) => kind === 'pass') ?? [];
  const [only] = passing;
  if (task !== undefined && only !== undefined && passing.length === 1) foresee(task.id, only.outcome);
}

function WhereFor({ of, draft, organisation }: Pick<StartPanelProps, 'of' | 'draft' | 'organisation'>) {
  const { t } = useTranslation('start');
  if (of.startAt.length === 1) return <p className={styles.where}>{t('startsFor', { organisation: of.startAt[0]?.name })}</p>;
  return (
    <div>
      <label htmlFor="start-organisation" className={styles.label}>
        {t('organisation')}
      </label>
      <Select
        id="start-organisation"
        style={{ width: '100%' }}
        value={organisation}
        options={of.startAt.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen: string) => draft.write({ organisation: chosen })}
      />
    </div>
  );
}

/** How many of the required fields are filled in, and which are not, each a click away. */
function Completeness({ of, checked: { problems: open, wanted: required } }: Pick<StartPanelProps, 'of' | 'checked'>) {
  const { t } = useTranslation('start');
  const text = useText();
  const all = fieldsOf(of.form);
  const names = new Map(all.map(({ name, title }) => [name, text(title)]));
  const fields = [...new Set(open.map(({ path }) => path.split('/')[1] ?? ''))];
  const missing = open.filter(({ path, code }) => code === 'required' && path.split('/').length === 2).length;
  if (fields.length === 0) return <p className={styles.complete}>{t('complete')}</p>;
  return (
    <div>
      <p className={styles.label}>{t('progress', { done: Math.max(0, required - missing), required })}</p>
      <Progress
        percent={required === 0 ? 0 : Math.round((100 * Math.max(0, required - missing)) / required)}
        showInfo={false}
        size="small"
        aria-label={t('progress', { done: required - missing, required })}
      />
      <p className={styles.open}>
        {t('stillOpen')}
        {fields.map((name) => (
          <Button key={name} type="link" size="small" onClick={() => goTo(`/${name}`)}>
            {names.get(name) ?? name}
          </Button>
        ))}
      </p>
    </div>
  );
}

/** To the input of a field, by the pointer to it. */
function goTo(path: string): void {
  const element = document.getElementById(`start${path.replaceAll('/', '_')}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

function Discard({ draft }: Pick<StartPanelProps, 'draft'>) {
  const { t } = useTranslation(['start', 'frame']);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  if (Object.keys(draft.draft.fields).length === 0) return null;
  const ask = (): void =>
    void modal.confirm({
      title: t('discardTitle'),
      content: t('discardHint'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      cancelText: t('frame:cancel'),
      onOk: async () => {
        await draft.end();
        await navigate('/start');
      },
    });
  return (
    <Button type="text" block onClick={ask}>
      {t('discard')}
    </Button>
  );
}
