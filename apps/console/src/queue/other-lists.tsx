import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, type Asked } from '../state/answer.tsx';
import { More, type MoreProps } from '../state/more.tsx';
import type { LookingProps } from './filters.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useCopiedCases, useDecidedTasks, useStartedCases } from './lists.ts';
import { MasterDetail } from './master-detail.tsx';
import { useMoving } from './moving.ts';
import { Nothing } from './nothing.tsx';
import styles from './queue.module.css';
import { useRowContents } from './row-contents.tsx';
import type { RowContent } from './rows.tsx';
import { Shown } from './shown.tsx';

export interface ListProps extends LookingProps {
  readonly isWide: boolean;
  readonly isTable: boolean;
}

export function DecidedList(props: ListProps) {
  const query = useDecidedTasks(props.looking);
  const { decided } = useRowContents();
  return <ReadList {...props} query={query} rowOf={decided} />;
}

export function StartedList(props: ListProps) {
  const query = useStartedCases(props.looking);
  const { started } = useRowContents();
  return <ReadList {...props} query={query} rowOf={started} />;
}

export function CopiedList(props: ListProps) {
  const query = useCopiedCases(props.looking);
  const { copied } = useRowContents();
  return <ReadList {...props} query={query} rowOf={copied} />;
}

interface Counted<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly isTotalExact: boolean;
}

interface ReadListProps<Item> extends ListProps {
  readonly query: Asked<{ readonly pages: readonly Counted<Item>[] }> & MoreProps['of'];
  readonly rowOf: (item: Item) => RowContent;
}

/** A list that is read and not worked off. */
function ReadList<Item>({ looking, look, isWide, isTable, query, rowOf }: ReadListProps<Item>) {
  const rows = query.data?.pages.flatMap(({ items }) => items.map(rowOf)) ?? [];
  const [isHelping, setHelping] = useState(false);
  useMoving({
    rows,
    chosen: looking.chosen,
    look,
    isActive: isWide,
    onEnd: () => query.hasNextPage && void query.fetchNextPage(),
    others: { '?': () => setHelping(true) },
  });
  return (
    <MasterDetail isWide={isWide && !isTable} chosen={looking.chosen}>
      <Answer of={query}>
        {({ pages: [first] }) =>
          rows.length === 0 ? (
            <Nothing looking={looking} look={look} />
          ) : (
            <>
              <Total count={first?.total ?? 0} isExact={first?.isTotalExact !== false} />
              <Shown rows={rows} looking={looking} isWide={isWide} isTable={isTable} />
              <More of={query} />
            </>
          )
        }
      </Answer>
      <KeysDialog isOpen={isHelping} isRead onClose={() => setHelping(false)} />
    </MasterDetail>
  );
}

function Total({ count, isExact }: { readonly count: number; readonly isExact: boolean }) {
  const { t } = useTranslation('queue');
  return <p className={styles.bar}>{t(isExact ? 'totalCases' : 'totalMore', { count })}</p>;
}
