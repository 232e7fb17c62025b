import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSettled } from '../state/settled.ts';
import { useText } from '../words/language.ts';
import { remarked } from '../words/punctuation.ts';

interface PersonPickerProps {
  /** What for. */
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  /** Who is not to be chosen. */
  readonly without?: string | undefined;
}

/** Finds somebody by name, organisation or post. */
export function PersonPicker({ label, value, onChange, without }: PersonPickerProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const { data, isFetching } = api.useQuery('get', '/api/people', { params: { query: { q, limit: 50 } } }, { staleTime: 60_000 });
  return (
    <Select<string>
      allowClear
      placeholder={label}
      aria-label={label}
      value={value ?? null}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={data === undefined ? null : t('nobodyFound')}
      options={(data?.items ?? [])
        .filter(({ id }) => id !== without)
        .map(({ id, name, posts: [held] }) => ({
          value: id,
          label: held === undefined ? name : `${name} · ${remarked(text(held.title), held.organisation.name)}`,
        }))}
      onChange={(chosen: string | undefined) => onChange(chosen)}
    />
  );
}
