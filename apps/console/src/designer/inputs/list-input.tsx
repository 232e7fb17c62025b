import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { put, useAt } from '../document/designed.ts';
import styles from './inputs.module.css';

interface ListInputProps {
  readonly pointer: string;
  /** What one of them is called. */
  readonly name: string;
  /** What a new one begins as. */
  readonly fresh: () => unknown;
  /** An empty list stays one, where the document wants a list. */
  readonly isKept?: boolean;
  /** Fewer than these cannot be left. */
  readonly atLeast?: number;
  readonly children: (pointer: string, index: number) => ReactNode;
}

/** A list of things that each have their own places to be edited in. */
export function ListInput({ pointer, name, fresh, isKept = false, atLeast = 0, children }: ListInputProps) {
  const { t } = useTranslation('designer');
  const items = useAt<readonly unknown[]>(pointer) ?? [];
  const remove = (index: number): void => {
    const left = items.filter((_, at) => at !== index);
    put(pointer, left.length === 0 && !isKept ? undefined : left);
  };
  return (
    <div className={styles.list}>
      {items.map((_, index) => (
        <fieldset key={index} className={styles.item} aria-label={`${name} ${index + 1}`}>
          <div className={styles.itemHead}>
            <span>
              {name} {index + 1}
            </span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('removeItem', { name, number: index + 1 })}
              disabled={items.length <= atLeast}
              onClick={() => remove(index)}
            />
          </div>
          {children(`${pointer}/${index}`, index)}
        </fieldset>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => put(pointer, [...items, fresh()])}>
        {t('addItem', { name })}
      </Button>
    </div>
  );
}
