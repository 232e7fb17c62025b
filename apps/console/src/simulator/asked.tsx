import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedNow, askedIn, type Fields, missingFields } from '#engine';
import { fieldsOf } from '../case/form-fields.ts';
import { differing } from '../case/step-fields.tsx';
import { EditableForm } from '../form/editable-form.tsx';
import { useText } from '../words/language.ts';
import { Moment } from './moment.tsx';
import type { Names } from './names.ts';
import { Refusal } from './refusal.tsx';
import type { Run } from './run.ts';
import { triedForm } from './sample-form.ts';
import styles from './simulator.module.css';

/** Who is asked now, and their answer: one steps into whoever one likes. */
export function Asked({ run, names }: { readonly run: Run; readonly names: Names }) {
  const asked = askedIn(run.simulation);
  return asked.map((one) => <Asking key={one.task.number} of={one} run={run} names={names} />);
}

interface AskingProps {
  readonly of: AskedNow;
  readonly run: Run;
  readonly names: Names;
}

function Asking({ of, run, names }: AskingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const { step, task, people } = of;
  const [chosen, choose] = useState<string>();
  const by = people.find((person) => person === chosen) ?? people[0];
  const dueAt = run.simulation.state?.steps[step.path]?.dueAt;
  const id = `asked-${task.number}`;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{text(step.step.title)}</h2>
      <p className={styles.who}>
        {t('asks', { who: by === undefined ? names.assignee(task.assignee) : names.person(by) })}
        {dueAt !== undefined && (
          <span className={styles.faint}>
            {t('dueAt')} <Moment at={dueAt} />
          </span>
        )}
      </p>
      {people.length > 1 && (
        <Select
          aria-label={t('stepInto')}
          value={by}
          onChange={choose}
          options={people.map((person) => ({ value: person, label: names.person(person) }))}
        />
      )}
      {by === undefined ? <p className={styles.faint}>{t('nobodyMay')}</p> : <Deciding of={of} by={by} run={run} names={names} />}
    </section>
  );
}

/** What a step fills in, as far as somebody has typed it: made up where it is missing. */
function useFilling({ of: { step }, run: { simulation } }: AskingProps) {
  const { form } = simulation.workflow.definition;
  const filled = simulation.state?.form.fields ?? {};
  const sample = useMemo(() => missingFields(simulation, step), [simulation, step]);
  const shown = useMemo(() => triedForm(form), [form]);
  const [typed, setTyped] = useState<Fields>();
  const now = typed ?? { ...filled, ...sample };
  const own = fieldsOf(form).flatMap(({ name, schema }) =>
    ['write', 'required'].includes(step.accessOf(name)) && schema['x-calc'] === undefined ? [name] : [],
  );
  const access = Object.fromEntries(Object.keys(form.schema.properties).map((name) => [name, step.accessOf(name)]));
  return { shown, access, now, setTyped, isEmpty: own.length === 0, changes: differing(own, filled, now) };
}

/** What this step fills in, what it says, and to which earlier step it returns. */
function Deciding(props: AskingProps & { readonly by: string }) {
  const { of, by, run, names } = props;
  const { t } = useTranslation('simulator');
  const { step, returns, task } = of;
  const filling = useFilling(props);
  const [comment, setComment] = useState('');
  const [returnTo, setReturnTo] = useState('');
  const place = `task ${task.number}`;
  const decide = ({ name, kind }: Outcome): void =>
    run.make(
      {
        kind: 'decide',
        by,
        step: step.path,
        outcome: name,
        ...(comment.trim() !== '' && { comment: comment.trim() }),
        ...(Object.keys(filling.changes).length > 0 && { fields: filling.changes }),
        ...(kind === 'return' && returnTo !== '' && { returnTo }),
      },
      place,
    );
  return (
    <>
      {!filling.isEmpty && (
        <details className={styles.fill} open={!step.step.assignees.some((rule) => 'applicant' in rule)}>
          <summary>{t('fillIn')}</summary>
          <EditableForm
            name={`simulate-${task.number}`}
            form={filling.shown}
            access={filling.access}
            fields={filling.now}
            onChange={filling.setTyped}
          />
        </details>
      )}
      <Input.TextArea
        aria-label={t('comment')}
        placeholder={t('commentHint')}
        value={comment}
        autoSize={{ minRows: 1, maxRows: 5 }}
        onChange={({ target }) => setComment(target.value)}
      />
      {returns.length > 0 && (
        <Select
          aria-label={t('returnTo')}
          value={returnTo}
          onChange={setReturnTo}
          options={[{ value: '', label: t('returnAsDrawn') }, ...returns.map((path) => ({ value: path, label: names.place(path) }))]}
        />
      )}
      <Refusal of={run} at={place} />
      <Outcomes of={of.outcomes} onChosen={decide} />
    </>
  );
}

type Outcome = AskedNow['outcomes'][number];

function Outcomes({ of, onChosen }: { readonly of: readonly Outcome[]; readonly onChosen: (outcome: Outcome) => void }) {
  const text = useText();
  return (
    <div className={styles.buttons}>
      {of.map((outcome) => (
        <Button
          key={outcome.name}
          type={outcome.kind === 'pass' ? 'primary' : 'default'}
          danger={outcome.kind === 'refuse'}
          onClick={() => onChosen(outcome)}
        >
          {text(outcome.title)}
        </Button>
      ))}
    </div>
  );
}
