import { useTranslation } from 'react-i18next';
import { Answer, type Asked } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import type { LookingProps } from './filters.tsx';
import { useCopiedCases, useDecidedTasks, useStartedCases } from './lists.ts';
import type { ListName } from './looking.ts';
import { MasterDetail, More } from './master-detail.tsx';
import { useMoving } from './moving.ts';
import { useRowContents } from './row-contents.tsx';
import { type RowContent, Rows } from './rows.tsx';

export interface ListProps extends LookingProps {
  readonly isWide: boolean;
}

export function DecidedList(props: ListProps) {
  const query = useDecidedTasks(props.looking);
  const { decided } = useRowContents();
  return <ReadList {...props} query={query} rowOf={decided} empty={['emptyDecided', 'emptyDecidedHint']} />;
}

export function StartedList(props: ListProps) {
  const query = useStartedCases(props.looking);
  const { started } = useRowContents();
  return <ReadList {...props} query={query} rowOf={started} empty={['emptyStarted', 'emptyStartedHint']} />;
}

export function CopiedList(props: ListProps) {
  const query = useCopiedCases();
  const { copied } = useRowContents();
  return <ReadList {...props} query={query} rowOf={copied} empty={['emptyCopied', 'emptyCopiedHint']} />;
}

interface ReadListProps<Item> extends ListProps {
  readonly query: Asked<{ readonly pages: readonly { readonly items: readonly Item[] }[] }> & Parameters<typeof More>[0]['of'];
  readonly rowOf: (item: Item) => RowContent;
  readonly empty: readonly ['emptyDecided' | 'emptyStarted' | 'emptyCopied', 'emptyDecidedHint' | 'emptyStartedHint' | 'emptyCopiedHint'];
}

/** A list that is read and not worked off. */
function ReadList<Item>({ looking, look, isWide, query, rowOf, empty: [title, hint] }: ReadListProps<Item>) {
  const { t } = useTranslation('queue');
  const rows = query.data?.pages.flatMap(({ items }) => items.map(rowOf)) ?? [];
  const list: ListName = looking.list;
  useMoving({ rows, chosen: looking.chosen, look, isActive: isWide });
  return (
    <MasterDetail isWide={isWide} chosen={looking.chosen}>
      <Answer of={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t(title)} hint={t(hint)} />
          ) : (
            <>
              <Rows rows={rows} label={t(list)} chosen={looking.chosen} isBeside={isWide} />
              <More of={query} />
            </>
          )
        }
      </Answer>
    </MasterDetail>
  );
}
