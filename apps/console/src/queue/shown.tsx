import { useTranslation } from 'react-i18next';
import { columnsOf } from './columns.ts';
import type { Looking } from './looking.ts';
import { Rows, type RowsProps } from './rows.tsx';
import { Table } from './table.tsx';

interface ShownProps extends Pick<RowsProps, 'rows' | 'selection'> {
  readonly looking: Looking;
  readonly isWide: boolean;
  readonly isTable: boolean;
}

/** A list in the shape that somebody has chosen for it. */
export function Shown({ rows, looking: { list, columns, chosen }, isWide, isTable, selection }: ShownProps) {
  const { t } = useTranslation('queue');
  const same = { rows, label: t(list), chosen, selection };
  return isTable ? <Table columns={columnsOf(list, columns)} {...same} /> : <Rows isBeside={isWide} {...same} />;
}
