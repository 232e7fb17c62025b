import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';
import { Field } from '../administration/field.tsx';
import { api } from '../api/client.ts';
import { useText } from '../words/language.ts';

/** A part of what is filled in for a new process. */
export interface Part<Value, Filled> {
  readonly value: Value | undefined;
  readonly put: (change: Partial<Filled>) => void;
}

interface Named {
  readonly name: string;
  readonly key: string;
}

export const isKey = (key: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key);

export function NameAndKey({ of: { name, key }, put }: { readonly of: Named; readonly put: (change: Partial<Named>) => void }) {
  const { t } = useTranslation('definitions');
  return (
    <>
      <Field name={t('name')}>
        <Input
          aria-label={t('name')}
          placeholder={t('nameHint')}
          value={name}
          maxLength={100}
          onChange={({ target }) => put({ name: target.value })}
        />
      </Field>
      <Field name={t('key')}>
        <Input
          aria-label={t('key')}
          value={key}
          maxLength={60}
          status={key !== '' && !isKey(key) ? 'error' : ''}
          onChange={({ target }) => put({ key: target.value.toLowerCase() })}
        />
        <span className={styles.small}>{t('keyHint')}</span>
      </Field>
    </>
  );
}

export function Starter({ value, put }: Part<string, { readonly post: string }>) {
  const { t } = useTranslation('definitions');
  const text = useText();
  const posts = api.useQuery('get', '/api/definitions/surroundings', {}, { staleTime: 300_000 }).data?.posts ?? [];
  return (
    <Field name={t('starter')}>
      <Select
        aria-label={t('starter')}
        placeholder={t('chooseStarter')}
        value={value}
        options={posts.map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChange={(post) => put({ post })}
      />
    </Field>
  );
}
