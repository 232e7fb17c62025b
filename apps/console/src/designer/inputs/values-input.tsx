import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pointerTo } from '#engine';
import { listed } from '../../words/punctuation.ts';
import { put, useAt } from '../document/designed.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import styles from './inputs.module.css';

interface ValuesInputProps {
  readonly pointer: string;
  readonly label: string;
  /** Those there are; others can be typed where there are none. */
  readonly names: readonly string[];
}

/** Names, each with the expression for its value; one whose expression is emptied is gone. */
export function ValuesInput({ pointer, label, names }: ValuesInputProps) {
  const { t } = useTranslation('designer');
  const values = useAt<Readonly<Record<string, string>>>(pointer) ?? {};
  const [name, type] = useState('');
  const isName = /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !Object.hasOwn(values, name);
  return (
    <fieldset className={styles.labelled}>
      <legend>{label}</legend>
      {Object.keys(values).map((key) => (
        <ExpressionInput key={key} pointer={`${pointer}${pointerTo(key)}`} label={key} isOptional />
      ))}
      <div className={styles.line}>
        <Input
          className={styles.grow ?? ''}
          aria-label={t('newName', { label })}
          placeholder={listed(names.filter((each) => !Object.hasOwn(values, each))) || t('newNameHint')}
          value={name}
          onChange={({ target }) => type(target.value)}
        />
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={!isName}
          onClick={() => {
            put(`${pointer}${pointerTo(name)}`, '""');
            type('');
          }}
        >
          {t('add')}
        </Button>
      </div>
    </fieldset>
  );
}
