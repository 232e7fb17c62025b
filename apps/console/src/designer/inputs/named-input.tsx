import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Definition, pointerTo, valueAt, withValue } from '#engine';
import { change, put, useAt } from '../document/designed.ts';
import styles from './inputs.module.css';
import { NameInput } from './name-input.tsx';

interface NamedInputProps {
  readonly pointer: string;
  /** What one of them is called. */
  readonly label: string;
  readonly fresh: (name: string) => unknown;
  /** What has to stand around them, where nothing does yet. */
  readonly whole?: { readonly at: string; readonly value: unknown };
  /** What else is done when one is called otherwise; without it, names stay. */
  readonly renamed?: (document: Definition, from: string, to: string) => Definition;
  /** What is done to take one away, where more than itself has to go. */
  readonly removed?: (document: Definition, name: string) => Definition;
  readonly children: (pointer: string, name: string) => ReactNode;
}

/** Things that expressions know by their names. */
export function NamedInput({ pointer, label, fresh, whole, renamed, removed, children }: NamedInputProps) {
  const { t } = useTranslation('designer');
  const members = useAt<Readonly<Record<string, unknown>>>(pointer) ?? {};
  const [name, type] = useState('');
  const isName = /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !Object.hasOwn(members, name);
  const add = (): void => {
    change((document) => {
      const based =
        whole !== undefined && valueAt(document, whole.at) === undefined ? withValue(document, whole.at, whole.value) : document;
      return withValue(based, `${pointer}${pointerTo(name)}`, fresh(name));
    });
    type('');
  };
  const remove = (key: string): void =>
    removed !== undefined
      ? change((document) => removed(document, key))
      : put(Object.keys(members).length === 1 ? (whole?.at ?? pointer) : `${pointer}${pointerTo(key)}`, undefined);
  return (
    <div>
      {Object.keys(members).map((key) => (
        <fieldset key={key} className={styles.item} aria-label={key}>
          <div className={styles.itemHead}>
            <span>{key}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('removeNamed', { name: key })}
              onClick={() => remove(key)}
            />
          </div>
          {renamed && (
            <NameInput
              name={key}
              label={t('stateName')}
              hint={t('stateNameHint')}
              onRename={(name) => change((document) => renamed(document, key, name))}
            />
          )}
          {children(`${pointer}${pointerTo(key)}`, key)}
        </fieldset>
      ))}
      <div className={styles.line}>
        <Input
          className={styles.grow ?? ''}
          aria-label={t('newName', { label })}
          placeholder={t('newNameHint')}
          value={name}
          onChange={({ target }) => type(target.value)}
        />
        <Button icon={<PlusOutlined aria-hidden />} disabled={!isName} onClick={add}>
          {t('addItem', { name: label })}
        </Button>
      </div>
    </div>
  );
}
