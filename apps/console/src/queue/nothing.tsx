import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../state/empty.tsx';
import type { LookingProps } from './filters.tsx';
import { filtersOf, unfiltered } from './looking.ts';

const words = {
  open: ['emptyOpen', 'emptyOpenHint'],
  decided: ['emptyDecided', 'emptyDecidedHint'],
  started: ['emptyStarted', 'emptyStartedHint'],
  copied: ['emptyCopied', 'emptyCopiedHint'],
} as const;

/** A list without anything in it, or without anything that fits. */
export function Nothing({ looking, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const [title, hint] = words[looking.list];
  if (Object.keys(filtersOf(looking)).length === 0) return <Empty title={t(title)} hint={t(hint)} />;
  return (
    <Empty title={t('emptyFiltered')} hint="">
      <Button onClick={() => look(unfiltered)}>{t('clearFilters')}</Button>
    </Empty>
  );
}
