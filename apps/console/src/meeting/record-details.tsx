import { Alert, Button, Input, InputNumber, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { FieldInput } from '../case/field-input.tsx';
import { fieldsOf } from '../case/form-fields.ts';
import { useText } from '../words/language.ts';
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
  const text = useText();
  const { data } = api.useQuery('get', '/api/instances/{id}', { params: { path: { id: item.task.instance } } });
  if (data === undefined) return null;
  const asked = fieldsOf(data.form).filter(({ name }) => item.asks.includes(name));
  return (
    <section className={styles.asked} aria-label={t('stepFields')}>
      {asked.map(({ name, title, schema }) => (
        <div key={name}>
          <label htmlFor={`${item.task.id}-${name}`}>{text(title)}</label>
          <FieldInput
            id={`${item.task.id}-${name}`}
            label={text(title)}
            schema={schema}
            value={stated.fields?.[name] ?? data.form.fields[name]}
            onChange={(value) => say({ fields: { ...stated.fields, [name]: value } })}
          />
        </div>
      ))}
    </section>
  );
}
