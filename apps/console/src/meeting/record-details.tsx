import { Alert, Button, Input, InputNumber, Select } from 'antd';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { EditableForm } from '../form/editable-form.tsx';
import type { FindingDraft } from './findings.ts';
import styles from './meeting.module.css';
import type { RecordRowProps } from './record-row.tsx';
import { findingOf, type Stated, useStating } from './stating.ts';
import { castIn, recounted, type Tally, unanimous, votersOf } from './tally.ts';

type DetailsProps = RecordRowProps & { readonly stated: Stated };
type PartProps = DetailsProps & { readonly say: (change: FindingDraft) => void };

/** The wording, the votes, who was recused, and what else the form wants with it. */
export function RecordDetails(props: DetailsProps) {
  const { of, item, isWorking, stated, onConfirm } = props;
  const { t } = useTranslation('meeting');
  const stating = useStating(of);
  const say = (change: FindingDraft): void => stating.say(item, change);
  const isStale = item.finding?.formVersion !== undefined && item.finding.formVersion !== item.formVersion;
  const typed = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') (document.activeElement as HTMLElement | null)?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onConfirm();
  };
  return (
    // The keys belong to the fields within.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.details} onKeyDown={typed}>
      {isStale && <Alert type="warning" showIcon title={t('formChanged')} />}
      {isWorking ? <Wording {...props} say={say} /> : <p className={styles.minutesText}>{stated.text}</p>}
      {isWorking && <Voting {...props} say={say} />}
      {item.asks.length > 0 && isWorking && <AskedFields {...props} say={say} />}
      <div className={styles.between}>
        <Link to={`/cases/${item.task.instance}`} target="_blank">
          {t('openCase')}
        </Link>
        {isWorking && (
          <Button type="primary" disabled={findingOf(stated, item.formVersion) === undefined} onClick={onConfirm}>
            {t('saveItem')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Wording({ stated, say }: PartProps) {
  const { t } = useTranslation('meeting');
  return (
    <>
      {stated.outcome === 'passed-with-conditions' && (
        <label>
          {t('conditions')}
          <Input.TextArea
            data-part="conditions"
            value={stated.conditions}
            maxLength={5000}
            autoSize={{ minRows: 1, maxRows: 8 }}
            onChange={({ target }) => say({ conditions: target.value })}
          />
        </label>
      )}
      <label>
        {t('text')}
        <Input.TextArea
          data-part="text"
          lang="zh-CN"
          value={stated.text}
          maxLength={5000}
          autoSize={{ minRows: 2, maxRows: 10 }}
          onChange={({ target }) => say({ text: target.value })}
        />
      </label>
    </>
  );
}

const counted = [
  ['for', 'votesFor'],
  ['against', 'votesAgainst'],
  ['abstained', 'abstained'],
] as const;

function Voting({ of, stated, say }: PartProps) {
  const { t } = useTranslation('meeting');
  const { outcome, recusals, tally } = stated;
  const voters = votersOf(of, recusals);
  const recuse = (names: readonly string[]): void =>
    say({ recusals: [...names], tally: outcome === undefined ? undefined : unanimous(outcome, votersOf(of, names)) });
  const count = (change: Partial<Tally>): void => {
    if (outcome !== undefined && tally !== undefined) say({ tally: recounted(outcome, voters, tally, change) });
  };
  const present = of.members.filter(({ isPresent }) => isPresent).map(({ name }) => name);
  return (
    <div className={styles.voting}>
      <label className={styles.recusals}>
        {t('recusals')}
        <Select
          mode="multiple"
          allowClear
          value={[...recusals]}
          placeholder={t('recusalsHint')}
          options={present.map((name) => ({ value: name, label: name }))}
          onChange={recuse}
        />
      </label>
      {tally !== undefined && outcome !== 'deferred' && (
        <fieldset className={styles.tally} data-part="votes" aria-label={t('votes')}>
          {counted.map(([side, word]) => (
            <label key={side}>
              {t(word)}
              <InputNumber
                min={0}
                max={voters}
                precision={0}
                value={tally[side]}
                onChange={(votes) => votes !== null && count({ [side]: votes })}
              />
            </label>
          ))}
          <span className={castIn(tally) === voters ? styles.faint : styles.warned}>
            {castIn(tally) === voters ? t('voters', { count: voters }) : t('tallyWrong', { cast: castIn(tally), voters })}
          </span>
        </fieldset>
      )}
    </div>
  );
}

/** What the form has filled in at this step, such as an extract of the minutes. */
function AskedFields({ item, stated, say }: PartProps) {
  const { t } = useTranslation('meeting');
  const { data } = api.useQuery('get', '/api/instances/{id}', { params: { path: { id: item.task.instance } } });
  const access = useMemo(() => Object.fromEntries(item.asks.map((name) => [name, 'write' as const])), [item.asks]);
  const all = useMemo(() => ({ ...data?.form.fields, ...stated.fields }), [data, stated.fields]);
  const now = useMemo(() => pickedFrom(all, item.asks), [all, item.asks]);
  if (data === undefined) return null;
  const write = (fields: Readonly<Record<string, unknown>>): void => {
    const asked = pickedFrom(fields, item.asks);
    if (JSON.stringify(asked) !== JSON.stringify(now)) say({ fields: asked });
  };
  return (
    <section aria-label={t('stepFields')}>
      <EditableForm
        name={`asked-${item.task.id}`}
        form={data.form}
        access={access}
        fields={all}
        calculated={data.form.fields}
        onChange={write}
      />
    </section>
  );
}

type Fields = NonNullable<Stated['fields']>;

const pickedFrom = (fields: Readonly<Record<string, unknown>>, names: readonly string[]): Fields => {
  const found = names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]] as const);
  return Object.fromEntries<Fields[string]>(found as readonly (readonly [string, Fields[string]])[]);
};
