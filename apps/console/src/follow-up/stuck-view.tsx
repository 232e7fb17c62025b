import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { More } from '../state/more.tsx';
import { filtersOf, type Looking } from './looking.ts';
import { TaskTable } from './task-table.tsx';

/** What is overdue, the longest first, a hundred at a time. */
export function StuckView({ looking }: { readonly looking: Looking }) {
  const { t } = useTranslation('followUp');
  const stuck = api.useInfiniteQuery(
    'get',
    '/api/follow-up/stuck',
    { params: { query: { ...filtersOf(looking), limit: 100 } } },
    // Left out of the address; undefined would become 0.
    { pageParamName: 'after', initialPageParam: null, getNextPageParam: ({ next }) => next },
  );
  return (
    <Answer of={stuck}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('emptyStuck')} hint={t('emptyStuckHint')} />;
        return (
          <>
            <TaskTable tasks={items} label={t('stuck')} />
            <More of={stuck} />
          </>
        );
      }}
    </Answer>
  );
}
