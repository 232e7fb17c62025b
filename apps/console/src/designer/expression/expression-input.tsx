import { Input } from 'antd';
import { put, useAt } from '../document/designed.ts';
import { Labelled } from '../inputs/labelled.tsx';
import styles from './expression.module.css';

interface ExpressionInputProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  /** Whether there may be none. */
  readonly isOptional?: boolean;
}

/** An expression over the form, the case and what registers know. */
export function ExpressionInput({ pointer, label, hint, isOptional = false }: ExpressionInputProps) {
  const value = useAt<string>(pointer) ?? '';
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <Input.TextArea
          id={id}
          className={styles.typed ?? ''}
          autoSize={{ minRows: 1, maxRows: 8 }}
          spellCheck={false}
          value={value}
          onChange={({ target }) => put(pointer, target.value === '' && isOptional ? undefined : target.value)}
        />
      )}
    </Labelled>
  );
}
