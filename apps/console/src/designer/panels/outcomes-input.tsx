import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#engine';
import inputs from '../inputs/inputs.module.css';

type Outcome = Extract<Policy, { by: 'one' }>['outcomes'][number];
type Declared = Exclude<Outcome, string>;

const known = ['approve', 'return', 'reject', 'submit', 'resubmit'] as const;

interface OutcomesInputProps {
  readonly outcomes: readonly Outcome[];
  /** Of the whole list, when one is added or taken away. */
  readonly onChange: (outcomes: readonly Outcome[]) => void;
  /** Of one, whose ways follow it. */
  readonly onChangeOne: (index: number, outcome: Outcome) => void;
}

/** What people can say: one of the well-known words, or one of the step's own. */
export function OutcomesInput({ outcomes, onChange, onChangeOne }: OutcomesInputProps) {
  const { t } = useTranslation('designer');
  const names = outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.name));
  const free = known.find((name) => !names.includes(name));
  return (
    <fieldset className={inputs.labelled}>
      <legend>{t('outcomes')}</legend>
      {outcomes.map((outcome, index) => (
        <div key={index} className={inputs.line}>
          <Select
            className={inputs.grow ?? ''}
            aria-label={t('outcomeNumber', { number: index + 1 })}
            value={typeof outcome === 'string' ? outcome : 'own'}
            options={[
              ...known.map((value) => ({
                value: value as string,
                label: t(`outcome-${value}`),
                disabled: names.includes(value) && names[index] !== value,
              })),
              { value: 'own', label: t('outcome-own') },
            ]}
            onChange={(chosen) => onChangeOne(index, chosen === 'own' ? ownOf(names, t('newOutcome')) : (chosen as Outcome))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('removeNamed', { name: t('outcomeNumber', { number: index + 1 }) })}
            disabled={outcomes.length === 1}
            onClick={() => onChange(outcomes.filter((_, at) => at !== index))}
          />
          {typeof outcome !== 'string' && <OwnOutcome outcome={outcome} number={index + 1} onChange={(own) => onChangeOne(index, own)} />}
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...outcomes, free ?? ownOf(names, t('newOutcome'))])}
        >
          {t('addOutcome')}
        </Button>
      </div>
    </fieldset>
  );
}

function ownOf(names: readonly string[], zh: string): Declared {
  let number = 1;
  while (names.includes(`outcome${number}`)) number += 1;
  return { name: `outcome${number}`, title: { zh }, kind: 'pass' };
}

function OwnOutcome({
  outcome,
  number,
  onChange,
}: {
  readonly outcome: Declared;
  readonly number: number;
  readonly onChange: (outcome: Declared) => void;
}) {
  const { t } = useTranslation('designer');
  const { zh, en } = outcome.title;
  const isRequired = (outcome.comment ?? (outcome.kind === 'pass' ? 'optional' : 'required')) === 'required';
  return (
    <div className={`${inputs.item ?? ''} ${inputs.grow ?? ''}`}>
      <div className={inputs.pair}>
        <Input
          aria-label={t('outcomeTitle', { number })}
          value={zh}
          onChange={({ target }) => onChange({ ...outcome, title: { ...outcome.title, zh: target.value } })}
        />
        <Input
          aria-label={t('outcomeTitleEnglish', { number })}
          placeholder={t('englishOptional')}
          value={en ?? ''}
          onChange={({ target }) => onChange({ ...outcome, title: { zh, ...(target.value !== '' && { en: target.value }) } })}
        />
        <Input
          aria-label={t('outcomeName', { number })}
          prefix={t('stateName')}
          value={outcome.name}
          onChange={({ target }) => onChange({ ...outcome, name: target.value })}
        />
        <Select<Declared['kind']>
          aria-label={t('outcomeKind', { number })}
          value={outcome.kind}
          options={(['pass', 'return', 'refuse'] as const).map((value) => ({ value, label: t(`outcomeKind-${value}`) }))}
          onChange={(kind) => onChange({ ...outcome, kind })}
        />
        <Checkbox
          checked={isRequired}
          onChange={({ target }) => onChange({ ...outcome, comment: target.checked ? 'required' : 'optional' })}
        >
          {t('needsReason')}
        </Checkbox>
      </div>
    </div>
  );
}
