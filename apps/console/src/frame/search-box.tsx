import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client.ts';
import { useSettled } from '../state/settled.ts';
import { useText } from '../words/language.ts';
import styles from './frame.module.css';

/** Fewer characters find too much. */
const shortest = 2;

/** Finds a case by its number, title, school or certificate, or by the first letters of their pinyin. */
export function SearchBox() {
  const { t } = useTranslation('frame');
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim());
  const isAsked = asked.length >= shortest;
  const { data } = api.useQuery('get', '/api/search', { params: { query: { q: asked, limit: 10 } } }, { enabled: isAsked });
  const found = isAsked ? (data?.items ?? []) : [];
  return (
    <AutoComplete
      className={styles.search}
      value={typed}
      options={found.map(({ id, number, title, states }) => ({
        id,
        value: `${text(title)} #${number}`,
        label: (
          <>
            {text(title)} <span className={styles.faint}>{states.map((state) => text(state.title)).join(' ')}</span>
          </>
        ),
      }))}
      notFoundContent={isAsked && data !== undefined ? t('foundNothing') : null}
      onChange={setTyped}
      onSelect={(_, { id }) => {
        setTyped('');
        void navigate(`/cases/${id}`);
      }}
    >
      <Input prefix={<SearchOutlined aria-hidden />} placeholder={t('search')} aria-label={t('searchHint')} title={t('searchHint')} />
    </AutoComplete>
  );
}
