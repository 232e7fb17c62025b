import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldSchema } from '../case/form-fields.ts';
import { remarked } from '../words/punctuation.ts';
import styles from './form.module.css';

/** A table that is filled in line by line. */
export function LinesTemplate({ fieldPathId, items, canAdd, onAddClick, schema }: ArrayFieldTemplateProps) {
  const { t } = useTranslation('form');
  const columns = Object.entries((schema as FieldSchema).items?.properties ?? {});
  const required = (schema as FieldSchema).items?.required ?? [];
  const { $id: id } = fieldPathId;
  return (
    <div>
      {items.length > 0 && (
        <div className={styles.tableFrame}>
          <table className={styles.lines} aria-labelledby={`${id}__title`}>
            <thead>
              <tr>
                <th scope="col" className={styles.place}>
                  <span className="unseen">{t('line')}</span>
                </th>
                {columns.map(([name, { title = name, 'x-unit': unit }]) => (
                  <th key={name} scope="col">
                    {unit === undefined ? title : remarked(title, unit)}
                    {!required.includes(name) && <span className={styles.faint}> {t('optional')}</span>}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">{t('tools')}</span>
                </th>
              </tr>
            </thead>
            <tbody>{items}</tbody>
          </table>
        </div>
      )}
      {canAdd && (
        <Button id={id} icon={<PlusOutlined />} onClick={onAddClick}>
          {t('addLine')}
        </Button>
      )}
    </div>
  );
}

/** Numbered from one, with what can be done to it. */
export function LineTemplate({ children, index, buttonsProps, hasToolbar }: ArrayFieldItemTemplateProps) {
  const { t } = useTranslation('form');
  const { hasCopy, hasRemove, onCopyItem, onRemoveItem } = buttonsProps;
  const place = { line: index + 1 };
  return (
    <tr>
      <th scope="row" className={styles.place}>
        {index + 1}
      </th>
      {children}
      <td className={styles.tools}>
        {hasToolbar && hasCopy && (
          <Button type="text" icon={<CopyOutlined />} aria-label={t('copyLine', place)} title={t('copyLine', place)} onClick={onCopyItem} />
        )}
        {hasToolbar && hasRemove && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('removeLine', place)}
            title={t('removeLine', place)}
            onClick={onRemoveItem}
          />
        )}
      </td>
    </tr>
  );
}
