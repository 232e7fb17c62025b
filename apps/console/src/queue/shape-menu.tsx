import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../theme/preferences.ts';
import { columnNames, columnsOf, columnsText } from './columns.ts';
import type { LookingProps } from './filters.tsx';
import styles from './queue.module.css';

/** List or table, how dense, and which columns. What is chosen here is remembered; the columns stand in the address, too. */
export function ShapeMenu({ looking, look }: LookingProps) {
  const { t } = useTranslation(['queue', 'frame']);
  const { isCompact, setCompact, columnsOf: remembered, setColumns } = usePreferences();
  const { list } = looking;
  const isTable = looking.columns !== undefined;
  const named = columnsOf(list, looking.columns ?? remembered[list]).join();
  // The address follows a moment later; two quick choices are two.
  const [columns, choose] = useState<readonly string[]>(named.split(','));
  const [known, know] = useState(named);
  if (known !== named) {
    know(named);
    choose(named.split(','));
  }
  const show = (chosen: readonly string[]): void => {
    choose(chosen);
    setColumns(list, chosen);
    look({ columns: columnsText(chosen) });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className={styles.narrowing}>
          <Segmented<'list' | 'table'>
            block
            aria-label={t('shape')}
            value={isTable ? 'table' : 'list'}
            options={[
              { value: 'list', label: t('asList') },
              { value: 'table', label: t('asTable') },
            ]}
            onChange={(chosen) => (chosen === 'table' ? show(columnsOf(list, columns)) : look({ columns: undefined }))}
          />
          {isTable && (
            <Checkbox.Group
              className={styles.columns}
              aria-label={t('columns')}
              value={[...columns]}
              options={columnNames[list].map((value) => ({ value, label: t(`column-${value}`) }))}
              onChange={(chosen) => show(columnsOf(list, chosen))}
            />
          )}
          <label className={styles.setting}>
            {t('frame:density')} <Switch size="small" checked={isCompact} onChange={setCompact} />
          </label>
        </div>
      }
    >
      <Button icon={<TableOutlined aria-hidden />} aria-label={t('shape')} />
    </Popover>
  );
}
