import type { WidgetProps } from '@rjsf/utils';
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRegister } from '../case/field-value.tsx';
import type { FieldSchema } from '../case/form-fields.ts';
import { ariaOf, statusOf } from './field-aria.ts';

/** So few are seen at once; more are looked for in a list. */
const fewChoices = 4;

/** One of a list: of the schema's own, or of a register. */
export function ChoiceWidget(props: WidgetProps) {
  const { t } = useTranslation('form');
  const { id, value, onChange, onBlur } = props;
  const schema = props.schema as FieldSchema;
  const options = useOptions(schema);
  if (schema.oneOf !== undefined && schema.oneOf.length <= fewChoices) {
    return <FewChoices {...props} options={options} />;
  }
  return (
    <Select
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={typeof value === 'string' ? value : null}
      options={options}
      style={{ width: '100%' }}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export function YesNoWidget(props: WidgetProps) {
  const { t } = useTranslation('form');
  const options = [
    { value: true, label: t('yes') },
    { value: false, label: t('no') },
  ];
  return <FewChoices {...props} options={options} />;
}

interface FewChoicesProps extends Omit<WidgetProps, 'options'> {
  readonly options: { readonly value: string | boolean; readonly label: string }[];
}

/** A second click on what is chosen takes it back. */
function FewChoices({ options, ...props }: FewChoicesProps) {
  const { id, value, onChange } = props;
  const shared = props as unknown as WidgetProps;
  return (
    <Radio.Group id={id} {...ariaOf(shared)} role="radiogroup" value={value ?? null}>
      {options.map(({ value: choice, label }) => (
        <Radio key={String(choice)} value={choice} onClick={() => onChange(choice === value ? undefined : choice)}>
          {label}
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** Several of a list, or words of one's own. */
export function SeveralWidget(props: WidgetProps) {
  const { t } = useTranslation('form');
  const { id, value, onChange, onBlur } = props;
  const items = (props.schema as FieldSchema).items ?? { type: 'string' };
  const options = useOptions(items);
  const isFree = items.oneOf === undefined && items['x-kind'] === undefined;
  return (
    <Select
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      mode={isFree ? 'tags' : 'multiple'}
      tokenSeparators={isFree ? ['、', '，', ',', ';', '；'] : []}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(isFree ? 'typeSeveral' : 'chooseSeveral')}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={options}
      style={{ width: '100%' }}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen)}
      onBlur={() => onBlur(id, value)}
    />
  );
}

function useOptions(schema: FieldSchema): { value: string; label: string }[] {
  const isReference = schema['x-kind'] === 'reference';
  const { data } = useRegister(schema['x-register'] ?? '', isReference);
  if (isReference) return (data?.entries ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (schema.oneOf ?? []).map(({ const: value, title }) => ({ value, label: title }));
}
