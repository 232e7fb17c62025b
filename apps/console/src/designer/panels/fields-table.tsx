import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FieldAccess, fieldNames } from '#engine';
import { useText } from '../../words/language.ts';
import { put, useAt, useDefinition } from '../document/designed.ts';
import inputs from '../inputs/inputs.module.css';
import { Wrong } from '../inputs/labelled.tsx';
import styles from './panels.module.css';

const accesses = ['hidden', 'read', 'write', 'required'] as const satisfies readonly FieldAccess[];

/** What may be done with each field in a step; those without a word of their own follow the first line. */
export function FieldsTable({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const definition = useDefinition();
  const fields = useAt<Readonly<Record<string, FieldAccess>>>(at) ?? {};
  const rest = fields['*'] ?? 'read';
  const write = (name: string, access: FieldAccess | ''): void => {
    const { [name]: _before, ...others } = fields;
    const next = access === '' ? others : { ...others, [name]: access };
    put(at, Object.keys(next).length === 0 ? undefined : next);
  };
  const options = accesses.map((value) => ({ value: value as FieldAccess | '', label: t(`access-${value}`) }));
  const lineOf = (name: string, title: string, isConditional = false) => (
    <tr key={name}>
      <th scope="row">
        {title}
        {isConditional && <span className={styles.kind}> {t('conditional')}</span>}
      </th>
      <td>
        <Select<FieldAccess | ''>
          size="small"
          aria-label={t('accessOf', { field: title })}
          value={fields[name] ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: name === '*' ? t('access-read') : t('accessAsRest', { access: t(`access-${rest}`) }) }, ...options]}
          onChange={(access) => write(name, access)}
        />
      </td>
    </tr>
  );
  return (
    <>
      <table className={inputs.table}>
        <tbody>
          {lineOf('*', t('otherFields'))}
          {fieldNames(definition).map((name) => {
            const field = definition.form.schema.properties[name];
            const { title, 'x-en': en } = field ?? { title: name };
            const isConditional = field?.['x-shown'] !== undefined || field?.['x-required'] !== undefined;
            return lineOf(name, text({ zh: title, ...(en !== undefined && { en }) }), isConditional);
          })}
        </tbody>
      </table>
      <Wrong pointer={at} />
    </>
  );
}
