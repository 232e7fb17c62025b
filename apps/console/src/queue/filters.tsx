import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useText } from '../words/language.ts';
import type { Looking, useLooking } from './lists.ts';
import styles from './queue.module.css';

interface FiltersProps {
  readonly looking: Looking;
  readonly look: ReturnType<typeof useLooking>[1];
}

/** What a list is narrowed to; it stands in the address. */
export function Filters({ looking: { list, definition, due, order }, look }: FiltersProps) {
  const { t } = useTranslation('queue');
  const text = useText();
  const { data } = api.useQuery('get', '/api/definitions', {}, { staleTime: 300_000 });
  if (list === 'copied') return null;
  return (
    <div className={styles.filters}>
      <Select
        allowClear
        placeholder={t('process')}
        aria-label={t('processLabel')}
        value={definition}
        options={(data?.items ?? []).map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChange={(chosen: string | undefined) => look({ definition: chosen, case: undefined })}
      />
      {list === 'open' && (
        <>
          <Select
            aria-label={t('dueFilter')}
            value={due}
            options={(['any', 'soon', 'overdue'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(chosen: Looking['due']) => look({ due: chosen === 'any' ? undefined : chosen, case: undefined })}
          />
          <Select
            aria-label={t('order')}
            value={order}
            options={[
              { value: 'due', label: t('byDue') },
              { value: 'opened', label: t('byOpened') },
            ]}
            onChange={(chosen: string) => look({ order: chosen === 'due' ? undefined : chosen })}
          />
        </>
      )}
    </div>
  );
}
