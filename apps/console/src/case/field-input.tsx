import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { useRegister } from './field-value.tsx';
import { FileInput } from './file-input.tsx';
import { type FieldSchema, isLong, isShare, titleOf } from './form-fields.ts';

export interface FieldInputProps {
  readonly id: string;
  readonly label: string;
  readonly schema: FieldSchema;
  readonly value: unknown;
  /** Null for an emptied field. */
  readonly onChange: (value: unknown) => void;
}

/** What a field is filled in with, by what its schema says it holds. */
export function FieldInput(props: FieldInputProps) {
  const { schema } = props;
  if (schema.items?.type === 'object') return <LinesInput {...props} />;
  if (schema.type === 'array') return <SeveralInput {...props} />;
  if (schema.type === 'boolean') return <YesNoInput {...props} />;
  if (schema.type === 'number' || schema.type === 'integer') return <FigureInput {...props} />;
  if (schema['x-kind'] === 'file') return <FileInput {...props} />;
  if (schema['x-kind'] === 'reference' || schema.oneOf !== undefined) return <ChoiceInput {...props} />;
  return <TextInput {...props} />;
}

function TextInput({ id, label, schema, value, onChange }: FieldInputProps) {
  const shown = typeof value === 'string' ? value : '';
  const said = (text: string): void => onChange(text === '' ? null : text);
  if (isLong(schema)) {
    return (
      <Input.TextArea
        id={id}
        aria-label={label}
        value={shown}
        maxLength={schema.maxLength}
        autoSize={{ minRows: 3 }}
        onChange={({ target }) => said(target.value)}
      />
    );
  }
  const type = schema.format === 'date' ? 'date' : 'text';
  return (
    <Input
      id={id}
      aria-label={label}
      type={type}
      value={shown}
      maxLength={schema.maxLength}
      onChange={({ target }) => said(target.value)}
    />
  );
}

function FigureInput({ id, label, schema, value, onChange }: FieldInputProps) {
  const scale = isShare(schema) ? 100 : 1;
  const scaled = (bound: number | undefined): number | undefined => (bound === undefined ? undefined : bound * scale);
  return (
    <InputNumber
      id={id}
      aria-label={label}
      value={typeof value === 'number' ? Number((value * scale).toFixed(6)) : null}
      min={scaled(schema.minimum)}
      max={scaled(schema.maximum)}
      precision={schema.type === 'integer' ? 0 : undefined}
      suffix={scale === 100 ? '%' : schema['x-unit']}
      style={{ width: '100%', maxWidth: 240 }}
      onChange={(figure) => onChange(figure === null ? null : Number((figure / scale).toFixed(8)))}
    />
  );
}

function YesNoInput({ id, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation('case');
  return (
    <Select
      id={id}
      aria-label={label}
      allowClear
      placeholder={t('choose')}
      value={typeof value === 'boolean' ? String(value) : null}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      onChange={(answer: string | null | undefined) => onChange(answer ? answer === 'true' : null)}
    />
  );
}

/** One of a list: of the schema's own, or of a register. */
function ChoiceInput({ id, label, schema, value, onChange }: FieldInputProps) {
  const { t } = useTranslation('case');
  return (
    <Select
      id={id}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={typeof value === 'string' ? value : null}
      options={useOptions(schema)}
      style={{ width: '100%' }}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
    />
  );
}

function SeveralInput({ id, label, schema, value, onChange }: FieldInputProps) {
  const { t } = useTranslation('case');
  const items = schema.items ?? schema;
  const options = useOptions(items);
  const isFree = items.oneOf === undefined && items['x-kind'] === undefined;
  return (
    <Select
      id={id}
      aria-label={label}
      mode={isFree ? 'tags' : 'multiple'}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={Array.isArray(value) ? (value as string[]) : []}
      options={options}
      style={{ width: '100%' }}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? null : chosen)}
    />
  );
}

function useOptions(schema: FieldSchema): { value: string; label: string }[] {
  const text = useText();
  const isReference = schema['x-kind'] === 'reference';
  const { data } = useRegister(schema['x-register'] ?? '', isReference);
  if (isReference) return (data?.entries ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (schema.oneOf ?? []).map(({ const: value, title, 'x-en': en }) => ({ value, label: text({ zh: title, en }) }));
}

type Line = Readonly<Record<string, unknown>>;

/** A table that is filled in line by line. */
function LinesInput({ id, schema, value, onChange }: FieldInputProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const lines = Array.isArray(value) ? (value as readonly Line[]) : [];
  const columns = Object.entries(schema.items?.properties ?? {});
  const put = (changed: readonly Line[]): void => onChange(changed.length === 0 ? null : changed);
  const write = (place: number, name: string, cell: unknown): void =>
    put(lines.map((line, index) => (index === place ? written(line, name, cell) : line)));
  return (
    <div>
      {lines.map((line, place) => (
        <div key={place} className={styles.line}>
          {columns.map(([name, column]) => (
            <label key={name} htmlFor={`${id}-${place}-${name}`}>
              <span>{text(titleOf(name, column))}</span>
              <FieldInput
                id={`${id}-${place}-${name}`}
                label={text(titleOf(name, column))}
                schema={column}
                value={line[name]}
                onChange={(cell) => write(place, name, cell)}
              />
            </label>
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('removeLine')}
            title={t('removeLine')}
            onClick={() => put(lines.filter((_, index) => index !== place))}
          />
        </div>
      ))}
      <Button id={id} icon={<PlusOutlined />} onClick={() => put([...lines, {}])}>
        {t('addLine')}
      </Button>
    </div>
  );
}

/** An emptied cell is none. */
function written(line: Line, name: string, cell: unknown): Line {
  const { [name]: _, ...others } = line;
  return cell === null ? others : { ...others, [name]: cell };
}
