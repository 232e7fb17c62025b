import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOf, type Look, type Looking, unfiltered } from './looking.ts';
import { NarrowTo } from './narrow-to.tsx';
import styles from './queue.module.css';

export interface LookingProps {
  readonly looking: Looking;
  readonly look: Look;
}

/** How long typing has to pause before anything is asked. */
const pause = 300;

/** Within the list: by number, title, school, or their first letters. It stands in the address, like every filter. */
export function QueueSearch({ looking: { list, q = '' }, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const [typed, type] = useState(q);
  const [known, know] = useState(q);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has been changed by something else: a view, a button that clears.
  if (known !== q) {
    know(q);
    if (typed.trim() !== q) type(q);
  }
  const search = (text: string): void => {
    type(text);
    clearTimeout(waiting.current);
    // Less than two letters say too little.
    const wanted = Array.from(text.trim()).length > 1 ? text.trim() : undefined;
    waiting.current = setTimeout(() => look({ q: wanted, case: undefined }, true), pause);
  };
  return (
    <Input
      allowClear
      value={typed}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('search')}
      aria-label={t('searchLabel', { list: t(list) })}
      onChange={({ target }) => search(target.value)}
    />
  );
}

const orders = ['slack', 'due', 'opened'] as const;
const orderWords = { slack: 'bySlack', due: 'byDue', opened: 'byOpened' } as const;
const dues = ['any', 'soon', 'overdue'] as const;

/** What a list is narrowed to, and how it is ordered. */
export function Filters({ looking, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const { list, due, order } = looking;
  const { due: _due, q: _q, ...behind } = filtersOf(looking);
  const count = Object.keys(behind).length;
  return (
    <div className={styles.filters}>
      {list === 'open' && (
        <>
          <Select
            aria-label={t('order')}
            value={order}
            options={orders.map((value) => ({ value, label: t(orderWords[value]) }))}
            onChange={(chosen: string) => look({ order: chosen === 'slack' ? undefined : chosen })}
          />
          <Select
            aria-label={t('dueFilter')}
            value={due}
            options={dues.map((value) => ({ value, label: t(value) }))}
            onChange={(chosen: Looking['due']) => look({ due: chosen === 'any' ? undefined : chosen, case: undefined })}
          />
        </>
      )}
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        content={
          <div className={styles.narrowing}>
            <NarrowTo looking={looking} look={look} />
            <Button disabled={count === 0} onClick={() => look(unfiltered)}>
              {t('clearFilters')}
            </Button>
          </div>
        }
      >
        <Button icon={<FilterOutlined aria-hidden />} type={count > 0 ? 'primary' : 'default'} ghost={count > 0}>
          {count > 0 ? t('filtersSet', { count }) : t('filters')}
        </Button>
      </Popover>
    </div>
  );
}
