import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { filtersOf, type Looking } from './looking.ts';
import { TaskTable } from './task-table.tsx';

/** What is overdue, the longest first. */
export function StuckView({ looking }: { readonly looking: Looking }) {
  const { t } = useTranslation('followUp');
  const stuck = api.useQuery('get', '/api/follow-up/stuck', { params: { query: { ...filtersOf(looking), limit: 100 } } });
  return (
    <Answer of={stuck}>
      {({ items }) =>
        items.length === 0 ? <Empty title={t('emptyStuck')} hint={t('emptyStuckHint')} /> : <TaskTable tasks={items} label={t('stuck')} />
      }
    </Answer>
  );
}
