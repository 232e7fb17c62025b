import { useTranslation } from 'react-i18next';
import { NamedInput } from './named-input.tsx';
import { ChoiceInput, TextInput } from './plain.tsx';

interface RecordInputProps {
  readonly pointer: string;
  /** What one of its values is called. */
  readonly label: string;
}

/** Values that are kept or brought along, each by its name; none at all while there is nothing to name. */
export function RecordInput({ pointer, label }: RecordInputProps) {
  return (
    <NamedInput
      pointer={`${pointer}/properties`}
      label={label}
      fresh={(name) => ({ type: 'string', title: name, maxLength: 200 })}
      whole={{ at: pointer, value: { type: 'object', properties: {}, additionalProperties: false } }}
    >
      {(at) => <ShapeInputs at={at} />}
    </NamedInput>
  );
}

/** The title and the type of a single value that is no field of the form. */
export function ShapeInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <>
      <TextInput pointer={`${at}/title`} label={t('title')} />
      <TypeInput at={at} />
    </>
  );
}

/** What a single value is: text, a number, yes or no. */
export function TypeInput({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const options = (['string', 'number', 'integer', 'boolean'] as const).map((value) => ({ value, label: t(`json-${value}`) }));
  return <ChoiceInput pointer={`${at}/type`} label={t('type')} options={options} />;
}
