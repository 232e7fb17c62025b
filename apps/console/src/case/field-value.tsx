import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { numbered, percentage, useWritten } from '../time/formats.ts';
import { useLanguage, useText } from '../words/language.ts';
import { AttachmentLink } from './attachment-link.tsx';
import styles from './case.module.css';
import { type FieldSchema, isShare, titleOf } from './form-fields.ts';

interface FieldValueProps {
  readonly schema: FieldSchema;
  readonly value: unknown;
}

/** What a field holds, as one reads it: names for keys, units, percentages, tables. */
export function FieldValue({ schema, value }: FieldValueProps) {
  const { t } = useTranslation('case');
  const language = useLanguage();
  if (schema.items?.type === 'object') return <Lines schema={schema.items} lines={value as readonly Record<string, unknown>[]} />;
  if (Array.isArray(value)) return <Several schema={schema.items ?? schema} values={value} />;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return isShare(schema) ? percentage(value, language) : numbered(value, language, schema['x-unit']);
  return <TextValue schema={schema} value={String(value)} />;
}

function TextValue({ schema, value }: { readonly schema: FieldSchema; readonly value: string }) {
  const text = useText();
  const written = useWritten();
  if (schema['x-kind'] === 'file') return <AttachmentLink id={value} />;
  if (schema['x-kind'] === 'reference') return <Referred register={schema['x-register'] ?? ''} name={value} />;
  const choice = schema.oneOf?.find((candidate) => candidate.const === value);
  if (choice !== undefined) return text({ zh: choice.title, en: choice['x-en'] });
  return schema.format === 'date' ? written(`${value}T00:00:00+08:00`, 'date') : value;
}

function Several({ schema, values }: { readonly schema: FieldSchema; readonly values: readonly unknown[] }) {
  return (
    <ul className={styles.several}>
      {values.map((value) => (
        <li key={String(value)}>
          <FieldValue schema={schema} value={value} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ schema, lines }: { readonly schema: FieldSchema; readonly lines: readonly Record<string, unknown>[] }) {
  const text = useText();
  const columns = Object.entries(schema.properties ?? {});
  return (
    <section className={styles.tableFrame} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(([name, column]) => (
              <th key={name} scope="col">
                {text(titleOf(name, column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <tr key={place}>
              {columns.map(([name, column]) => (
                <td key={name}>{line[name] !== undefined && <FieldValue schema={column} value={line[name]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** An entry of a register, by its name there. */
function Referred({ register, name }: { readonly register: string; readonly name: string }) {
  const { data } = useRegister(register);
  const entry = data?.entries.find(({ key }) => key === name);
  return entry === undefined ? name : <span title={entry.detail}>{entry.name}</span>;
}

export const useRegister = (register: string, isAsked = true) =>
  api.useQuery(
    'get',
    '/api/registers/{register}',
    { params: { path: { register } } },
    { staleTime: Number.POSITIVE_INFINITY, enabled: isAsked },
  );
