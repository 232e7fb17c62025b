import { Alert, App, Button, Input, Select } from 'antd';
import { type ComponentRef, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { queries } from '../api/query-client.ts';
import { useSaid } from '../state/failed.tsx';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { Deficiencies } from './deficiencies.tsx';
import { useDraft } from './drafts.ts';
import { decisionOf, type Preview, useDryRun } from './dry-run.ts';
import { Foretold } from './foretold.tsx';
import type { Case, OwnTask } from './form-fields.ts';
import { isTyping } from './keys.ts';
import { Obstacles } from './obstacles.tsx';

type Choice = OwnTask['choices'][number];

interface AskPanelProps {
  readonly of: Case;
  readonly task: OwnTask;
  readonly onDecided?: (() => void) | undefined;
}

const keys: Readonly<Record<string, string>> = { a: 'pass', b: 'return', r: 'refuse' };

/** What is asked of me, and my answer: what to choose, why, and what will come of it before I confirm. */
export function AskPanel({ of, task, onDecided }: AskPanelProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const { draft, write } = useDraft(task.id);
  const chosen = task.choices.find(({ outcome }) => outcome === draft.outcome);
  const comment = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const choose = ({ outcome }: Choice): void => {
    write({ outcome });
    requestAnimationFrame(() => comment.current?.focus());
  };
  useChoosing(task.choices, choose);
  return (
    <section className={styles.ask} aria-labelledby={`ask-${task.id}`}>
      <h2 id={`ask-${task.id}`}>{t('asked')}</h2>
      <p className={styles.askStep}>
        {text(task.step.title)} <Due at={task.dueAt} />
      </p>
      <fieldset className={styles.choices} aria-label={t('asked')}>
        {task.choices.map((choice) => (
          <Button
            key={choice.outcome}
            type={choice === chosen ? 'primary' : 'default'}
            danger={choice.kind === 'refuse'}
            aria-pressed={choice === chosen}
            onClick={() => choose(choice)}
          >
            {text(choice.title)}
          </Button>
        ))}
      </fieldset>
      {chosen && <Answering of={of} task={task} choice={chosen} comment={comment} onDecided={onDecided} />}
    </section>
  );
}

/** A, B and R choose, wherever on the page one is not typing. */
function useChoosing(choices: readonly Choice[], choose: (choice: Choice) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const choice = choices.find(({ kind }) => kind === keys[event.key.toLowerCase()]);
      if (choice === undefined) return;
      event.preventDefault();
      choose(choice);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

interface AnsweringProps extends AskPanelProps {
  readonly choice: Choice;
  readonly comment: RefObject<ComponentRef<typeof Input.TextArea> | null>;
}

function Answering({ of, task, choice, comment, onDecided }: AnsweringProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const { draft, write } = useDraft(task.id);
  const { returnTo: targets = [], isCommentRequired } = choice;
  const label = t(isCommentRequired ? 'commentRequired' : 'comment');
  return (
    <>
      {targets.length > 1 && (
        <Select
          className={styles.whole}
          aria-label={t('returnTo')}
          placeholder={t('returnTo')}
          value={draft.returnTo}
          onChange={(returnTo: string) => write({ returnTo })}
          options={targets.map(({ path, title }) => ({ value: path, label: text(title) }))}
        />
      )}
      <Input.TextArea
        ref={comment}
        aria-label={label}
        placeholder={label}
        value={draft.comment}
        maxLength={5000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={({ target }) => write({ comment: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {choice.kind === 'return' && <Deficiencies of={of} task={task} />}
      <Consequence of={of} task={task} choice={choice} onDecided={onDecided} />
    </>
  );
}

function Consequence({ of, task, choice, onDecided }: AskPanelProps & { readonly choice: Choice }) {
  const { t } = useTranslation('case');
  const text = useText();
  const said = useSaid();
  const { message } = App.useApp();
  const { draft, drop } = useDraft(task.id);
  const foretold = useDryRun(of, task, draft);
  const label = useLabel();
  const decide = api.useMutation('post', '/api/tasks/{id}/decisions', {
    onSuccess: () => {
      drop();
      void message.success(t('done', { outcome: text(choice.title) }));
      onDecided?.();
    },
    onError: () => {
      // Somebody may have been quicker: what the page shows is asked for anew, and what was typed stays.
      void queries.invalidateQueries();
    },
  });
  const isSilent = choice.isCommentRequired && (draft.comment ?? '').trim() === '';
  const confirm = (): void =>
    decide.mutate({
      params: { path: { id: task.id }, header: { 'If-Match': foretold.data?.expected } },
      body: decisionOf(of, choice.kind === 'return' ? draft : { ...draft, items: [] }),
    });
  return (
    <>
      {foretold.error !== null && <Obstacles error={foretold.error} of={of} />}
      {foretold.data && <Foretold preview={foretold.data} />}
      {decide.error instanceof ProblemError && <Alert type="error" showIcon role="alert" title={said(decide.error)} />}
      {isSilent && <p className={styles.hint}>{t('commentMissing')}</p>}
      <Button
        type="primary"
        block
        danger={choice.kind === 'refuse'}
        loading={decide.isPending}
        disabled={!foretold.isSettled || foretold.data === undefined || foretold.error !== null || isSilent}
        onClick={confirm}
        data-confirm
      >
        {label(choice, foretold.data)}
      </Button>
    </>
  );
}

/** What the button does, in its own words. */
function useLabel(): (choice: Choice, preview: Preview | undefined) => string {
  const { t } = useTranslation('case');
  const text = useText();
  return ({ title }, preview) => {
    const outcome = text(title);
    const [first] = preview?.entered ?? [];
    if (first !== undefined) return t('confirmTo', { outcome, step: text(first.title) });
    const [state] = preview !== undefined && (preview.isFinished || preview.left.length > 0) ? preview.states : [];
    return state === undefined ? outcome : t('confirmEnd', { outcome, state: text(state.title) });
  };
}
