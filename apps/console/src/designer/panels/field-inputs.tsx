import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FormField, field, withValue } from '#engine';
import { put, useAt } from '../document/designed.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import inputs from '../inputs/inputs.module.css';
import { Section } from '../inputs/labelled.tsx';
import { ListInput } from '../inputs/list-input.tsx';
import { NamedInput } from '../inputs/named-input.tsx';
import { NumberInput, TextInput } from '../inputs/plain.tsx';
import { TypeInput } from '../inputs/shape-inputs.tsx';

export const fieldKinds = ['line', 'longText', 'whole', 'money', 'share', 'date', 'yesNo', 'choice', 'file', 'table'] as const;
type FieldKind = (typeof fieldKinds)[number];

/** What a field begins as. */
export function freshField(kind: FieldKind, title: string): FormField {
  const label = [title, title] as const;
  const made: FormField = {
    line: () => field.text(label, { maxLength: 200 }),
    longText: () => field.text(label),
    whole: () => field.whole(label),
    money: () => field.money(label),
    share: () => field.share(label),
    date: () => field.date(label),
    yesNo: () => field.yesNo(label),
    choice: () => field.choice(label, { one: ['选项一', 'One'], two: ['选项二', 'Two'] }),
    file: () => field.file(label),
    table: () => field.table(label, { item: { type: 'string', title: '项目', maxLength: 200 } }),
  }[kind]();
  return withValue(made, '/x-en', undefined);
}

/** A field: its title, what may stand in it, whether it is wanted. */
export function FieldInputs({ at, name }: { readonly at: string; readonly name: string }) {
  const { t } = useTranslation('designer');
  const value = useAt<FormField>(at);
  if (value === undefined) return null;
  return (
    <>
      <TextInput pointer={`${at}/title`} label={t('titleChinese')} />
      <TextInput pointer={`${at}/x-en`} label={t('titleEnglish')} />
      <TextInput pointer={`${at}/description`} label={t('fieldDescription')} isLong />
      {value['x-calc'] === undefined && <RequiredInput name={name} />}
      <Limits at={at} value={value} />
      {value.type === 'array' && value.items.type === 'object' && <Columns at={`${at}/items`} />}
      <Section title={t('conditions')} isOpen={value['x-shown'] !== undefined || value['x-required'] !== undefined}>
        <ExpressionInput pointer={`${at}/x-shown`} label={t('shownWhen')} hint={t('shownWhenHint')} isOptional />
        {value['x-calc'] === undefined && (
          <ExpressionInput pointer={`${at}/x-required`} label={t('requiredWhen')} hint={t('requiredWhenHint')} isOptional />
        )}
      </Section>
      <Section title={t('calculated')}>
        <ExpressionInput pointer={`${at}/x-calc`} label={t('calculation')} hint={t('calculationHint')} isOptional />
      </Section>
    </>
  );
}

function RequiredInput({ name }: { readonly name: string }) {
  const { t } = useTranslation('designer');
  const required = useAt<readonly string[]>('/form/schema/required') ?? [];
  const write = (isRequired: boolean): void =>
    put('/form/schema/required', isRequired ? [...required, name] : required.filter((each) => each !== name));
  return (
    <div className={inputs.labelled}>
      <Checkbox checked={required.includes(name)} onChange={({ target }) => write(target.checked)}>
        {t('required')}
      </Checkbox>
    </div>
  );
}

interface LimitsProps {
  readonly at: string;
  readonly value: { readonly type: string; readonly format?: string; readonly oneOf?: unknown; readonly 'x-kind'?: string };
}

function Limits({ at, value }: LimitsProps) {
  const { t } = useTranslation('designer');
  switch (value.type) {
    case 'number':
    case 'integer':
      return (
        <>
          <NumberInput pointer={`${at}/minimum`} label={t('minimum')} />
          <NumberInput pointer={`${at}/maximum`} label={t('maximum')} />
          <TextInput pointer={`${at}/x-unit`} label={t('unit')} />
        </>
      );
    case 'array':
      return (
        <>
          <NumberInput pointer={`${at}/minItems`} label={t('minItems')} min={0} />
          <NumberInput pointer={`${at}/maxItems`} label={t('maxItems')} min={1} max={1000} />
        </>
      );
    case 'string':
      return <TextLimits at={at} value={value} />;
    default:
      return null;
  }
}

function TextLimits({ at, value }: LimitsProps) {
  const { t } = useTranslation('designer');
  if (value.oneOf !== undefined) {
    return (
      <ListInput
        pointer={`${at}/oneOf`}
        name={t('choice')}
        atLeast={1}
        fresh={() => ({ const: `choice${performance.now().toFixed(0)}`, title: t('choice') })}
      >
        {(choice) => (
          <>
            <TextInput pointer={`${choice}/title`} label={t('titleChinese')} />
            <TextInput pointer={`${choice}/x-en`} label={t('titleEnglish')} />
            <TextInput pointer={`${choice}/const`} label={t('choiceValue')} />
          </>
        )}
      </ListInput>
    );
  }
  if (value['x-kind'] !== undefined || value.format === 'date') return null;
  return (
    <>
      <NumberInput pointer={`${at}/maxLength`} label={t('maxLength')} hint={t('maxLengthHint')} min={1} max={100_000} />
      <TextInput pointer={`${at}/pattern`} label={t('pattern')} hint={t('patternHint')} />
    </>
  );
}

function Columns({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <Section title={t('columns')} isOpen>
      <NamedInput pointer={`${at}/properties`} label={t('column')} fresh={(name) => ({ type: 'string', title: name, maxLength: 200 })}>
        {(column) => <ColumnInputs at={column} />}
      </NamedInput>
    </Section>
  );
}

function ColumnInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <>
      <TextInput pointer={`${at}/title`} label={t('titleChinese')} />
      <TextInput pointer={`${at}/x-en`} label={t('titleEnglish')} />
      <TypeInput at={at} />
    </>
  );
}
