import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditableForm } from '../../form/editable-form.tsx';
import { useText } from '../../words/language.ts';
import styles from '../case.module.css';
import type { Case, FieldSchema } from '../form-fields.ts';
import { differing } from '../step-fields.tsx';
import { PeoplePicker } from './people-picker.tsx';
import type { Values, Verb } from './verb.ts';

interface VerbFormProps {
  readonly verb: Verb;
  readonly of: Case;
  readonly values: Values;
  readonly onChange: (change: Partial<Values>, names?: readonly string[]) => void;
}

/** What a verb wants to know: whom, how, and why. */
export function VerbForm({ verb, of, values, onChange }: VerbFormProps) {
  const { t } = useTranslation('verbs');
  const label = verb.word === 'comment' ? t('remark') : verb.word === 'resolve' ? t('answer') : t('reason');
  return (
    <>
      <Asked verb={verb} of={of} values={values} onChange={onChange} />
      {verb.reason !== 'none' && (
        <Labelled label={verb.reason === 'optional' ? t('reasonOptional') : label}>
          <Input.TextArea
            autoFocus={verb.asks === undefined}
            aria-label={verb.reason === 'optional' ? t('reasonOptional') : label}
            value={values.comment}
            maxLength={verb.reasonLimit}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={({ target }) => onChange({ comment: target.value })}
          />
        </Labelled>
      )}
    </>
  );
}

function Asked({ verb, of, values, onChange }: VerbFormProps): ReactNode {
  const { t } = useTranslation('verbs');
  const text = useText();
  const pick = (people: readonly string[], names: readonly string[]): void => onChange({ people }, names);
  const from = (verb.from ?? []).map(({ value, label }) => ({ value, label: text(label) }));
  switch (verb.asks) {
    case undefined:
      return null;
    case 'person':
      return (
        <Labelled label={t('person')}>
          <PeoplePicker label={t('person')} isOne value={values.people} onChange={pick} />
        </Labelled>
      );
    case 'recipients':
      return (
        <Labelled label={t('recipients')}>
          <PeoplePicker label={t('recipients')} withPosts value={values.people} onChange={pick} />
        </Labelled>
      );
    case 'signing':
      return <Signing values={values} onChange={onChange} />;
    case 'signers':
      return (
        <Labelled label={t('letOff')}>
          <Checkbox.Group
            options={from}
            value={[...values.people]}
            onChange={(people) =>
              onChange(
                { people },
                people.map((id) => from.find(({ value }) => value === id)?.label ?? ''),
              )
            }
          />
        </Labelled>
      );
    case 'step':
      return (
        <Labelled label={t('toStep')}>
          <Select
            className={styles.whole}
            aria-label={t('toStep')}
            value={values.step === '' ? undefined : values.step}
            options={from}
            onChange={(step: string) => onChange({ step })}
          />
        </Labelled>
      );
    case 'fields':
      return <Supplemented verb={verb} of={of} values={values} onChange={onChange} />;
  }
}

function Supplemented({ verb, of, values, onChange }: VerbFormProps): ReactNode {
  const names = Object.keys((of.form.schema as FieldSchema).properties ?? {});
  const access = Object.fromEntries(names.map((name) => [name, verb.fields?.includes(name) ? ('write' as const) : ('hidden' as const)]));
  return (
    <EditableForm
      name="supplement"
      form={of.form}
      access={access}
      fields={{ ...of.form.fields, ...values.fields }}
      calculated={of.form.fields}
      onChange={(fields) => onChange({ fields: differing(verb.fields ?? [], of.form.fields, fields) })}
    />
  );
}

function Signing({ values, onChange }: Pick<VerbFormProps, 'values' | 'onChange'>) {
  const { t } = useTranslation('verbs');
  return (
    <>
      <Labelled label={t('people')}>
        <PeoplePicker label={t('people')} value={values.people} onChange={(people, names) => onChange({ people }, names)} />
      </Labelled>
      <Labelled label={t('place')}>
        <Radio.Group
          aria-label={t('place')}
          value={values.place}
          options={(['before', 'after', 'beside'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={({ target }) => onChange({ place: target.value as Values['place'] })}
        />
      </Labelled>
      {values.place !== 'beside' && values.people.length > 1 && (
        <Labelled label={t('policy')}>
          <Radio.Group
            aria-label={t('policy')}
            value={values.policy}
            options={(['all', 'one', 'sequence'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={({ target }) => onChange({ policy: target.value as Values['policy'] })}
          />
        </Labelled>
      )}
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className={styles.label}>{label}</div>
      {children}
    </div>
  );
}
